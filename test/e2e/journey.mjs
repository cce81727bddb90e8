// Owns: one person's visit: a browser window with the host, open on a vault of its own. Waits by looking, never by sleeping.
import assert from 'node:assert/strict';
import { serveVault } from '../host/server/serve-vault.mjs';
import { VaultCopy } from './vault-copy.mjs';

/** The clock of every test: an evening in Los Angeles, when it is tomorrow already in UTC. */
export const TODAY = '2026-03-07';
const NOW = '2026-03-07T22:30:00-08:00';
/** Far more than anything takes, in ms: a busy machine is no failure. */
const TIME_LIMIT = 20_000;

/**
 * @typedef {object} JourneyOptions
 * @property {'demo' | Readonly<Record<string, string | Uint8Array>>} [vault] path → content; left out: no page is opened
 * @property {boolean} [asksBeforeWriting]
 * @property {boolean} [keepsDataInVault] the plugin's settings are a file of the vault, as in Obsidian
 * @property {{ width: number, height: number }} [viewport]
 * @property {'light' | 'dark'} [theme]
 * @property {RegExp[]} [errors] errors that the test provokes
 */

export class Journey {
  /** What the page reported: errors, unhandled rejections, console errors. */
  problems = [];
  vault = null;
  page = null;
  #context = null;
  #server = null;

  /** @param {JourneyOptions} options */
  constructor(place, options) {
    this.place = place;
    this.options = options;
  }

