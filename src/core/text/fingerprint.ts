/**
 * A 53-bit hash of a text that ignores what differs between a note on disk and the same note in an editor: the
 * byte order mark and the kind of line break. Two interleaved 32-bit multiply-xor rounds (the construction known
 * as cyrb53), fed with two characters at a time, which takes half as long; not for secrets.
 */
export function fingerprint(text: string, from = 0, to = text.length): number {
  const start = from === 0 && text.charCodeAt(0) === 0xfeff ? 1 : from;
  const cr = text.indexOf('\r', start);
  if (cr < 0 || cr >= to) return hashOf(text, start, to);
  const normal = text.slice(start, to).replace(/\r\n?/g, '\n');
  return hashOf(normal, 0, normal.length);
}

/** Multiplying carries a difference to higher bits only, so each character of a pair stands low in one of the rounds. */
function hashOf(text: string, from: number, to: number): number {
  let a = 0xdeadbeef ^ (to - from);
  let b = 0x41c6ce57;
  let at = from;
  for (; at + 1 < to; at += 2) {
    const first = text.charCodeAt(at);
    const second = text.charCodeAt(at + 1);
    a = Math.imul(a ^ (first | (second << 16)), 2654435761);
    b = Math.imul(b ^ (second | (first << 16)), 1597334677);
  }
  if (at < to) {
    a = Math.imul(a ^ text.charCodeAt(at), 2654435761);
    b = Math.imul(b ^ text.charCodeAt(at), 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0);
}
