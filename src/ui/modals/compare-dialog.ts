/** Shows what a note lacks of its template, and puts in what the user ticks after a look at the very lines. */
import { type App, type ButtonComponent, Modal, Setting } from 'obsidian';
import type { ComparedSection, Comparison } from '../../core/template/compare-template';
import type { InsertPreview } from '../../core/template/preview-sections';

/** What the dialog needs of the note; each call looks at the note as it is then. */
export interface CompareSession {
  readonly templateName: string;
  /** Null when the note can't be read any more. */
  compare(): Promise<Comparison | null>;
  /** What inserting the sections would do; a sentence when it can't be done. */
  preview(keys: readonly string[]): Promise<InsertPreview | string>;
  /** Inserts them if that still does what `shown` says; null when it is done, else the reason. */
  apply(keys: readonly string[], shown: InsertPreview): Promise<string | null>;
}

export class CompareDialog extends Modal {
  private ticked = new Set<string>();
  private shown: InsertPreview | null = null;
  private previewEl: HTMLElement | null = null;
  private messageEl: HTMLElement | null = null;
  private insertButton: ButtonComponent | null = null;
  private isBusy = false;
  /** Counts previews, so that a slow one does not replace a newer one. */
  private turn = 0;

  constructor(
    app: App,
    private readonly session: CompareSession,
    private readonly first: Comparison,
  ) {
    super(app);
    this.modalEl.addClass('plan-rollup-compare');
  }

  override onOpen(): void {
    this.setTitle(`Compare with “${this.session.templateName}”`);
    this.show(this.first, '');
    this.contentEl.addEventListener('keydown', (event) => {
      this.onKey(event);
    });
  }

  override onClose(): void {
    this.turn++;
    this.contentEl.empty();
  }

  private show({ sections }: Comparison, message: string): void {
    this.contentEl.empty();
    this.ticked = new Set();
    this.shown = null;
    const missing = sections.filter(({ section, state }) => state === 'missing' && !isPartOfMissing(sections, section.parent));
    this.messageEl = this.contentEl.createDiv({ cls: 'plan-rollup-compare-message', text: message, attr: { role: 'status' } });
    // It scrolls, and the buttons below it stay in sight.
    const mainEl = this.contentEl.createDiv('plan-rollup-compare-main');
    if (missing.length === 0) mainEl.createEl('p', { text: 'Nothing is missing: the note has every section of the template.' });
    else this.addMissing(mainEl, missing, sections);
    this.addList(mainEl, 'Under another title', sections.filter(({ state }) => state === 'renamed').map(({ section, node }) => `“${section.title}” is “${node?.source ?? ''}” in the note`));
    this.addList(mainEl, 'In another place', sections.filter(({ state }) => state === 'moved').map(({ section }) => section.title));
    const buttons = new Setting(this.contentEl).setClass('plan-rollup-compare-buttons').addButton((button) => {
      button.setButtonText(missing.length === 0 ? 'Close' : 'Cancel').onClick(() => {
        this.close();
      });
      if (missing.length === 0) button.buttonEl.focus();
    });
    this.insertButton = null;
    if (missing.length > 0) {
      buttons.addButton((button) => {
        this.insertButton = button.setButtonText('Insert sections').setCta().setDisabled(true).onClick(() => void this.apply());
      });
      this.boxes()[0]?.focus();
    }
  }

  private addMissing(parent: HTMLElement, missing: readonly ComparedSection[], all: readonly ComparedSection[]): void {
    parent.createEl('h3', { text: 'Missing in the note' });
    const list = parent.createEl('ul', { cls: 'plan-rollup-compare-list' });
    for (const { section } of missing) {
      const label = list.createEl('li').createEl('label', { cls: 'plan-rollup-compare-choice' });
      const box = label.createEl('input', { type: 'checkbox' });
      const parent = all.find((other) => other.section.key === section.parent);
      const parts = all.filter((other) => other.section.parent === section.key).length;
      label.createSpan({ text: (parent ? `${parent.section.title} › ` : '') + section.title + (parts > 0 ? ` (with ${parts === 1 ? '1 part' : `${parts} parts`})` : '') });
      box.addEventListener('change', () => {
        if (box.checked) this.ticked.add(section.key);
        else this.ticked.delete(section.key);
        void this.preview();
      });
    }
    parent.createEl('h3', { text: 'What will be put in' });
    this.previewEl = parent.createDiv({ cls: 'plan-rollup-compare-preview', attr: { role: 'region', 'aria-label': 'What will be put in', tabindex: '0' } });
    this.previewEl.createEl('p', { text: 'Tick a section to see its lines here.' });
  }

  private addList(parent: HTMLElement, heading: string, lines: readonly string[]): void {
    if (lines.length === 0) return;
    parent.createEl('h3', { text: heading });
    const list = parent.createEl('ul');
    for (const line of lines) list.createEl('li', { text: line });
  }

  private async preview(): Promise<void> {
    const turn = ++this.turn;
    this.shown = null;
    this.insertButton?.setDisabled(true);
    const keys = [...this.ticked];
    const preview = keys.length === 0 ? null : await this.session.preview(keys);
    if (turn !== this.turn || !this.previewEl) return;
    this.previewEl.empty();
    if (preview === null) this.previewEl.createEl('p', { text: 'Tick a section to see its lines here.' });
    else if (typeof preview === 'string') this.previewEl.createEl('p', { text: preview });
    else {
      this.shown = preview;
      showPreview(this.previewEl, preview);
      this.insertButton?.setButtonText(keys.length === 1 ? 'Insert 1 section' : `Insert ${keys.length} sections`).setDisabled(false);
    }
  }

  private async apply(): Promise<void> {
    const { shown } = this;
    if (!shown || this.isBusy) return;
    this.isBusy = true;
    const keys = [...this.ticked];
    const problem = await this.session.apply(keys, shown).finally(() => {
      this.isBusy = false;
    });
    const comparison = await this.session.compare();
    if (!this.contentEl.isConnected) return;
    if (!comparison) this.messageEl?.setText(problem ?? 'The note can’t be read any more.');
    else this.show(comparison, problem ?? (keys.length === 1 ? '1 section inserted.' : `${keys.length} sections inserted.`));
  }

  /** Arrows go from box to box, Enter inserts. */
  private onKey(event: KeyboardEvent): void {
    const boxes = this.boxes();
    const at = boxes.findIndex((box) => box === event.target);
    if (at < 0) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) boxes[(at + step + boxes.length) % boxes.length]?.focus();
    else if (event.key === 'Enter' && !event.repeat) void this.apply();
    else return;
    event.preventDefault();
  }

  private boxes(): HTMLInputElement[] {
    return Array.from(this.contentEl.querySelectorAll<HTMLInputElement>('.plan-rollup-compare-choice input'));
  }
}

function isPartOfMissing(sections: readonly ComparedSection[], parent: string | null): boolean {
  return parent !== null && sections.some(({ section, state }) => section.key === parent && state === 'missing');
}

function showPreview(el: HTMLElement, { inserted, renumbered }: InsertPreview): void {
  for (const { behind, lines } of inserted) {
    el.createEl('p', { text: behind === null ? 'Above the first section:' : `Behind “${behind}”:` });
    el.createEl('pre', { text: lines.join('\n') });
  }
  if (renumbered.length === 0) return;
  el.createEl('p', { text: 'Numbers that make room:' });
  el.createEl('pre', { text: renumbered.map(({ before, after }) => `${before}  →  ${after}`).join('\n') });
}
