/** A slip of the query language: a status of several words without quotes, of which only the first counts for the key. */
import { findStatus, type Workflow } from '../status/workflow';

/** More words than any name of a status has. */
const MOST_WORDS = 4;

/** The words that quotes would make a status: "in progress" of `status:in progress login`; null where there is no such slip. */
export function unquotedStatus(query: string, workflows: readonly Workflow[]): string | null {
  const words = query.split(/\s+/);
  for (const [at, word] of words.entries()) {
    // Matches `status:in`, `-status:=in`; not `status:"in`, `status:>1`.
    const [, first] = /^[(-]*status:=?([^"():<>=]+)$/i.exec(word) ?? [];
    for (let count = MOST_WORDS; first !== undefined && count > 1; count--) {
      const more = words.slice(at + 1, at + count);
      const name = [first, ...more].join(' ');
      if (more.length === count - 1 && more.every((each) => /^[^-"():]/.test(each)) && workflows.some((workflow) => findStatus(workflow, name))) return name;
    }
  }
  return null;
}
