/** Where a plan's status is shown and can be clicked: the header, the status bar, menus, and the words of the note itself. */
import { MarkdownView, type Plugin } from 'obsidian';
import { findDrift } from '../core/check/drift';
import { readHistory } from '../core/check/history';
import type { PlanIndex } from '../core/indexing/plan-index';
import { editAt } from '../editor/placeholder-count';
import { statusClick } from '../editor/status-click';
import { StatusHeaders } from '../ui/header/status-headers';
import type { IndexNews } from '../ui/index-news';
import { statusMarker } from '../ui/status/reading-status';
import { showStatusBadge } from '../ui/status/status-badge';
import { placeBelow, showStatusMenu } from '../ui/status/status-menu';
import { driftDay } from './check-commands';
import type { CommandParts } from './plan-commands';
import { addPlanMenus } from './plan-menus';
import type { PlanMoves } from './plan-moves';
import { jump } from './placeholder-commands';

export interface PlaceParts {
  readonly moves: PlanMoves;
  readonly index: PlanIndex;
  readonly news: IndexNews;
  readonly isLeftOut: (path: string) => boolean;
}

export function addPlanPlaces(plugin: Plugin, parts: CommandParts, { moves, index, news, isLeftOut }: PlaceParts): void {
  const { app, settings, today } = parts;
  const { doors } = moves;
  const nextPlaceholder = (view: MarkdownView): void => void editAt(app.workspace, view).then((editor) => { jump(parts, editor, 'next'); });
  const headers = plugin.addChild(new StatusHeaders({ app, settings, news, doors, today, isLeftOut, nextPlaceholder, history: readHistory, drift: (plan, path, slots) => findDrift(plan, { ...driftDay(parts, index, path), slots }) }));
  plugin.addCommand({
    id: 'focus-status-header',
    name: 'Go to the status header',
    icon: 'panel-top',
    checkCallback: (isChecking) => {
      const view = app.workspace.getActiveViewOfType(MarkdownView);
      return view !== null && (isChecking ? headers.isShownIn(view) : headers.focus(view));
    },
  });
  showStatusBadge(plugin, { app, settings, item: plugin.addStatusBarItem(), doors });
  addPlanMenus(plugin, moves.parts, { moves, index });
  const reading = (): typeof settings.reading => settings.reading;
  plugin.registerEditorExtension(statusClick(reading, ({ doc, x, y, ...of }) => { showStatusMenu({ x, y, doc }, of, doors); }));
  plugin.registerMarkdownPostProcessor(statusMarker(reading, (wordEl, path, { workflow, status }) => {
    showStatusMenu(placeBelow(wordEl), { path, workflow, current: status?.raw ?? null }, doors);
  }));
}
