/** The gates of a move in a dialog: those that are not held with their culprits, the others folded. */
import type { GateResult } from '../../core/check/check-gates';
import type { GateId } from '../../core/status/gate';

/** Culprits that are listed at first. */
const FEW = 5;

/** What it means that a gate is held. */
const HELD: Readonly<Record<GateId, string>> = {
  frontmatter: 'The properties can be read',
  verification: 'Every verification item is ticked',
  confirmation: 'The confirmation gates of its phases are passed',
  work: 'All other work is ticked',
  'phase-order': 'Its phases are done in their order',
  questions: 'No question is open',
  requirements: 'Every requirement that must be met has a check',
  violations: 'Nothing breaks its principles without a reason',
  placeholders: 'No placeholder is left',
};

/** Shows the gates; `jump` is called with the line, from 0, of a culprit that is clicked. */
export function addGates(parent: HTMLElement, gates: readonly GateResult[], jump: (line: number) => void): void {
  const unmet = gates.filter(({ isHeld }) => !isHeld);
  const held = gates.filter(({ isHeld }) => isHeld);
  if (unmet.length > 0) {
    const list = parent.createEl('ul', { cls: 'plan-rollup-unmet', attr: { 'aria-label': 'What stands in the way' } });
    for (const gate of [...unmet.filter(({ level }) => level === 'block'), ...unmet.filter(({ level }) => level !== 'block')]) addGate(list, gate, jump);
  }
  if (held.length === 0) return;
  const details = parent.createEl('details', { cls: 'plan-rollup-gates-held' });
  details.createEl('summary', { text: held.length === 1 ? '1 check holds' : `${held.length} checks hold` });
  const list = details.createEl('ul');
  for (const { gate } of held) list.createEl('li', { text: HELD[gate] });
}

function addGate(list: HTMLElement, { level, message, culprits }: GateResult, jump: (line: number) => void): void {
  const item = list.createEl('li', { cls: `plan-rollup-gate is-${level}` });
  const head = item.createDiv({ cls: 'plan-rollup-gate-message' });
  head.createSpan({ cls: 'plan-rollup-gate-level', text: level === 'block' ? 'Blocks' : 'Warns' });
  head.createSpan({ text: message });
  if (culprits.length === 0) return;
  const places = item.createEl('ul', { cls: 'plan-rollup-culprits', attr: { 'aria-label': message } });
  const add = ({ line, text }: GateResult['culprits'][number]): HTMLElement => {
    const button = places.createEl('li').createEl('button', { text: text === '' ? `Line ${line + 1}` : text, attr: { type: 'button', 'aria-label': `Go to line ${line + 1}: ${text}` } });
    button.addEventListener('click', () => { jump(line); });
    return button;
  };
  // One more is listed rather than counted.
  const shown = culprits.length === FEW + 1 ? culprits.length : FEW;
  for (const culprit of culprits.slice(0, shown)) add(culprit);
  const others = culprits.slice(shown);
  if (others.length === 0) return;
  const more = item.createEl('button', { cls: 'plan-rollup-more', text: `and ${others.length} more`, attr: { type: 'button' } });
  more.addEventListener('click', () => {
    more.remove();
    others.map(add)[0]?.focus();
  });
}
