// Modals, suggestions, menus, notices and settings, as a person at the keyboard meets them.
import { debounce, FuzzySuggestModal, Menu, Modal, Notice, Plugin, PluginSettingTab, Setting, setIcon, type App, type SettingDefinitionItem } from 'obsidian';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openHost, type OpenHost } from '../support/open-host';

const state = { limit: 5, name: 'Ops', hidden: false, order: ['a', 'b'] };

class Tab extends PluginSettingTab {
  override getSettingDefinitions(): SettingDefinitionItem[] {
    return [
      {
        type: 'group',
        heading: 'General',
        items: [
          { name: 'Author', aliases: ['writer'], control: { type: 'text', key: 'name', validate: (value) => (value === '' ? 'A name, please.' : undefined) } },
          { name: 'Hide done', control: { type: 'toggle', key: 'hidden' } },
          { name: 'Limit', visible: () => !state.hidden, control: { type: 'number', key: 'limit', min: 1 } },
          { name: 'Action', action: (el, index) => void el.setAttr('data-ran', index) },
        ],
      },
      { type: 'list', heading: 'Order', items: state.order.map((name) => ({ name })), onReorder: (from, to) => this.move(from, to), onDelete: (index) => this.remove(index), emptyState: 'Nothing.' },
      { type: 'page', name: 'More', displayValue: () => `${state.order.length}`, items: [{ name: 'Inner', control: { type: 'dropdown', key: 'name', options: { Ops: 'Ops L.', QA: 'QA' } } }] },
      ...['One', 'Two', 'Three'].map((name) => ({ name })),
    ];
  }

  override getControlValue(key: string): unknown {
    return state[key as keyof typeof state];
  }

  override setControlValue(key: string, value: unknown): void {
    Object.assign(state, { [key]: value });
  }

  private move(from: number, to: number): void {
    state.order.splice(to, 0, ...state.order.splice(from, 1));
    this.update();
  }

  private remove(index: number): void {
    state.order.splice(index, 1);
    this.update();
  }
}

class TabPlugin extends Plugin {
  override onload(): void {
    this.addSettingTab(new Tab(this.app, this));
  }
}

class Pick extends FuzzySuggestModal<string> {
  chosen: string | null = null;
  constructor(app: App) {
    super(app);
    this.setPlaceholder('Pick one');
  }
  getItems(): string[] {
    return ['Release plan', 'Risk log', 'Design'];
  }
  getItemText(item: string): string {
    return item;
  }
  onChooseItem(item: string): void {
    this.chosen = item;
  }
}

let host: OpenHost<TabPlugin>;

