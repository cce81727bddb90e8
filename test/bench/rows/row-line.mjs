// Owns: a line of the table and how its numbers are written.

/**
 * @typedef {object} RowLine
 * @property {string} what
 * @property {string} ours
 * @property {string} [other] the peer or the limit
 * @property {number} [ratio] ours against the other, or the other against ours where the goal says "×under"
 * @property {string} [goal]
 * @property {boolean} [reached] left out where there is no goal
 */

/** Ours may be at most `most` times `other`. */
export function atMostTimes(ratio, most) {
  return { ratio, goal: `≤ ${most}×`, reached: ratio <= most };
}

/** `other` must cost at least `least` times what ours does. */
export function underBy(ratio, least) {
  return { ratio, goal: `${least}× under`, reached: ratio >= least };
}

/** Every [value, limit] pair must hold; `text` says so for people. */
export function within(pairs, text) {
  return { goal: `≤ ${text}`, reached: pairs.every(([value, limit]) => value <= limit) };
}

/** 0.0123 → "0.012", 1.234 → "1.23", 1234.5 → "1235". */
export function short(value) {
  if (value === 0) return '0';
  return Math.abs(value) >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(Math.abs(value) >= 1 ? 3 : 2)));
}

export const ms = (value) => `${short(value)} ms`;
export const micros = (value) => `${short(value)} µs`;
export const kilobytes = (bytes) => `${short(bytes / 1024)} KB`;
export const percentiles = ({ p50, p99 }) => `${short(p50)} / ${short(p99)} ms`;
