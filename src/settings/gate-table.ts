import { Setting } from 'obsidian';
import { gateLines, withGateLevel, withoutOwnGates, withOwnGates } from '../core/status/edit-workflow';
import { GATE_LEVELS, type GateId, type GateLevel, GATES, type TransitionGates } from '../core/status/gate';
import { choiceIn } from '../core/status/stored-value';
import type { Workflow } from '../core/status/workflow';
import { addNamedButton, redraw } from './edit-dialog';
import type { WorkflowEditing } from './workflow-editing';

const GATE_NAMES: Readonly<Record<GateId, { readonly name: string; readonly asks: string }>> = {
  frontmatter: { name: 'Frontmatter', asks: 'it can be read' },
  verification: { name: 'Verification', asks: 'all items are ticked' },
  confirmation: { name: 'Confirmation', asks: 'each phase is confirmed' },
  work: { name: 'Open work', asks: 'all other boxes are ticked' },
  'phase-order': { name: 'Phase order', asks: 'no phase is done before an earlier one' },
  questions: { name: 'Questions', asks: 'none is open' },
  requirements: { name: 'Requirements', asks: 'each MUST has a verification item' },
  violations: { name: 'Violations', asks: 'each one of the constitution is justified' },
  placeholders: { name: 'Placeholders', asks: 'none is left' },
};
const LEVEL_NAMES: Readonly<Record<GateLevel, string>> = { off: 'Off', warn: 'Warn', block: 'Block' };
const ANY = '*';

/** What is looked at before a plan moves: a line for each status it may move to, and one for each move with gates of its own. */
export class GateTable {
  private readonly countEl: HTMLElement;
  private readonly bodyEl: HTMLElement;
  private own = { from: '', to: '' };

  constructor(
    parentEl: HTMLElement,
    private readonly editing: WorkflowEditing,
  ) {
    const detailsEl = parentEl.createEl('details');
    const summaryEl = detailsEl.createEl('summary', { text: 'Gates' });
    this.countEl = summaryEl.createSpan('plan-rollup-note');
    const intro = 'What is looked at before a plan moves. A warning is told; what blocks is passed only with a reason, which goes into the log. ';
    detailsEl.createEl('p', { cls: 'plan-rollup-note', text: `${intro}${GATES.map((gate) => `${GATE_NAMES[gate].name}: ${GATE_NAMES[gate].asks}`).join('. ')}.` });
    this.bodyEl = detailsEl.createDiv();
  }

  draw(focused: string | null = null): void {
    redraw(this.bodyEl, () => {
      const { workflow } = this.editing;
      const tableEl = this.bodyEl.createEl('table', { cls: 'plan-rollup-gates' });
      const headEl = tableEl.createEl('thead').createEl('tr');
      for (const name of ['Move to', ...GATES.map((gate) => GATE_NAMES[gate].name)]) headEl.createEl('th', { text: name, attr: { scope: 'col' } });
      const linesEl = tableEl.createEl('tbody');
      for (const line of gateLines(workflow)) this.drawLine(linesEl, workflow, line);
      this.drawOwn(workflow);
    }, focused);
    this.count();
  }

  private drawLine(linesEl: HTMLElement, workflow: Workflow, line: TransitionGates): void {
    const rowEl = linesEl.createEl('tr');
    const move = moveName(workflow, line);
    const nameEl = rowEl.createEl('th', { attr: { scope: 'row' } });
    nameEl.createSpan({ text: move });
    if (line.from !== ANY) {
      const setting = new Setting(nameEl);
      addNamedButton(setting, { icon: 'trash-2', name: `Remove the gates of ${move}` }, () => {
        this.editing.change((before) => withoutOwnGates(before, line));
        this.draw('From');
      });
      nameEl.append(setting.controlEl);
      setting.settingEl.remove();
    }
    for (const gate of GATES) this.drawLevel(rowEl, { line, gate, move });
  }

  private drawLevel(rowEl: HTMLElement, { line, gate, move }: { line: TransitionGates; gate: GateId; move: string }): void {
    const { name } = GATE_NAMES[gate];
    const cellEl = rowEl.createEl('td');
    cellEl.createSpan({ text: name, attr: { 'aria-hidden': 'true' } });
    const selectEl = cellEl.createEl('select', { cls: 'dropdown', attr: { 'aria-label': `${name}, ${move}` } });
    for (const level of GATE_LEVELS) selectEl.createEl('option', { value: level, text: LEVEL_NAMES[level] });
    selectEl.value = line.levels[gate] ?? 'off';
    selectEl.dataset['level'] = selectEl.value;
    selectEl.addEventListener('change', () => {
      const level = choiceIn(GATE_LEVELS, selectEl.value) ?? 'off';
      selectEl.dataset['level'] = level;
      this.editing.change((before) => withGateLevel(before, line, gate, level));
      this.count();
    });
  }

  /** Adds a line for one move. */
  private drawOwn(workflow: Workflow): void {
    const [first, second] = workflow.statuses;
    const has = (id: string): boolean => workflow.statuses.some((status) => status.id === id);
    this.own = { from: has(this.own.from) ? this.own.from : (first?.id ?? ''), to: has(this.own.to) ? this.own.to : (second?.id ?? '') };
    const setting = new Setting(this.bodyEl).setName('Only when coming from').setDesc('One move gets gates of its own, in place of those above.').setClass('plan-rollup-setting-row');
    for (const [key, name] of [['from', 'From'], ['to', 'To']] as const)
      setting.addDropdown((dropdown) => {
        for (const { id, name: status } of workflow.statuses) dropdown.addOption(id, `${name} ${status}`);
        dropdown.setValue(this.own[key]).onChange((id) => {
          this.own = { ...this.own, [key]: id };
          setting.setErrorMessage(null);
        });
        dropdown.selectEl.setAttribute('aria-label', name);
      });
    addNamedButton(setting, { text: 'Add', name: 'Add gates of one move' }, () => {
      const { own } = this;
      const problem = own.from === own.to ? 'Choose two statuses.' : gateLines(this.editing.workflow).some(({ from, to }) => from === own.from && to === own.to) ? 'This move has gates of its own already.' : null;
      setting.setErrorMessage(problem);
      if (problem !== null) return;
      this.editing.change((before) => withOwnGates(before, own));
      this.draw(`${GATE_NAMES[GATES[0]].name}, ${moveName(this.editing.workflow, own)}`);
    });
  }

  private count(): void {
    const levels = gateLines(this.editing.workflow).flatMap((line) => Object.values(line.levels));
    const of = (level: GateLevel): number => levels.filter((each) => each === level).length;
    this.countEl.setText(` ${of('block')} block, ${of('warn')} warn`);
  }
}

/** "Completed", "Completed from Draft". */
function moveName({ statuses }: Workflow, { from, to }: { readonly from: string; readonly to: string }): string {
  const name = (id: string): string => statuses.find((status) => status.id === id)?.name ?? id;
  return from === ANY ? name(to) : `${name(to)} from ${name(from)}`;
}
