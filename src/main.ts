/** The parts list: builds the parts, registers them with Obsidian, nothing else. */
import { Plugin } from 'obsidian';
import { addExplainCommands } from './commands/explain-commands';
import { addFillCommands } from './commands/fill-commands';
import { addInsertCommands } from './commands/insert-commands';
import { addLogCommands } from './commands/log-commands';
import { addPaneCommands, openRollup } from './commands/pane-commands';
import { addPlaceholderCommands } from './commands/placeholder-commands';
import type { CommandParts } from './commands/plan-commands';
import { addStatusCommands } from './commands/status-commands';
import { calendarDateOf } from './core/date/calendar-date';
import { PlanIndex } from './core/indexing/plan-index';
import { BUILT_IN_TEMPLATES } from './core/template/builtin';
import { SettingsStore } from './settings/settings-store';
import { PlanRollupSettingTab } from './settings/settings-tab';
import { ROLLUP_VIEW, RollupView } from './ui/pane/rollup-view';
import { NoticeReport } from './ui/report';
import { IndexFeeder } from './vault/index-feeder';
import { ObsidianNotes } from './vault/obsidian-notes';

export default class PlanRollupPlugin extends Plugin {
  private readonly store = new SettingsStore(this);

  override async onload(): Promise<void> {
    const { app } = this;
    const settings = this.store;
    const notes = new ObsidianNotes(app);
    const report = new NoticeReport();
    const index = new PlanIndex(settings.reading);
    const feeder = this.addChild(new IndexFeeder(app, index));
    settings.onReadingChange(() => {
      index.readAs(settings.reading);
      feeder.readAgain();
    });

    this.registerView(ROLLUP_VIEW, (leaf) => new RollupView(leaf, { index, feeder, notes, report }));
    this.addRibbonIcon('list-checks', 'Open plan rollup', () => void openRollup(app, { isFocused: true }));
    this.addSettingTab(new PlanRollupSettingTab(app, this, settings));

    const parts: CommandParts = { app, notes, settings, report, templates: () => Promise.resolve(BUILT_IN_TEMPLATES), today: () => calendarDateOf(new Date()) };
    const add = this.addCommand.bind(this);
    addInsertCommands(add, parts);
    addStatusCommands(add, parts);
    addLogCommands(add, parts);
    addPlaceholderCommands(add, parts);
    addFillCommands(add, parts);
    addExplainCommands(add, parts);
    addPaneCommands(add, app);

    await settings.load();
  }

  override onExternalSettingsChange(): void {
    void this.store.load();
  }

  override onUserEnable(): void {
    void openRollup(this.app, { isFocused: false });
  }
}
