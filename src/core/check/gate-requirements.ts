/**
 * Requirements that must hold and that nothing verifies.
 *
 * The rule, made for few false alarms: a requirement counts as verified when its id stands in a verification item, in
 * a section of such items, or in a table of tests. Ids are asked for only of a family (REQ-, FR-, …) of which at
 * least one is named there: a plan that never uses ids in its checks may verify everything in words, which nobody can
 * tell by machine. Such a plan is at fault only when it verifies nothing at all. Requirements without an id are left out.
 */
import { type Blocks, Leaf } from '../markdown/blocks';
import { foldWords } from '../markdown/inline';
import type { Section } from '../plan/outline';
import type { PlanReading } from '../plan/parse-plan';
import type { Table } from '../plan/plan';
import type { Requirement } from '../plan/read-requirements';
import { isSlot } from '../plan/read-tables';
import { amount, type GateContext, type GateFinding } from './gate-finding';

/** An id. Matches "REQ-1", "FR-003", "NFR2b", "REQ-SND-3"; not "P1x", "2.1". Groups: 1 family, 2 number, 3 letter. */
const ID = /\b([A-Z]{1,5}(?:-[A-Z]{1,8})?)[- ]?(\d{1,4})([a-z]?)(?!\w|\.\d)/g;
/** What goes on with more numbers. Matches "–REQ-4", " to 4", ", 4", "/4"; groups: 1 until, 2 family, 3 number. */
const MORE = /^\s*(?:(-|–|—|\.{2,3}|to|through|bis)|,|\/|&|and|und)\s*([A-Z]{1,5}(?:-[A-Z]{1,8})?-?)?(\d{1,4})(?!\d)/;
/** A range names at most so many. */
const LONGEST_RANGE = 200;
/** Header cells of tables that say what is tested. */
const TEST_COLUMN = /\b(?:tests?|test cases?|verif\w*|verified by|acceptance|evidence|covered by|nachweis|prüfung)\b/;
const REQUIREMENT_COLUMN = /^(?:requirements?|req\.?(?: id)?s?|covers|traces? to|anforderung(?:en)?)\b/;

export function unverified({ plan, details }: GateContext): GateFinding | null {
  const musts = details.requirements.filter(({ id, level }) => id !== null && (level === 'must' || level === 'must not'));
  if (musts.length === 0) return null;
  const { sources, isAny } = verificationOf(plan, new Set(details.requirements.map(({ line }) => line)));
  const named = new Set(sources.flatMap(idsIn));
  const families = new Set([...named].map(familyOf));
  const missing = musts.filter(({ id }) => {
    const [key] = idsIn(id ?? '');
    return !isAny || (key !== undefined && families.has(familyOf(key)) && !named.has(key));
  });
  if (missing.length === 0) return null;
  return { message: `${amount(missing.length, 'requirement that must hold has', 'requirements that must hold have')} no verification item`, culprits: missing.map(asCulprit) };
}

function asCulprit({ line, id, text }: Requirement): { line: number; text: string } {
  return { line, text: id === null ? text : `${id}: ${text}` };
}

/** Texts in which a requirement's id says that it is verified, and whether the plan verifies anything at all. */
function verificationOf({ blocks, outline, tasks, tables }: PlanReading, requirementLines: ReadonlySet<number>): { sources: string[]; isAny: boolean } {
  const isVerifying = ({ facts, isBelowTitle }: Section): boolean => (facts.length > 1 && isBelowTitle ? facts.slice(1) : facts).some(({ kind }) => kind === 'verification');
  const sections = outline.sections.filter(isVerifying);
  const checks = tasks.filter(({ kind }) => kind === 'verification');
  const tested = tables.flatMap((table) => testedIn(table, requirementLines));
  const isTested = tables.some(({ header }) => header.some(({ text }) => TEST_COLUMN.test(foldWords(text))));
  return {
    sources: [...sections.map((section) => sourceOf(blocks, section)), ...new Set(checks.flatMap(({ text, label, path }) => [text, label ?? '', ...path])), ...tested],
    isAny: sections.length > 0 || checks.length > 0 || tested.length > 0 || isTested,
  };
}

/** Of a table of requirements the ids whose test is named; of any other that speaks of tests or requirements, all its cells. */
function testedIn({ line, header, rows }: Table, requirementLines: ReadonlySet<number>): string[] {
  const names = header.map(({ text }) => foldWords(text));
  const test = names.findIndex((name) => TEST_COLUMN.test(name));
  const isOfRequirements = rows.some((_cells, row) => requirementLines.has(line + 2 + row));
  if (!isOfRequirements) return test >= 0 || names.some((name) => REQUIREMENT_COLUMN.test(name)) ? rows.map((cells) => cells.map(({ text }) => text).join(' ')) : [];
  return rows.flatMap((cells) => {
    const value = cells[test]?.text ?? '';
    return test < 0 || value === '' || /^[-–—]$|^(?:none|tbd|n\/a)$/i.test(value) || isSlot(value) ? [] : [cells.map(({ text }) => text).join(' ')];
  });
}

function sourceOf({ text, leaves }: Blocks, { leaf, leafTo }: Section): string {
  return text.slice(leaves.get(leaf, Leaf.from), leaves.get(leafTo - 1, Leaf.to));
}

/** All ids that `source` names, spelled alike: "REQ-1 to REQ-3" is three. */
function idsIn(source: string): string[] {
  const ids: string[] = [];
  const id = new RegExp(ID);
  for (let match = id.exec(source); match; match = id.exec(source)) {
    const [all, family = '', digits = '', letter = ''] = match;
    let last = Number(digits);
    ids.push(`${family}-${last}${letter}`);
    let at = match.index + all.length;
    for (let more = MORE.exec(source.slice(at, at + 40)); more; more = MORE.exec(source.slice(at, at + 40))) {
      const [, until, other, number = ''] = more;
      if (other !== undefined && other.replace(/-$/, '') !== family) break;
      const next = Number(number);
      for (let between = last + 1; until !== undefined && between < next && between < last + LONGEST_RANGE; between++) ids.push(`${family}-${between}`);
      ids.push(`${family}-${next}`);
      last = next;
      at += more[0].length;
    }
    id.lastIndex = at;
  }
  return ids;
}

function familyOf(id: string): string {
  return id.slice(0, id.lastIndexOf('-'));
}
