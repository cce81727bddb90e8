/** A slip of the query language: a status of several words without quotes, of which only the first counts for the key. */
import { findStatus, type Workflow } from '../status/workflow';
import type { Diagnostic } from '../text/diagnostic';

/** More words than any name of a status has. */
const MOST_WORDS = 4;

interface Slip {
  /** Offset of the first word of the name in the query, and the end of its last one. */
  readonly from: number;
  readonly to: number;
  readonly name: string;
}

/** Points at the words that quotes would make a status: `status:in progress` of `status:in progress login`; null where there is no such slip. */
export function quoteProblem(query: string, workflows: readonly Workflow[]): Diagnostic | null {
  const slip = findSlip(query, workflows);
  return slip ? { code: 'query-invalid', message: `Put “${slip.name}” in quotes: status:"${slip.name}".`, from: slip.from, to: slip.to } : null;
}

function findSlip(query: string, workflows: readonly Workflow[]): Slip | null {
  if (!/status:/i.test(query)) return null;
  const isStatus = (word: string): boolean => workflows.some((workflow) => findStatus(workflow, word));
  const words = [...query.matchAll(/\S+/g)];
  for (const [at, word] of words.entries()) {
    // Matches `status:in`, `-status:=in`; not `status:"in`, `status:>1`.
    const [, first] = /^[(-]*status:=?([^"():<>=]+)$/i.exec(word[0]) ?? [];
    for (let count = MOST_WORDS; first !== undefined && count > 1; count--) {
      const more = words.slice(at + 1, at + count);
      const last = more[count - 2];
      const name = [first, ...more.map(([each]) => each)].join(' ');
      if (last && more.every(([each]) => /^[^-"():]/.test(each)) && isStatus(name)) return { from: word.index, to: last.index + last[0].length, name };
    }
  }
  return null;
}
