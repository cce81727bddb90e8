/** What a plan's text still asks for, and what keeps it from being read. */
import { frontmatterProblem, locateValues, parseFrontmatter } from '../markdown/frontmatter';
import { unclosedBlock } from '../markdown/unclosed-block';
import { readQuestions } from '../plan/read-questions';
import { type DriftCase, type DriftFinding, someOf } from './drift-finding';
import { amount } from './gate-finding';
import { slotsToFill } from './gate-placeholders';
import { unanswered } from './gate-questions';

/** What makes hidden text a loss. Matches "- [ ] open", "## Phase 2"; not "# a comment in code". */
const CONTENT = /^[ \t>]{0,12}(?:(?:[-*+]|\d{1,3}[.)])[ \t]+\[.\][ \t]|#{2,6}[ \t]+\S)[^\r\n]{0,120}/mu;

/** The key of a property. Matches "status:"; not " a:", "- b". */
const KEY = /^([\p{L}_][\p{L}\p{N}_-]*)[ \t]*:/gmu;

/** Frontmatter that is broken or never closed, or says one property twice: other programs read none of it then. */
export function brokenProperties(drift: DriftCase): DriftFinding | null {
  const problem = drift.plan.diagnostics.find(({ code }) => code === 'frontmatter-invalid' || code === 'frontmatter-unclosed');
  return problem ? { code: 'frontmatter', severity: 'error', message: 'The properties can’t be read', line: drift.lineAt(problem.from), evidence: problem.message, mend: null } : repeatedProperty(drift);
}

function repeatedProperty(drift: DriftCase): DriftFinding | null {
  const { frontmatter, blocks: { text } } = drift.plan;
  if (!frontmatter) return null;
  const { range } = frontmatter;
  const seen = new Set<string>();
  const [, repeated] = [...text.slice(range.yamlFrom, range.yamlTo).matchAll(KEY)].find(([, key = '']) => seen.size === seen.add(key).size) ?? [];
  if (repeated === undefined) return null;
  const yaml = parseFrontmatter(text, range);
  const values = frontmatterProblem(text, range, yaml) === null ? locateValues(text, range, repeated, yaml) : [];
  const second = values[1];
  if (!second) return null;
  return { code: 'frontmatter', severity: 'error', message: `The property “${repeated}” stands there ${values.length} times, so the properties can’t be read for sure`, line: drift.lineAt(second.from), evidence: someOf(values.map(({ value }) => value ?? 'empty')), mend: null };
}

/** A fence or comment that is never closed, with headings or boxes behind it. */
export function hiddenContent({ plan: { blocks } }: DriftCase): DriftFinding | null {
  const block = unclosedBlock(blocks);
  const [evidence] = (block && CONTENT.exec(blocks.text.slice(block.from, block.to))) ?? [];
  if (!block || evidence === undefined) return null;
  return { code: 'hidden-content', severity: 'error', message: `A ${block.name} is never closed and hides what stands below it`, line: block.line, evidence: evidence.trim(), mend: null };
}

/** Work has begun, and questions wait for an answer. */
export function openQuestions(drift: DriftCase): DriftFinding | null {
  const { plan, status } = drift;
  if (status?.group !== 'doing' && status?.group !== 'done') return null;
  const open = unanswered(readQuestions(plan));
  const [first] = open;
  if (!first) return null;
  return { code: 'questions', severity: 'warning', message: `The status is “${drift.said}”, but ${amount(open.length, 'question is', 'questions are')} open`, line: first.line, evidence: someOf(open.map(({ text }) => text)), mend: null };
}

/** Slots of the template are left in a plan that is past its first status. */
export function slotsLeft(drift: DriftCase): DriftFinding | null {
  const { plan, status } = drift;
  if (!status || plan.workflow.statuses.filter(({ group }) => group !== 'dropped').indexOf(status) < 1) return null;
  const slots = slotsToFill(drift.context.slots);
  const [first] = slots;
  if (!first) return null;
  return { code: 'placeholders', severity: 'warning', message: `The status is “${drift.said}”, but ${amount(slots.length, 'placeholder is', 'placeholders are')} left`, line: drift.lineAt(first.from), evidence: someOf(slots.map(({ name }) => name)), mend: null };
}
