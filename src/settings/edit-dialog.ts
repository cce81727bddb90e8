import { type App, ConfirmationModal, Keymap, Modal, Setting } from 'obsidian';

/** A form in front of the settings. Nothing is kept before it is sent; cancelled, it answers null. */
export abstract class EditDialog<T> extends Modal {
  private answer: T | null = null;

  constructor(
    app: App,
    private readonly words: { readonly title: string; readonly action: string },
    private readonly done: (answer: T | null) => void,
  ) {
    super(app);
    this.modalEl.addClass('plan-rollup-settings');
  }

  /** Puts the fields into the form. */
  protected abstract draw(formEl: HTMLElement): void;
  /** What the form says; null when it won't do, and then its fields say why. */
  protected abstract read(): T | null;

  override onOpen(): void {
    const { title, action } = this.words;
    this.setTitle(title);
    const formEl = this.contentEl.createDiv();
    this.draw(formEl);
    new Setting(this.contentEl)
      .addButton((button) => button.setButtonText('Cancel').onClick(() => { this.close(); }))
      .addButton((button) => button.setButtonText(action).setCta().onClick(() => { this.send(); }));
    this.contentEl.addEventListener('keydown', (event) => {
      const isInField = event.target instanceof HTMLElement && event.target.matches('input[type="text"]');
      if (event.key !== 'Enter' || event.isComposing || !(isInField || Keymap.isModifier(event, 'Mod'))) return;
      event.preventDefault();
      this.send();
    });
    formEl.querySelector<HTMLInputElement>('input')?.focus();
  }

  override onClose(): void {
    this.contentEl.empty();
    this.done(this.answer);
  }

  private send(): void {
    this.answer = this.read();
    if (this.answer === null) this.contentEl.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    else this.close();
  }
}

/** Whether the user says yes. */
export function confirm(app: App, { title, text, action }: { readonly title: string; readonly text: string; readonly action: string }): Promise<boolean> {
  return new Promise((resolve) => {
    let answer = false;
    const modal = new ConfirmationModal(app);
    modal.setTitle(title).setContent(text).setCloseCallback(() => { resolve(answer); });
    modal.addButton((button) => button.setButtonText(action).setDestructive().onClick(() => { answer = true; }));
    modal.addButton((button) => button.setButtonText('Cancel').setCancel().setInitialFocus());
    modal.open();
  });
}

/** A button whose name is unique in the dialog. With a picture instead of a text the name is its tooltip. */
export function addNamedButton(setting: Setting, words: { readonly name: string; readonly text?: string; readonly icon?: string; readonly isDisabled?: boolean }, run: () => void): void {
  const { name, text, icon, isDisabled = false } = words;
  setting.addButton((button) => {
    if (text !== undefined) button.setButtonText(text);
    if (icon !== undefined) button.setIcon(icon).setTooltip(name);
    button.setDisabled(isDisabled).onClick(run).buttonEl.setAttribute('aria-label', name);
  });
}

/** Draws anew and puts the focus back: on the control called `name`, else on the one that had it, else on the first. */
export function redraw(el: HTMLElement, draw: () => void, name: string | null = null): void {
  const active = el.doc.activeElement;
  const hadFocus = active !== null && el.contains(active) ? active.getAttribute('aria-label') : null;
  el.empty();
  draw();
  if (name === null && hadFocus === null) return;
  const controls = Array.from(el.querySelectorAll<HTMLElement>('button:not([disabled]), input, select'));
  const called = (label: string | null): HTMLElement | undefined => controls.find((control) => label !== null && control.getAttribute('aria-label') === label);
  (called(name) ?? called(hadFocus) ?? controls[0])?.focus();
}
