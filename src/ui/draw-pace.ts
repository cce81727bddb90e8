/**
 * When something is drawn: in the next frame, at most once in each; and for news of the vault, which come in storms when
 * hundreds of notes change together, at most twice a second, the first at once and the last not left out.
 */

/** Between two drawings for the sake of news, in milliseconds. */
const STORM = 500;

export class DrawPace {
  private frame: { readonly win: Window; readonly id: number } | null = null;
  private timer: number | null = null;
  private lastNews = -Infinity;

  /** `el` says in which window; it may come to be in another one. */
  constructor(
    private readonly el: HTMLElement,
    private readonly draw: () => void,
  ) {}

  /** In the next frame. */
  soon(): void {
    const { win } = this.el;
    if (this.frame?.win === win) return;
    // A window that was left draws no frame any more.
    this.dropFrame();
    const id = win.requestAnimationFrame(() => {
      this.frame = null;
      this.draw();
    });
    this.frame = { win, id };
  }

  /** In the next frame, or as soon as it may be. */
  news(): void {
    if (this.frame?.win === this.el.win || this.timer !== null) return;
    const left = this.lastNews + STORM - performance.now();
    if (left <= 0) {
      this.lastNews = performance.now();
      this.soon();
      return;
    }
    // Of the main window, which lasts.
    this.timer = window.setTimeout(() => {
      this.timer = null;
      this.lastNews = performance.now();
      this.soon();
    }, left);
  }

  stop(): void {
    this.dropFrame();
    if (this.timer !== null) window.clearTimeout(this.timer);
    this.timer = null;
  }

  private dropFrame(): void {
    this.frame?.win.cancelAnimationFrame(this.frame.id);
    this.frame = null;
  }
}