function press(key: string, more: KeyboardEventInit = {}): void {
  (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
}

function shown(): string[] {
  return Array.from(document.querySelectorAll<HTMLElement>('.setting-item'))
    .filter((el) => el.isShown())
    .map((el) => el.querySelector('.setting-item-name')?.textContent ?? '');
}

function control<T extends HTMLElement>(name: string, selector: string): T {
  const row = Array.from(document.querySelectorAll('.setting-item')).find((el) => el.querySelector('.setting-item-name')?.textContent === name);
  const found = row?.querySelector<T>(selector);
  if (!found) throw new Error(`There is no ${selector} in ${name}.`);
  return found;
}

beforeEach(async () => {
  Object.assign(state, { limit: 5, name: 'Ops', hidden: false, order: ['a', 'b'] });
  host = await openHost({ files: { 'Note one.md': '', 'Other.md': '' }, plugin: TabPlugin });
});

afterEach(() => host.close());

test('a modal takes the focus and gives it back; Escape closes it', () => {
  const before = document.body.createEl('button');
  before.focus();
  const closed = vi.fn();
  const modal = new Modal(host.app).setTitle('Status').setCloseCallback(closed);
  new Setting(modal.contentEl).setName('Reason').addText((text) => text.setValue('x'));
  modal.open();
  expect(document.activeElement?.tagName).toBe('INPUT');
  expect(document.querySelector('[role="dialog"]')?.getAttribute('aria-label')).toBe('Status');
  press('Escape');
  expect([closed.mock.calls.length, document.querySelector('.modal'), document.activeElement === before]).toEqual([1, null, true]);
  before.remove();
});

test('suggestions follow the typing; arrows and Enter choose', async () => {
  const pick = new Pick(host.app);
  pick.open();
  await host.settle();
  pick.inputEl.value = 'r l';
  pick.inputEl.dispatchEvent(new Event('input'));
  await host.settle();
  expect(Array.from(document.querySelectorAll('.suggestion-item'), (el) => el.textContent)).toEqual(['Risk log', 'Release plan']);
  press('ArrowDown');
  press('Enter');
  expect([pick.chosen, document.querySelector('.prompt')]).toEqual(['Release plan', null]);
});

test('the palette runs a command, the switcher opens a note, both by key', async () => {
  press('p', { ctrlKey: true });
  await host.settle();
  const input = document.querySelector<HTMLInputElement>('.prompt-input');
  if (!input) throw new Error('no palette');
  input.value = 'toggle light';
  input.dispatchEvent(new Event('input'));
  await host.settle();
  press('Enter');
  expect(host.app.isDarkMode()).toBe(true);
  host.app.theme.set('theme-light');
  press('o', { ctrlKey: true });
  await host.settle();
  press('ArrowDown');
  press('Enter');
  await host.settle();
  expect(host.app.workspace.getActiveFile()?.path).toBe('Other.md');
});

test('a menu is driven by keys, submenus too, and gives the focus back', () => {
  const chosen: string[] = [];
  const menu = new Menu();
  menu.addItem((item) => item.setTitle('One').onClick(() => chosen.push('one')));
  menu.addItem((item) => item.setTitle('Off').setDisabled(true));
  menu.addItem((item) => {
    item.setTitle('More');
    (item as unknown as { setSubmenu(): Menu }).setSubmenu().addItem((inner) => inner.setTitle('Inner').onClick(() => chosen.push('inner')));
  });
  menu.showAtPosition({ x: 1, y: 1 });
  press('ArrowDown');
  press('ArrowDown');
  expect(document.activeElement?.textContent).toBe('More');
  press('ArrowRight');
  expect(document.activeElement?.textContent).toBe('Inner');
  press('Enter');
  expect([chosen, document.querySelector('.menu')]).toEqual([['inner'], null]);
});

test('a notice goes by time or by click', () => {
  vi.useFakeTimers();
  new Notice('short', 1000);
  const stays = new Notice('stays', 0);
  vi.advanceTimersByTime(1001);
  expect(document.querySelector('.notice-container')?.textContent).toBe('stays');
  stays.messageEl.click();
  expect(document.querySelector('.notice')).toBeNull();
  vi.useRealTimers();
});

test('debounce: the first call sets the time unless the timer is to be reset', async () => {
  const calls: string[] = [];
  const run = debounce((text: string) => void calls.push(text), 30);
  run('a');
  run('b');
  await host.settle();
  run('c');
  run.cancel();
  await host.settle();
  run('d');
  run.run();
  await host.settle();
  expect(calls).toEqual(['b', 'd']);
});

test('an unknown icon leaves the element alone, a known one is drawn', () => {
  const el = createDiv({ text: 'x' });
  setIcon(el, 'no-such-icon');
  expect(el.textContent).toBe('x');
  setIcon(el, 'lucide-list-checks');
  expect(el.querySelector('svg.lucide-list-checks path')).not.toBeNull();
});

test('declared settings are shown, checked, stored, hidden and shown again', async () => {
  host.app.setting.openTabById('plan-rollup');
  expect(shown()).toEqual(['General', 'Author', 'Hide done', 'Limit', 'Action', 'Order', 'a', 'b', 'More', 'One', 'Two', 'Three']);
  const author = control<HTMLInputElement>('Author', 'input');
  author.value = '';
  author.dispatchEvent(new Event('input'));
  await host.settle();
  expect([document.querySelector('.setting-item-error')?.textContent, state.name]).toEqual(['A name, please.', 'Ops']);
  author.value = 'QA';
  author.dispatchEvent(new Event('input'));
  await host.settle();
  expect([document.querySelector('.setting-item-error'), state.name]).toEqual([null, 'QA']);
  control('Hide done', 'input').click();
  await host.settle();
  expect([state.hidden, shown().includes('Limit')]).toEqual([true, false]);
  control('Action', 'button').click();
  expect(control('Action', 'button').closest('.setting-item')?.getAttribute('data-ran')).toBe('3');
});

test('settings can be searched, also by other words', async () => {
  host.app.setting.openTabById('plan-rollup');
  const search = document.querySelector<HTMLInputElement>('.setting-search input');
  if (!search) throw new Error('no search');
  search.value = 'WRITER';
  search.dispatchEvent(new Event('input'));
  await host.settle();
  expect(shown()).toEqual(['General', 'Author']);
});

test('a list can be reordered and emptied; a page opens and closes', () => {
  host.app.setting.openTabById('plan-rollup');
  control('b', '[aria-label="Move up"]').click();
  expect(state.order).toEqual(['b', 'a']);
  control('b', '[aria-label="Delete"]').click();
  control('a', '[aria-label="Delete"]').click();
  expect(document.querySelector('.setting-list-empty')?.textContent).toBe('Nothing.');
  control('More', '[aria-label="Open More"]').click();
  expect(shown()).toEqual(['More', 'Inner']);
  control('More', '[aria-label="Back"]').click();
  expect(shown()).toContain('Author');
});
