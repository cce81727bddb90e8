/** The parts list: builds the parts, registers them with Obsidian, nothing else. */
import { Plugin } from 'obsidian';
import { addExplainCommands } from './commands/explain-commands';
import { addInsertCommands } from './commands/insert-commands';
import { addLogCommands } from './commands/log-commands';
import { addPaneCommands, openRollup } from './commands/pane-commands';
import { addPlaceholderCommands } from './commands/placeholder-commands';
import type { CommandParts } from './commands/plan-commands';
import { addStatusCommands } from './commands/status-commands';
import { calendarDateOf } from './core/date/calendar-date';
import { PlanIndex } from './core/indexing/plan-index';
import { DEFAULT_WORKFLOW } from './core/status/workflow';
import { SettingsStore } from './settings/settings-store';
import { PlanRollupSettingTab } from './settings/settings-tab';
import { ROLLUP_VIEW, RollupView } from './ui/pane/rollup-view';
import { NoticeReport } from './ui/report';
import { IndexFeeder } from './vault/index-feeder';
import { ObsidianNotes } from './vault/obsidian-notes';

export default class PlanRollupPlugin extends Plugin {
  override async onload(): Promise<void> {
    const { app } = this;
    const workflow = DEFAULT_WORKFLOW;
    const settings = new SettingsStore(this);
    const notes = new ObsidianNotes(app);
    const report = new NoticeReport();
    const index = new PlanIndex({ workflow });
    const feeder = this.addChild(new IndexFeeder(app, index));

    this.registerView(ROLLUP_VIEW, (leaf) => new RollupView(leaf, { index, feeder, notes, report }));
    this.addRibbonIcon('list-checks', 'Open plan rollup', () => void openRollup(app, { isFocused: true }));
    this.addSettingTab(new PlanRollupSettingTab(app, this, settings));

    const parts: CommandParts = { app, notes, settings, workflow, report, today: () => calendarDateOf(new Date()) };
    const add = this.addCommand.bind(this);
    addInsertCommands(add, parts);
    addStatusCommands(add, parts);
    addLogCommands(add, parts);
    addPlaceholderCommands(add, parts);
    addExplainCommands(add, parts);
    addPaneCommands(add, app);

    await settings.load();
  }

  override onUserEnable(): void {
    void openRollup(this.app, { isFocused: false });
  }
}
