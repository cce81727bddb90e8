/**
 * A header on top of every plan that is open, in whatever mode and window: an element in front of the note's own, which
 * Obsidian and its editor never see. It reads the text that the view shows, and is drawn when the typing pauses.
 */
import { type App, Component, debounce, MarkdownView } from 'obsidian';
import { h, render } from 'preact';
import type { LeftSlot } from '../../core/check/check-gates';
import type { PlanReading } from '../../core/plan/parse-plan';
import type { CalendarDate } from '../../core/date/calendar-date';
import type { SettingsStore } from '../../settings/settings-store';
import { goToLine } from '../go-to-line';
import type { IndexNews } from '../index-news';
import type { PlanDoors } from '../plan-doors';
import { placeBelow, showStatusMenu } from '../status/status-menu';
import { type HeaderActions, HeaderBar } from './header-bar';
import { type HeaderDrift, type HeaderFacts, type HeaderHistory, headerFacts } from './header-facts';

/** Length of a pause in the typing after which the header is drawn anew, in milliseconds. */
const PAUSE = 350;

export interface HeaderParts {
  readonly app: App;
  readonly settings: SettingsStore;
  readonly news: IndexNews;
  readonly doors: PlanDoors;
  readonly today: () => CalendarDate;
  /** Whether the note at the path is none that is read as a plan: a template. */
  readonly isLeftOut: (path: string) => boolean;
  /** Selects the view's next placeholder. */
  readonly nextPlaceholder: (view: MarkdownView) => void;
  readonly history: (plan: PlanReading, today: CalendarDate) => HeaderHistory;
  readonly drift: (plan: PlanReading, path: string, slots: readonly LeftSlot[]) => readonly HeaderDrift[];
}

interface Shown {
  /** What the facts were read from. */
  readonly of: readonly unknown[];
  readonly facts: HeaderFacts | null;
  readonly el: HTMLElement | null;
  readonly path: string;
  /** When they were read, in milliseconds. */
  readonly at: number;
}

export class StatusHeaders extends Component {
  private readonly shown = new Map<MarkdownView, Shown>();
  private isOpen = false;
  private count = 0;
  private isStopped = false;

  constructor(private readonly parts: HeaderParts) {
    super();
  }

  override onload(): void {
    const { app, settings, news } = this.parts;
    const { workspace } = app;
    const soon = debounce(() => { this.refresh(); }, PAUSE, true);
    // The view may not hold the note's text yet.
    const now = (): void => {
      this.refresh();
      soon();
    };
    for (const name of ['file-open', 'layout-change', 'active-leaf-change'] as const) this.registerEvent(workspace.on(name as 'layout-change', now));
    this.registerEvent(workspace.on('editor-change', soon));
    this.register(news.subscribe(soon));
    settings.onChange(now);
    this.register(() => soon.cancel());
    workspace.onLayoutReady(now);
  }

  override onunload(): void {
    this.isStopped = true;
    for (const view of this.shown.keys()) this.remove(view);
  }

  isShownIn(view: MarkdownView): boolean {
    return this.shown.get(view)?.el != null;
  }

  /** Moves the focus into the header of the view; false when it has none. */
  focus(view: MarkdownView): boolean {
    const button = this.shown.get(view)?.el?.querySelector('button');
    button?.focus();
    return button != null;
  }

  private refresh(): void {
    if (this.isStopped) return;
    const views = this.parts.app.workspace.getLeavesOfType('markdown').flatMap(({ view }) => (view instanceof MarkdownView ? [view] : []));
    for (const view of this.shown.keys()) if (!views.includes(view)) this.remove(view);
    for (const view of views) this.update(view);
  }

  private update(view: MarkdownView): void {
    const { settings, today, isLeftOut, history, drift } = this.parts;
    const path = view.file?.path ?? '';
    if (path === '' || !settings.current.showsHeader || isLeftOut(path)) {
      this.remove(view);
      return;
    }
    const text = view.getViewData();
    const of = [path, text, settings.reading, settings.current.staleDays, today()];
    const last = this.shown.get(view);
    if (last && of.every((each, at) => each === last.of[at])) return;
    const facts = headerFacts(text, { ...settings.reading, path }, { history: (plan) => history(plan, today()), drift: (plan, slots) => drift(plan, path, slots) });
    // Whatever becomes of the header while somebody types, the text stays where it is.
    // A note that has just been opened may have shown another one's text for a moment.
    const at = performance.now();
    const isTyping = last?.path === path && at - last.at >= PAUSE && view.editor.hasFocus();
    const height = isTyping ? heightOf(last.el) : 0;
    const top = isTyping ? topOf(view) : 0;
    if (!facts) this.remove(view);
    const el = facts && (last?.el ?? addTo(view));
    this.shown.set(view, { of, facts, el, path, at });
    this.draw(view);
    const moved = heightOf(el) - height;
    if (isTyping && moved !== 0) view.editor.scrollTo(null, Math.max(0, top + moved));
  }

  private draw(view: MarkdownView): void {
    const shown = this.shown.get(view);
    if (!shown?.facts || !shown.el) return;
    const { facts, el, path } = shown;
    el.id ||= `plan-rollup-header-${++this.count}`;
    render(h(HeaderBar, { facts, isOpen: this.isOpen, id: `${el.id}-details`, actions: this.actions(view, path, facts) }), el);
  }

  private actions(view: MarkdownView, path: string, { workflow, status }: HeaderFacts): HeaderActions {
    const { app, doors, nextPlaceholder } = this.parts;
    return {
      pick: () => { doors.pick(path); },
      advance: () => { doors.advance(path); },
      toggle: (property) => { doors.toggle(path, property); },
      menu: (below) => { showStatusMenu(placeBelow(below), { path, workflow, current: status?.name ?? null }, doors); },
      nextPlaceholder: () => { nextPlaceholder(view); },
      jump: (line) => void goToLine(app, path, line),
      unfold: (isOpen) => {
        this.isOpen = isOpen;
        for (const each of this.shown.keys()) this.draw(each);
      },
    };
  }

  private remove(view: MarkdownView): void {
    const el = this.shown.get(view)?.el;
    this.shown.delete(view);
    if (!el) return;
    render(null, el);
    el.remove();
    view.contentEl.removeClass('plan-rollup-has-header');
  }
}

function addTo({ contentEl }: MarkdownView): HTMLElement {
  const el = createDiv({ cls: 'plan-rollup-header-holder' });
  contentEl.prepend(el);
  contentEl.addClass('plan-rollup-has-header');
  return el;
}

function heightOf(el: HTMLElement | null): number {
  return el?.offsetHeight ?? 0;
}

function topOf({ editor }: MarkdownView): number {
  return (editor.getScrollInfo() as { readonly top: number }).top;
}
