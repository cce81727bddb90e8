// Workload: edits of a plan of 3,000 lines, from the keypress to the text that is to be written.
import { pathToFileURL } from 'node:url';
import { OURS } from '../places.mjs';
import { asRead, timeWarm } from '../measure/stopwatch.mjs';
import { median, quantile } from '../measure/statistics.mjs';
import { planOfLines } from '../vault/special-notes.mjs';

const { applyChanges, BUILT_IN_TEMPLATES, readPlan, setCell, setTaskMark, targetLine, transition } = await import(pathToFileURL(OURS));

/** Milliseconds of one edit, the whole note read afresh each time; p50 and p99 by the edit's name. */
export function editLongPlan({ lines, edits }) {
  const ofTemplate = (id) => planOfLines(BUILT_IN_TEMPLATES.find((template) => template.id === id).body, lines);
  const phased = ofTemplate('phased-plan');
  const remediation = ofTemplate('remediation-plan');
  const taskTarget = uniqueTarget(phased, readPlan(phased).tasks.map(({ line }) => line));
  const cellTarget = uniqueTarget(remediation, readPlan(remediation).priorities.map(({ line }) => line));
  const from = readPlan(phased).status?.status;
  const to = from === 'approved' ? 'In Progress' : 'Approved';
  return {
    lines: phased.split('\n').length,
    setTaskMark: cost(edits, phased, (text) => setTaskMark(text, taskTarget, '*')),
    setCell: cost(edits, remediation, (text) => setCell(text, cellTarget, 1, 'another value')),
    transition: cost(edits, phased, (text) => transition(text, { to, date: '2026-05-04', author: 'Someone' })),
  };
}

function uniqueTarget(text, lines) {
  const target = lines.map((line) => targetLine(text, line)).find(({ twins }) => twins === 1);
  if (!target) throw new Error('The plan has no line that is the only one of its kind.');
  return target;
}

function cost(edits, text, edit) {
  const samples = timeWarm({ count: edits, warmUp: 20 }, () => asRead(text), (fresh) => {
    const result = edit(fresh);
    if (!result.ok || result.changes.length === 0) throw new Error(`The edit did nothing: ${JSON.stringify(result)}`);
    return applyChanges(fresh, result.changes);
  });
  return { p50: median(samples), p99: quantile(samples, 0.99) };
}
