// The index reads less than everybody else, and must not read it differently.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parsePlan, readOverview, Scratch } from '../../src/core/plan/parse-plan';
import { phaseOf, TitleReader } from '../../src/core/plan/title-reader';
import { PHASE_WORDS } from '../../src/core/plan/vocabulary';
import { planNotes, tableNotes } from './arbitrary-note';
import { runs } from './runs';

test('an overview says what the plan says; a note without one holds nothing of a plan', () => {
  const scratch = new Scratch();
  fc.assert(
    fc.property(fc.oneof(planNotes, planNotes, tableNotes), fc.constantFrom('a.md', 'Plans/a-plan.md', 'rfc/tasks.md'), (text, path) => {
      const { isPlan, title, status, tasks, tables, priorities } = parsePlan(text, { path });
      const overview = readOverview(text, { path }, scratch);
      if (overview === null) expect({ isPlan, tasks, priorities }).toEqual({ isPlan: false, tasks: [], priorities: [] });
      else expect(overview).toMatchObject({ isPlan, title, status, tasks, tables, priorities });
    }),
    runs(1500),
  );
});

test('a reader of titles passes no phase over', () => {
  const titles = new TitleReader();
  const pieces = fc.oneof(fc.constantFrom(...PHASE_WORDS), fc.constantFrom(' ', ' ', ' ', ': ', '.', '-', '–', ' (', ')', '1', '2b', '3. ', '12', 'IV', 'Notes', '**', '`', '✅ '));
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 6 }), fc.boolean(), (parts, isUpper) => {
      const title = isUpper ? parts.join('').toUpperCase() : parts.join('');
      expect(titles.read(title).phase).toBe(phaseOf(title));
    }),
    runs(3000),
  );
});
