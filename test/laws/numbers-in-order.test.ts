/**
 * Plans as people number them: in order they stay as they are; after phases have been moved and deleted, renumbering
 * gives the plan that would have been written so from the start; a phase or step that is added never doubles a number.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addBlock } from '../../src/core/edit/add-block';
import { renumber } from '../../src/core/edit/renumber';
import { applyChanges } from '../../src/core/text/text-change';
import { runs } from './runs';

const styles = fc.record({
  /** `through`: Task 1, 2 in phase 1, Task 3 in phase 2. `anew`: each phase has a step 1. `behind`: Step 2.1. */
  steps: fc.constantFrom('through', 'anew', 'behind'),
  phaseWord: fc.constantFrom('Phase ', 'Stage ', 'Milestone ', 'Etappe ', 'Chunk ', ''),
  stepWord: fc.constantFrom('Step ', 'Task ', 'Schritt ', ''),
  separator: fc.constantFrom(': ', ' – ', '. ', ' '),
  first: fc.constantFrom(0, 1, 1, 1),
  isInSection: fc.boolean(),
  hasParts: fc.boolean(),
  hasItems: fc.boolean(),
  lineBreak: fc.constantFrom('\n', '\r\n'),
});
type Style = typeof styles extends fc.Arbitrary<infer T> ? T : never;
/** For each phase, the names of its steps. */
const outlines = fc.array(fc.array(fc.constantFrom('dig', 'pour', 'lay', 'wire'), { maxLength: 4 }), { minLength: 2, maxLength: 6 });

/** The plan's head, and each phase with its steps. */
function written(phases: readonly { readonly name: string; readonly steps: readonly string[] }[], style: Style): string[] {
  const level = style.isInSection ? '###' : '##';
  const stepLevel = style.hasParts ? `${level}##` : `${level}#`;
  let done = 0;
  const parts = phases.map(({ name, steps }, at) => {
    const phase = at + style.first;
    const lines = steps.flatMap((step, index) => {
      const number = style.steps === 'through' ? ++done : style.steps === 'anew' ? index + 1 : `${phase}.${index + 1}`;
      // A bare number is read as one where a mark or a second part tells.
      const separator = style.stepWord === '' && style.steps !== 'behind' ? '. ' : style.separator;
      return [`${stepLevel} ${style.stepWord}${number}${separator}${name} ${step}`, '', ...(style.hasItems && style.steps === 'behind' ? [`- [ ] ${number}.1 look`, '- [ ] 3.5 hours', ''] : [])];
    });
    return [`${level} ${style.phaseWord}${phase}${style.phaseWord === '' ? '. ' : style.separator}${name}`, '', ...(style.hasParts ? [`${level}# Work`, ''] : []), ...lines].map((line) => line + style.lineBreak).join('');
  });
  return [`# Plan${style.lineBreak}${style.lineBreak}${style.isInSection ? `## Work${style.lineBreak}` : ''}`, ...parts];
}

const named = (outline: readonly (readonly string[])[]): { name: string; steps: readonly string[] }[] => outline.map((steps, at) => ({ name: `part ${'abcdef'.charAt(at)}`, steps }));

function renumbered(text: string): string {
  const result = renumber(text);
  return result.ok ? applyChanges(text, result.changes) : text;
}

test('a plan in order is unchanged, in every style', () => {
  fc.assert(
    fc.property(outlines, styles, (outline, style) => {
      const text = written(named(outline), style).join('');
      expect(renumbered(text)).toBe(text);
    }),
    runs(1000),
  );
});

test('moved and deleted phases: as if the plan had been written so; only digits change, and twice is once', () => {
  fc.assert(
    fc.property(outlines, styles, fc.nat(), fc.nat(), fc.boolean(), (outline, style, from, to, isCut) => {
      const phases = named(outline);
      const [head = '', ...parts] = written(phases, style);
      const order = phases.map((_each, at) => at);
      order.splice(to % order.length, 0, ...order.splice(from % order.length, 1));
      // Bare numbers that don't begin at 1 may be names: "404. Not found".
      if (isCut && order.length > 2 && !(style.stepWord === '' && style.steps === 'through')) order.splice(from % order.length, 1);
      // Where the phase 0 has gone, the first one is phase 1; of a bare number that is left alone nobody knows what it counts.
      fc.pre(style.first === 1 || order.includes(0));
      fc.pre(style.stepWord !== '' || order.flatMap((at) => outline[at] ?? []).length > 1);
      const moved = head + order.map((at) => parts[at] ?? '').join('');
      const after = renumbered(moved);
      expect(after).toBe(written(order.flatMap((at) => phases[at] ?? []), style).join(''));
      expect(after.replace(/\d+/g, '#')).toBe(moved.replace(/\d+/g, '#'));
      expect(renumbered(after)).toBe(after);
    }),
    runs(1000),
  );
});

test('what is added has a number of its own, and at the end of a plan in order the next one', () => {
  fc.assert(
    fc.property(outlines, styles, fc.constantFrom('phase' as const, 'step' as const), fc.nat(), (outline, style, kind, pick) => {
      fc.pre(style.phaseWord !== '' && style.stepWord !== '' && !style.hasParts);
      // Where one phase alone has steps, nothing says whether those of the next begin anew.
      fc.pre(outline.filter(({ length }) => length > 0).length > 1);
      const text = written(named(outline), style).join('');
      const caret = pick % (text.length + 1);
      const result = addBlock(text, { kind, caret, slots: [], template: null });
      if (!result.ok) return;
      const after = applyChanges(text, result.changes);
      const numbers = (word: string, source: string): string[] => [...source.matchAll(new RegExp(`^#+ ${word}([\\d.]*\\d)`, 'gm'))].map(([, number = '']) => number);
      const phases = numbers(style.phaseWord, after);
      expect(new Set(phases).size).toBe(phases.length);
      const steps = numbers(style.stepWord, after);
      if (style.steps !== 'anew') expect(new Set(steps).size).toBe(steps.length);
      if (kind === 'phase') expect(renumbered(after)).toBe(after);
      if (kind === 'step' && style.steps === 'behind') expect(renumbered(after)).toBe(after);
    }),
    runs(700),
  );
});