  /** Serves the vault and opens the host; does neither when the test names no vault. */
  async start() {
    const { vault, asksBeforeWriting = false, keepsDataInVault = false } = this.options;
    if (vault === undefined) return;
    this.vault = await VaultCopy.make(vault);
    const { bundle, pluginFolder } = this.place;
    this.#server = await serveVault({ vault: this.vault.folder, bundle, pluginFolder, keepsDataInVault, asksBeforeWriting });
    await this.visit(this.#server.url);
  }

  /** Opens an address in a new window and waits until the plugin runs. */
  async visit(url) {
    const { viewport = { width: 1280, height: 800 }, theme = 'light' } = this.options;
    await this.leave();
    this.#context = await this.place.browser.newContext({ viewport, colorScheme: theme, timezoneId: 'America/Los_Angeles', locale: 'en-US', reducedMotion: 'reduce' });
    this.page = await this.#context.newPage();
    this.page.setDefaultTimeout(TIME_LIMIT);
    this.page.on('pageerror', (error) => this.problems.push(`page error: ${error.stack ?? error.message}`));
    this.page.on('console', (message) => {
      if (message.type() === 'error') this.problems.push(`console: ${message.text()}`);
    });
    await this.page.clock.setFixedTime(new Date(NOW));
    await this.page.goto(url);
    await this.isReady();
  }

  /** Waits until the plugin runs and, where the pane shows, the vault has been read. */
  async isReady() {
    await this.page.waitForFunction(() => window.hostReady === true);
    const { viewport } = this.options;
    if (!viewport || viewport.width > 600) await this.page.locator('.plan-rollup-summary').getByText(/ of [\d,]+$/).first().waitFor();
  }

  /** What the page reported and the test did not announce. */
  unexpectedProblems() {
    return this.problems.filter((problem) => !(this.options.errors ?? []).some((pattern) => pattern.test(problem)));
  }

  /** Closes the window; the host goes on. */
  async leave() {
    await this.#context?.close();
    this.#context = null;
    this.page = null;
  }

  async close() {
    await this.leave();
    await this.#server?.close();
  }

  // --- keyboard

  async press(...keys) {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  async type(text) {
    await this.page.keyboard.type(text);
  }

  /** Runs a command of the plugin from the palette. */
  async command(name) {
    await this.press('Control+p');
    await this.choose(`Plan Rollup: ${name}`);
  }

  /** Types into the open picker until the entry is selected, and takes it. */
  async choose(entry) {
    const picker = this.page.locator('.prompt');
    await picker.waitFor();
    await this.page.keyboard.insertText(entry);
    const options = picker.getByRole('option');
    const names = await this.until(`“${entry}” among the suggestions`, async () => {
      const found = await options.evaluateAll((all) => all.map((option) => (option.querySelector('.suggestion-title') ?? option.firstElementChild ?? option).textContent ?? ''));
      return found.includes(entry) ? found : null;
    });
    for (let step = names.indexOf(entry); step > 0; step--) await this.press('ArrowDown');
    await this.press('Enter');
  }

  /** Names the folder of the user's own templates in the settings. */
  async setTemplateFolder(folder) {
    await this.press('Control+,');
    const settings = this.page.getByRole('dialog');
    await settings.getByRole('button', { name: 'Plan Rollup' }).or(settings.getByRole('tab', { name: 'Plan Rollup' })).first().click();
    await settings.getByPlaceholder('Templates/Plans').fill(folder);
    await this.press('Escape', 'Escape');
    await settings.waitFor({ state: 'detached' });
  }

  /** The control of a field in the form in front. */
  field(label) {
    return this.page.locator(`.plan-rollup-form [aria-label="${label}"]`);
  }

  /** Waits for the form and sends it as it is, by the keyboard. */
  async sendForm() {
    await this.page.locator('.plan-rollup-form').waitFor();
    await this.press('Enter');
  }

  /** Opens a note by the quick switcher; the caret is where a fresh editor has it. */
  async openNote(path) {
    await this.press('Control+o');
    await this.choose(path.replace(/\.md$/, ''));
    await this.isOpen(path);
  }

  /** Waits until the note is the active one and has the focus. */
  async isOpen(path) {
    const hasFocus = (wanted) => {
      const { workspace } = window.app;
      return workspace.getLastOpenFiles()[0] === wanted && workspace.activeLeaf.view.file?.path === wanted && workspace.activeLeaf.containerEl.contains(document.activeElement);
    };
    await this.until(`${path} open`, () => this.page.evaluate(hasFocus, path));
  }

  /** Line and column, both from 0. */
  async moveCaret(line, ch) {
    await this.page.evaluate((to) => window.app.workspace.activeEditor.editor.setCursor(to), { line, ch });
  }

  selection() {
    return this.page.evaluate(() => window.app.workspace.activeEditor.editor.getSelection());
  }

  caret() {
    return this.page.evaluate(() => window.app.workspace.activeEditor.editor.getCursor());
  }

  editorText() {
    return this.page.evaluate(() => window.app.workspace.activeEditor.editor.getValue());
  }

  notice(text) {
    return this.page.locator('.notice', { hasText: text }).first().waitFor();
  }

  // --- the pane

  get tabs() {
    return this.page.getByRole('tablist', { name: 'Lenses' }).getByRole('tab');
  }

  get grid() {
    return this.page.getByRole('treegrid');
  }

  get filter() {
    return this.page.getByRole('combobox', { name: 'Filter rows' });
  }

  row(text) {
    return this.page.locator('.plan-rollup-item[role=row]', { hasText: text });
  }

  group(text) {
    return this.page.locator('.plan-rollup-group[role=row]', { hasText: text });
  }

  async lens(name) {
    await this.page.getByRole('tab', { name }).click();
    await this.page.locator(`[role=tabpanel][aria-label="${name}"]`).waitFor();
  }

  async tick(text) {
    await this.page.getByRole('checkbox', { name: `Tick: ${text}`, exact: true }).click();
  }

  /** Into the list as a person without a mouse: the command, then Tab. */
  async focusList() {
    await this.command('Open the pane');
    await this.tabTo(this.grid);
  }

  /** Presses Tab until the element has the focus. */
  async tabTo(locator) {
    await this.until('the focus to get there', async () => {
      if (await this.hasFocus(locator)) return true;
      await this.press('Tab');
      return false;
    });
  }

  hasFocus(locator) {
    return locator.evaluate((element) => element === document.activeElement);
  }

  /** Waits until the pane's summary says this. */
  counts(text) {
    return this.page.locator('.plan-rollup-summary').getByRole('status').getByText(text, { exact: true }).waitFor();
  }

  /** Texts of all lines of the list from top to bottom, scrolling through it: groups as "Title 2/5", items as their title or text. Without rows that only stay to be undone. */
  async lines() {
    return this.page.evaluate(async () => {
      const list = document.querySelector('.plan-rollup-list');
      if (!list) return [];
      const found = new Map();
      const nextFrame = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      for (let top = 0; ; top += list.clientHeight) {
        list.scrollTop = top;
        await nextFrame();
        for (const row of list.querySelectorAll('.plan-rollup-line [role=row]:not(.is-kept)')) {
          const name = row.querySelector('.plan-rollup-group-name, .plan-rollup-item-title, .plan-rollup-item-text')?.textContent ?? '';
          const count = row.querySelector('.plan-rollup-count');
          found.set(Number(row.getAttribute('aria-rowindex')), count ? `${name} ${count.textContent}` : name);
        }
        if (top + list.clientHeight >= list.scrollHeight) break;
      }
      list.scrollTop = 0;
      return [...found].sort(([a], [b]) => a - b).map(([, text]) => text);
    });
  }

  /** Waits until the list is this. */
  async showsLines(expected) {
    let last = [];
    const isSame = async () => {
      last = await this.lines();
      return JSON.stringify(last) === JSON.stringify(expected);
    };
    await this.until('lines', isSame).catch(() => assert.deepEqual(last, expected));
  }

  // --- looking at the disk

  /** Polls until `probe` answers something; answers that. */
  async until(what, probe, limit = TIME_LIMIT) {
    const end = performance.now() + limit;
    for (;;) {
      const found = await probe();
      if (found !== null && found !== undefined && found !== false) return found;
      if (performance.now() > end) throw new Error(`Waited ${limit / 1000} s in vain: ${what}.`);
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
  }

  /** Waits until the file says exactly this; shows both when it never does. */
  async fileSays(path, expected) {
    let last = null;
    const isSame = async () => {
      last = await this.vault.text(path);
      return last === expected;
    };
    await this.until(path, isSame, 8000).catch(() => assert.equal(last, expected));
  }

  /** Waits until the file is not what it was at the start any more; answers its text. */
  async changedText(path) {
    return this.until(`a change of ${path}`, async () => {
      const text = await this.vault.text(path);
      return text !== null && text !== this.vault.before(path) ? text : null;
    });
  }

  /** These files, and no others, are different from the start. */
  async onlyChanged(...paths) {
    assert.deepEqual(await this.vault.changed(), paths.sort());
  }

  /** For longer than the editor waits before it saves, the file says this. */
  async keepsSaying(path, text) {
    await this.keeps(async () => assert.equal(await this.vault.text(path), text));
  }

  /** For longer than the editor waits before it saves, nothing at all has changed. */
  async staysUntouched(ms = 600) {
    await this.keeps(() => this.onlyChanged(), ms);
  }

  /** Looks again and again for a while: `check` must never throw. */
  async keeps(check, ms = 600) {
    for (const end = performance.now() + ms; performance.now() < end; ) {
      await check();
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await check();
  }
}
