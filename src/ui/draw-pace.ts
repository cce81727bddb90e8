/**
 * When something is drawn: in the next frame, at most once in each; and for news of the vault, which come in storms when
 * hundreds of notes change together, at most twice a second, the first at once and the last not left out.
 */

/** Between two drawings for the sake of news, in milliseconds. */
const STORM = 500;

export class DrawPace {
  private frame: number | null = null;
  private timer: number | null = null;
  private lastNews = -Infinity;

  /** `el` says in which window; it may come to be in another one. */
  constructor(
    private readonly el: HTMLElement,
    private readonly draw: () => void,
  ) {}

  /** In the next frame. */
  soon(): void {
    this.frame ??= this.el.win.requestAnimationFrame(() => {
      this.frame = null;
      this.draw();
    });
  }

  /** In the next frame, or as soon as it may be. */
  news(): void {
    if (this.frame !== null || this.timer !== null) return;
    const left = this.lastNews + STORM - performance.now();
    if (left <= 0) {
      this.lastNews = performance.now();
      this.soon();
      return;
    }
    this.timer = this.el.win.setTimeout(() => {
      this.timer = null;
      this.lastNews = performance.now();
      this.soon();
    }, left);
  }

  stop(): void {
    if (this.frame !== null) this.el.win.cancelAnimationFrame(this.frame);
    if (this.timer !== null) this.el.win.clearTimeout(this.timer);
    this.frame = null;
    this.timer = null;
  }
}
