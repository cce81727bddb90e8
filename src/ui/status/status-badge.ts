/** The status of the plan that is open, in the status bar; a click lets it be changed. Obsidian shows no status bar on a phone. */
import { type App, type Component, debounce, MarkdownView } from 'obsidian';
import { parsePlan } from '../../core/plan/parse-plan';
import { statusColor } from '../../core/status/status-color';
import type { SettingsStore } from '../../settings/settings-store';
import type { PlanDoors } from '../plan-doors';
import { chipClass, type ShownStatus } from './status-chip';

/** Length of a pause in the typing after which the badge is drawn anew, in milliseconds. */
const PAUSE = 400;
/** Characters from which on a note is not read. */
const TOO_LARGE = 2_000_000;

export interface BadgeParts {
  readonly app: App;
  readonly settings: SettingsStore;
  /** The item in the status bar. */
  readonly item: HTMLElement;
  readonly doors: PlanDoors;
}

/** Keeps the item up to date until `owner` is unloaded. */
export function showStatusBadge(owner: Component, { app: { workspace }, settings, item, doors }: BadgeParts): void {
  let path: string | null = null;
  const chipEl = item.createSpan();
  const show = (): void => {
    const active = workspace.getActiveViewOfType(MarkdownView) ?? workspace.getMostRecentLeaf()?.view;
    const view = active instanceof MarkdownView ? active : null;
    path = view?.file?.path ?? null;
    const status = view && path !== null ? statusIn(view.getViewData(), settings, path) : null;
    item.toggle(status !== null);
    if (!status) return;
    chipEl.setText(status.name);
    chipEl.className = chipClass(status);
    item.setAttribute('aria-label', `Status: ${status.name}. Set plan status…`);
  };
  const pick = (): void => {
    if (path !== null) doors.pick(path);
  };
  item.addClass('mod-clickable', 'plan-rollup-status-badge');
  item.setAttribute('role', 'button');
  item.tabIndex = 0;
  item.hide();
  owner.registerDomEvent(item, 'click', pick);
  owner.registerDomEvent(item, 'keydown', (event) => {
    if ((event.key !== 'Enter' && event.key !== ' ') || event.repeat) return;
    event.preventDefault();
    pick();
  });
  const showSoon = debounce(show, PAUSE, true);
  for (const name of ['active-leaf-change', 'file-open', 'layout-change'] as const) owner.registerEvent(workspace.on(name as 'layout-change', show));
  owner.registerEvent(workspace.on('editor-change', showSoon));
  settings.onReadingChange(showSoon);
  owner.register(() => showSoon.cancel());
  showSoon();
}

/** Of a plan that states one. */
function statusIn(text: string, settings: SettingsStore, path: string): ShownStatus | null {
  if (text.length > TOO_LARGE) return null;
  const { workflows } = settings.reading;
  const { isPlan, status } = parsePlan(text, { ...settings.reading, path });
  if (!isPlan || !status) return null;
  return { name: status.raw, color: statusColor(workflows, status.status) };
}
