// The order of the pane's rows: each lens's own way first, and controls that say what is shown.
import { afterEach, expect, test } from 'vitest';
import { find, findAll } from '../support/at-the-keyboard';
import { closePlugin, lines, openPane, pane, type PluginHost, showLens } from './open-pane';

const PLAN = `---
type: plan
---
# Plan

## Risks

| Risk | Likelihood | Impact |
| --- | --- | --- |
| unknown | maybe | |
| small | Low | Low |
| great | High | High |
| middling | Medium | Medium |

## Change Log

| Date | Change |
| --- | --- |
| 2026-01-19 | oldest |
| someday | undated |
| 2026-11-02 | newest |
`;

let host: PluginHost;
afterEach(() => closePlugin(host));

const sortBy = (): HTMLSelectElement => find('[aria-label="Sort by"]', pane()) as HTMLSelectElement;
/** What the select shows. */
const chosen = (name: string): string | null => {
  const select = find(`[aria-label="${name}"]`, pane()) as HTMLSelectElement;
  return findAll('option', select).find((option) => (option as HTMLOptionElement).value === select.value)?.textContent ?? null;
};
const turn = (): HTMLElement => find('[aria-label$="turn the order round"]', pane());
const said = (): (string | null)[] => [chosen('Sort by'), turn().getAttribute('aria-label'), turn().textContent];

async function choose(sort: string): Promise<void> {
  sortBy().value = sort;
  sortBy().dispatchEvent(new Event('change', { bubbles: true }));
  await host.settle();
}

async function show(state: { readonly lens: string; readonly sort?: string; readonly group?: string }): Promise<void> {
  const [leaf] = host.app.workspace.getLeavesOfType('plan-rollup');
  await leaf?.view.setState({ lens: state.lens, lenses: { [state.lens]: { query: '', group: '', sort: '', ...state } } }, { history: false });
  await host.settle();
}

test('risks start with the highest score; turned round with the lowest; what has none is last either way', async () => {
  host = await openPane({ 'plan.md': PLAN });
  await showLens(host, 'Risks');
  expect([lines(), said()]).toEqual([['great', 'middling', 'small', 'unknown'], ['Score', 'Descending: turn the order round', '↓']]);
  turn().click();
  await host.settle();
  expect([lines(), said()]).toEqual([['small', 'middling', 'great', 'unknown'], ['Score', 'Ascending: turn the order round', '↑']]);
  await choose('text');
  expect([lines()[0], said()]).toEqual(['great', ['Text', 'Ascending: turn the order round', '↑']]);
  await choose('score');
  expect([lines()[0], said()[2]]).toEqual(['great', '↓']);
});

test('activity starts with the newest', async () => {
  host = await openPane({ 'plan.md': PLAN });
  await showLens(host, 'Activity');
  expect([lines()[0], lines()[1], said()[0]]).toEqual(['newest', 'oldest', 'Date']);
});

test('in the order of the notes there is nothing to turn round', async () => {
  host = await openPane({ 'plan.md': PLAN });
  await showLens(host, 'Plans');
  expect([said()[0], turn().hasAttribute('disabled')]).toEqual(['Place in the note', true]);
});

test('a view sorted by several keys, or in a way that is not offered, is shown as it is until another is chosen', async () => {
  host = await openPane({ 'plan.md': PLAN });
  await show({ lens: 'risks', sort: 'plan,-score', group: 'kind' });
  expect([lines().at(-4), said()]).toEqual(['great', ['Several: Plan, Score ↓', 'Ascending: turn the order round', '↑']]);
  expect(chosen('Group by')).toBe('Kind');
  await choose('text');
  expect([said()[0], findAll('option', sortBy()).map(({ textContent }) => textContent)]).toEqual(['Text', ['Score', 'Plan', 'Text']]);
  await show({ lens: 'risks', sort: 'path' });
  expect(said()[0]).toBe('Path');
});
