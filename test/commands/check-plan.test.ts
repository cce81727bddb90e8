// The commands that look for contradictions, and what a plan's header says of them and of its past.
import type { MarkdownView } from 'obsidian';
import { afterEach, describe, expect, test } from 'vitest';
import { choose, clickButton, find, findAll, notices, offered, press } from '../support/at-the-keyboard';
import { closePlugin, openPlugin, type PluginHost, run } from './open-plugin';

const PLAN = `---
type: plan
status: Completed
plan-id: P-1
---
# Pumps plan

## Verification

- [x] One
- [ ] **Two**

## Change Log

| Date | Author | Change |
| --- | --- | --- |
| 2026-01-05 | QA | Status: Draft → Approved |
| 2026-01-25 | QA | Status: Approved → In Progress |
| 2026-02-04 | QA | Status: In Progress → Completed |
`;
const WELL = PLAN.replace('- [ ] **Two**', '- [x] **Two**').replace('P-1', 'P-2');

let host: PluginHost;
let view: MarkdownView;
afterEach(() => closePlugin(host));

async function open(text: string, more: Readonly<Record<string, string>> = {}): Promise<void> {
  host = await openPlugin({ 'a.md': text, ...more });
  view = await host.open('a.md');
}

const evidence = (): string[] => findAll('.suggestion-item').map((item) => item.children[1]?.textContent ?? '');

describe('check plan', () => {
  test('lists each contradiction with its line and its words; Enter goes there, and nothing is written', async () => {
    await open(PLAN.replace('In Progress → Completed', 'In Progress → Approved'));
    await run(host, 'check-plan');
    expect(find('.prompt input').getAttribute('placeholder')).toBe('2 contradictions in “Pumps plan”');
    expect(offered()).toEqual(['The status is “Completed”, but 1 verification item is not ticked', 'The status is “Completed”, but the change log ends in “Approved”']);
    expect(evidence()).toEqual(['Line 11: Two', 'Line 19: Status: In Progress → Approved']);
    press('Enter');
    await host.settle();
    expect([view.editor.getCursor().line, host.disk.get('a.md')]).toEqual([10, PLAN.replace('In Progress → Completed', 'In Progress → Approved')]);
  });

  test('reads what is being typed, and tells of other plans with the same id from either side', async () => {
    await open(WELL.replace('P-2', 'P-1'), { 'b.md': PLAN });
    await run(host, 'check-plan');
    expect(offered()).toEqual(['The id “P-1” is also that of “b”']);
    press('Escape');
    await host.settle();
    view.editor.setValue(view.editor.getValue().replace('- [x] One', '- [ ] One'));
    await run(host, 'check-plan');
    expect(offered()).toEqual(['The status is “Completed”, but 1 verification item is not ticked', 'The id “P-1” is also that of “b”']);
    press('Escape');
    await host.open('b.md');
    await run(host, 'check-plan');
    choose('The id “P-1” is also that of “a”');
    await host.settle();
    expect(host.editor().getCursor().line).toBe(3);
  });

  test('without any it says so; of a note that is no plan, that', async () => {
    await open(WELL, { 'b.md': 'Just a note\n' });
    await run(host, 'check-plan');
    expect(notices()).toEqual(['No contradictions.']);
    view.editor.setValue(PLAN.replace('plan-id: P-1', 'plan-ignore: open-items'));
    await run(host, 'check-plan');
    expect(notices().at(-1)).toBe('No contradictions; 1 is ignored.');
    await host.open('b.md');
    await run(host, 'check-plan');
    expect(notices().at(-1)).toContain('no plan');
  });
});

test('check all plans shows the pane at its drift lens', async () => {
  await open(PLAN);
  await run(host, 'check-all-plans');
  expect(find('.plan-rollup [role="tab"][aria-selected="true"]').textContent).toBe('Drift');
  expect(findAll('.is-drift .plan-rollup-item-text').map(({ textContent }) => textContent)).toEqual(['The status is “Completed”, but 1 verification item is not ticked']);
});

describe('the header', () => {
  const header = (): HTMLElement => find('.plan-rollup-header');

  test('counts contradictions, and its details name them and lead there', async () => {
    await open(PLAN);
    clickButton('1 contradiction', header());
    await host.settle();
    expect(find('.plan-rollup-header-details').textContent).toContain('ContradictionsThe status is “Completed”, but 1 verification item is not ticked');
    clickButton('The status is “Completed”, but 1 verification item is not ticked', header());
    await host.settle();
    expect(view.editor.getCursor().line).toBe(10);
    view.editor.setValue(WELL);
    await host.settle();
    expect(header().textContent).not.toContain('ontradiction');
  });

  test('tells how long the plan had each status, and how long the work took', async () => {
    await open(WELL);
    find('[aria-label="Details"]', header()).click();
    await host.settle();
    expect(findAll('.plan-rollup-timeline li', header()).map(({ textContent }) => textContent)).toEqual(['Approved2026-01-05, 20 days', 'In Progress2026-01-25, 10 days', 'Completed2026-02-04, 38 days']);
    expect(header().textContent).toContain('From the start of the work to its end: 10 days');
    view.editor.setValue(WELL.replace('Approved → In Progress', 'In Review → In Progress'));
    await host.settle();
    expect(header().textContent).toContain('The log misses a row in between');
  });
});
