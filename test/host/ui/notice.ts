// Owns: short messages in the corner. A click, or time, takes them away; duration 0 keeps them.

const DEFAULT_DURATION = 5000;

export class Notice {
  noticeEl: HTMLElement;
  containerEl: HTMLElement;
  messageEl: HTMLElement;
  private readonly timer: number;

  constructor(message: string | DocumentFragment, duration = DEFAULT_DURATION) {
    this.containerEl = noticeContainer().createDiv('notice');
    this.noticeEl = this.containerEl;
    this.messageEl = this.noticeEl.createDiv('notice-message');
    this.setMessage(message);
    this.noticeEl.addEventListener('click', () => this.hide());
    this.timer = duration > 0 ? window.setTimeout(() => this.hide(), duration) : 0;
  }

  setMessage(message: string | DocumentFragment): this {
    this.messageEl.setText(message);
    return this;
  }

  hide(): void {
    window.clearTimeout(this.timer);
    this.noticeEl.remove();
  }
}

function noticeContainer(): HTMLElement {
  return document.body.querySelector<HTMLElement>('.notice-container') ?? document.body.createDiv({ cls: 'notice-container', attr: { role: 'status', 'aria-live': 'polite' } });
}
