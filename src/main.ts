/** The parts list: builds the parts, registers them with Obsidian, nothing else. */
import { moment, Plugin } from 'obsidian';
import { addCheckCommands } from './commands/check-commands';
import { driftMends } from './commands/drift-mends';
import { addExplainCommands } from './commands/explain-commands';
import { addFillCommands } from './commands/fill-commands';
import { moveSeveral } from './commands/group-moves';
import { addGrowCommands } from './commands/grow-commands';
import { addInsertCommands } from './commands/insert-commands';
import { addLogCommands } from './commands/log-commands';
import { keepOwnCommands } from './commands/own-commands';
import { addPaneCommands, openRollup } from './commands/pane-commands';
import { addPanePlaces } from './commands/pane-places';
import { addPlaceholderCommands, jump } from './commands/placeholder-commands';
import type { CommandParts } from './commands/plan-commands';
import { addSectionCommands } from './commands/section-commands';
import { mapStatus } from './commands/map-status';
import { addPlanPlaces } from './commands/plan-places';
import { PlanMoves } from './commands/plan-moves';
import { addStatusCommands } from './commands/status-commands';
import { Successors } from './commands/successors';
import { addTemplateCommands } from './commands/template-commands';
import { addUndoCommands } from './commands/undo-commands';
import { type CalendarDate, calendarDateOf } from './core/date/calendar-date';
import { PlanIndex } from './core/indexing/plan-index';
import { findPlaceholders } from './core/template/placeholder';
import { showPlaceholderCount } from './editor/placeholder-count';
import { outsideUndo } from './editor/outside-undo';
import { placeholderExtension } from './editor/placeholder-extension';
import { SettingsStore } from './settings/settings-store';
import { PlanRollupSettingTab } from './settings/settings-tab';
import { FormDrafts } from './ui/modals/form-drafts';
import type { PaneParts } from './ui/pane/rollup-view';
import { NoticeReport } from './ui/report';
import { CountKeeper } from './vault/count-keeper';
import { IndexFeeder } from './vault/index-feeder';
import { ObsidianNotes, UNASKED_ORIGIN } from './vault/obsidian-notes';
import { StatusWatch } from './vault/status-watch';
import { TemplateLibrary } from './vault/template-library';
import { WriteJournal } from './vault/write-journal';

/** Obsidian's own copy of moment, which has its types elsewhere. */
const format = (instant: Date, pattern: string): string => (moment as unknown as (instant: Date) => { format(pattern: string): string })(instant).format(pattern);

export default class PlanRollupPlugin extends Plugin {
  private readonly store = new SettingsStore(this);
  /** Unloaded while the settings were read: then nothing may be registered any more. */
  private hasStopped = false;

  override async onload(): Promise<void> {
    const { app } = this;
    const settings = this.store;
    await settings.load();
    if (this.hasStopped) return;

    const notes = new WriteJournal(new ObsidianNotes(app));
    this.registerEvent(app.vault.on('rename', ({ path }, from) => { notes.moved(from, path); }));
    const report = new NoticeReport();
    const library = new TemplateLibrary(app, settings);
    const today = (): CalendarDate => calendarDateOf(new Date());
    const index = new PlanIndex(settings.reading, 'later', findPlaceholders);
    const feeder = this.addChild(new IndexFeeder(app, index, (path) => library.holds(path)));
    settings.onReadingChange(() => {
      index.readAs(settings.reading);
      feeder.readAgain();
    });

    const parts: CommandParts = { app, notes, settings, report, drafts: new FormDrafts(), templates: () => library.list(), formatNow: (pattern) => format(new Date(), pattern), today };
    const moves = new PlanMoves({ app, notes, settings, report, today, successors: new Successors(app, index), mapStatus: (plan, word) => mapStatus(parts, plan, word) });
    const paneParts: PaneParts = { index, feeder, notes, report, settings, today, doors: moves.doors, drift: driftMends(parts, moves.doors), moveSeveral: (paths) => void moveSeveral(moves.parts, moves, paths) };
    addPanePlaces(this, paneParts);
    this.addSettingTab(new PlanRollupSettingTab(app, this, settings, async () => (await library.list()).templates));

    const add = this.addCommand.bind(this);
    addInsertCommands(add, parts);
    addSectionCommands(add, parts);
    addGrowCommands(add, parts);
    addStatusCommands({ add, remove: this.removeCommand.bind(this) }, parts, moves);
    addLogCommands(add, parts);
    addTemplateCommands(add, parts);
    addPlaceholderCommands(add, parts);
    addFillCommands(add, parts);
    addExplainCommands(add, parts);
    addCheckCommands(add, parts, index);
    addPaneCommands(add, parts);
    keepOwnCommands(this, parts, { add, remove: (id) => { this.removeCommand(id); }, holds: (path) => library.holds(path) });
    addUndoCommands(add, parts, notes);
    this.addChild(new StatusWatch({ ...parts, index, feeder, move: (path, status) => { moves.doors.moveTo(path, status); } }));
    this.addChild(new CountKeeper({ app, write: (path, edit) => notes.follow(path, edit), settings, feeder }));

    const extension = placeholderExtension(settings.current);
    this.registerEditorExtension(extension);
    this.registerEditorExtension(outsideUndo(UNASKED_ORIGIN));
    settings.onChange((before) => {
      feeder.announce();
      if (before.markPlaceholders === settings.current.markPlaceholders) return;
      extension.splice(0, extension.length, ...placeholderExtension(settings.current));
      app.workspace.updateOptions();
    });
    showPlaceholderCount(this, { app, settings, item: this.addStatusBarItem(), goToNext: (editor) => { jump(parts, editor, 'next'); } });
    addPlanPlaces(this, parts, { moves, index, news: feeder, isLeftOut: (path) => library.holds(path) });
  }

  override onunload(): void {
    this.hasStopped = true;
  }

  override onExternalSettingsChange(): void {
    void this.store.load();
  }

  override onUserEnable(): void {
    void openRollup(this.app, { isFocused: false });
  }
}
