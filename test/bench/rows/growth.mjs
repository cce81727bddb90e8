// P10: how CPU time grows with size. Ours stands at the larger size, the other column at the smaller.
import { overRounds } from '../measure/interleave.mjs';
import { growthExponent } from '../measure/statistics.mjs';
import { ms, short } from './row-line.mjs';

/** The worst shapes get a line each. */
const SHOWN_SHAPES = 4;

export const id = 'P10';
export const rounds = ({ isQuick }) => (isQuick ? 1 : 3);

export function contenders({ sizes: [few, many], isQuick }) {
  const flags = ['--expose-gc'];
  const vault = (id, count) => ({ id, file: 'ours.mjs', name: 'coldIndex', options: { count }, flags });
  return [
    vault('few', few),
    vault('many', many),
    { id: 'large', file: 'growth.mjs', name: 'largeNotes', options: { repeats: isQuick ? 4 : 7 }, flags },
    { id: 'hostile', file: 'growth.mjs', name: 'hostileNotes', options: { size: isQuick ? 5000 : 20_000, repeats: isQuick ? 5 : 9 }, flags },
  ];
}

export function report(measured, { sizes: [few, many] }) {
  const vault = { small: (round) => round.few.cpu, large: (round) => round.many.cpu, sizes: many / few };
  const note = { small: (round) => round.large.small, large: (round) => round.large.large, sizes: 4 };
  const name = (count) => count.toLocaleString('en');
  const shapes = Object.entries(measured[0].hostile).map(([shape, { sizes }]) => {
    const cost = { small: (round) => round.hostile[shape].small, large: (round) => round.hostile[shape].large, sizes };
    return grown(measured, `hostile: ${shape}, n → 4n`, cost, 5);
  });
  const worst = shapes.sort((a, b) => b.ratio - a.ratio);
  const rest = worst.slice(SHOWN_SHAPES);
  return [
    grown(measured, `cold index, ${name(few)} → ${name(many)} notes`, vault, 5 * (many / few / 5)),
    grown(measured, 'one note, 1 MB → 4 MB', note, 4.5),
    ...worst.slice(0, SHOWN_SHAPES),
    { what: `hostile: ${rest.length} more shapes, the worst of them`, ours: rest[0].ours, other: rest[0].other, ratio: rest[0].ratio, goal: rest[0].goal, reached: rest.every(({ reached }) => reached) },
  ];
}

function grown(measured, what, { small, large, sizes }, most) {
  const ratio = overRounds(measured, (round) => large(round) / small(round));
  return {
    what: `${what} (size^${growthExponent(ratio, sizes).toFixed(2)})`,
    ours: ms(overRounds(measured, large)),
    other: ms(overRounds(measured, small)),
    ratio,
    goal: `≤ ${short(most)}×`,
    reached: ratio <= most,
  };
}
