/** The parts list: builds the parts, registers them with Obsidian, nothing else. */
import { moment, Plugin } from 'obsidian';
import { addExplainCommands } from './commands/explain-commands';
import { addFillCommands } from './commands/fill-commands';
import { addGrowCommands } from './commands/grow-commands';
import { addInsertCommands } from './commands/insert-commands';
import { addLogCommands } from './commands/log-commands';
import { addPaneCommands, openRollup } from './commands/pane-commands';
import { addPlaceholderCommands, jump } from './commands/placeholder-commands';
import type { CommandParts } from './commands/plan-commands';
import { addSectionCommands } from './commands/section-commands';
import { addStatusCommands, setStatus } from './commands/status-commands';
import { addTemplateCommands, templatesOf } from './commands/template-commands';
import { addUndoCommands } from './commands/undo-commands';
import { calendarDateOf } from './core/date/calendar-date';
import { PlanIndex } from './core/indexing/plan-index';
import { showPlaceholderCount } from './editor/placeholder-count';
import { placeholderExtension } from './editor/placeholder-extension';
import { SettingsStore } from './settings/settings-store';
import { PlanRollupSettingTab } from './settings/settings-tab';
import { ROLLUP_VIEW, RollupView } from './ui/pane/rollup-view';
import { NoticeReport } from './ui/report';
import { IndexFeeder } from './vault/index-feeder';
import { ObsidianNotes } from './vault/obsidian-notes';
import { StatusWatch } from './vault/status-watch';
import { TemplateLibrary } from './vault/template-library';
import { WriteJournal } from './vault/write-journal';

/** Obsidian's own copy of moment, which has its types elsewhere. */
const format = (instant: Date, pattern: string): string => (moment as unknown as (instant: Date) => { format(pattern: string): string })(instant).format(pattern);

export default class PlanRollupPlugin extends Plugin {
  private readonly store = new SettingsStore(this);

  override async onload(): Promise<void> {
    const { app } = this;
    const settings = this.store;
    const notes = new WriteJournal(new ObsidianNotes(app));
    this.registerEvent(app.vault.on('rename', ({ path }, from) => { notes.moved(from, path); }));
    const report = new NoticeReport();
    const library = new TemplateLibrary(app, settings);
    const index = new PlanIndex(settings.reading);
    const feeder = this.addChild(new IndexFeeder(app, index, (path) => library.holds(path)));
    settings.onReadingChange(() => {
      index.readAs(settings.reading);
      feeder.readAgain();
    });

    this.registerView(ROLLUP_VIEW, (leaf) => new RollupView(leaf, { index, feeder, notes, report }));
    this.addRibbonIcon('list-checks', 'Open plan rollup', () => void openRollup(app, { isFocused: true }));
    this.addSettingTab(new PlanRollupSettingTab(app, this, settings));

    const parts: CommandParts = { app, notes, settings, report, templates: () => templatesOf(library, report), formatNow: (pattern) => format(new Date(), pattern), today: () => calendarDateOf(new Date()) };
    const add = this.addCommand.bind(this);
    addInsertCommands(add, parts);
    addSectionCommands(add, parts);
    addGrowCommands(add, parts);
    addStatusCommands(add, parts);
    addLogCommands(add, parts);
    addTemplateCommands(add, parts);
    addPlaceholderCommands(add, parts);
    addFillCommands(add, parts);
    addExplainCommands(add, parts);
    addPaneCommands(add, app);
    addUndoCommands(add, parts, notes);
    this.addChild(new StatusWatch({ ...parts, index, feeder, move: (path, status) => void setStatus(parts, path, status) }));

    const extension = placeholderExtension(settings.current);
    this.registerEditorExtension(extension);
    settings.onChange((before) => {
      if (before.markPlaceholders === settings.current.markPlaceholders) return;
      extension.splice(0, extension.length, ...placeholderExtension(settings.current));
      app.workspace.updateOptions();
    });
    showPlaceholderCount(this, { app, settings, item: this.addStatusBarItem(), goToNext: (editor) => { jump(parts, editor, 'next'); } });

    await settings.load();
  }

  override onExternalSettingsChange(): void {
    void this.store.load();
  }

  override onUserEnable(): void {
    void openRollup(this.app, { isFocused: false });
  }
}
