// Owns: dialogs over the window. Invariant: an open modal holds the focus and the keys; closing gives the focus back.
import { Scope } from '../base/scope';
import type { App } from '../shell/app';
import { focusableIn, wrapFocus } from './focus-trap';
import { setIcon } from './icons';

export class Modal {
  readonly scope = new Scope();
  containerEl: HTMLElement;
  modalEl: HTMLElement;
  titleEl: HTMLElement;
  contentEl: HTMLElement;
  shouldRestoreSelection = true;
  protected headerEl: HTMLElement;
  private closeCallback: (() => unknown) | null = null;
  private focusBefore: Element | null = null;
  private isOpen = false;

  constructor(public app: App) {
    this.containerEl = createDiv({ cls: 'modal-container mod-dim' });
    this.containerEl.createDiv('modal-bg').addEventListener('click', () => this.close());
    this.modalEl = this.containerEl.createDiv({ cls: 'modal', attr: { role: 'dialog', 'aria-modal': 'true', tabindex: '-1' } });
    const closeButton = this.modalEl.createEl('button', { cls: 'modal-close-button clickable-icon', attr: { 'aria-label': 'Close', type: 'button' } });
    setIcon(closeButton, 'x');
    closeButton.addEventListener('click', () => this.close());
    this.headerEl = this.modalEl.createDiv('modal-header');
    this.titleEl = this.headerEl.createDiv('modal-title');
    this.contentEl = this.modalEl.createDiv('modal-content');
    this.scope.register([], 'Escape', () => {
      this.close();
      return false;
    });
    this.scope.register(null, 'Tab', (event) => (wrapFocus(this.modalEl, event.shiftKey) ? false : undefined));
  }

  open(): void {
    if (this.isOpen) return;
    this.isOpen = true;
    this.focusBefore = document.activeElement;
    document.body.append(this.containerEl);
    this.app.keymap.pushScope(this.scope);
    this.app.openModals.add(this);
    void this.onOpen();
    if (!this.modalEl.contains(document.activeElement)) this.focusFirst();
  }

  close(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.containerEl.remove();
    this.app.keymap.popScope(this.scope);
    this.app.openModals.delete(this);
    if (this.shouldRestoreSelection && this.focusBefore instanceof HTMLElement) this.focusBefore.focus();
    this.onClose();
    this.closeCallback?.();
  }

  onOpen(): unknown {
    return undefined;
  }

  onClose(): void {
    // for subclasses
  }

  onHistoryBack(): void {
    this.close();
  }

  setTitle(title: string): this {
    this.titleEl.setText(title);
    this.modalEl.setAttribute('aria-label', title);
    return this;
  }

  setContent(content: string | DocumentFragment): this {
    this.contentEl.setText(content);
    return this;
  }

  setCloseCallback(callback: () => unknown): this {
    this.closeCallback = callback;
    return this;
  }

  private focusFirst(): void {
    const inside = focusableIn(this.contentEl)[0] ?? focusableIn(this.modalEl).find((element) => !element.matches('.modal-close-button'));
    (inside ?? this.modalEl).focus();
  }
}
