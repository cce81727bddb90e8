/** A person at the keyboard and the mouse: what they do, and what they see. */

/** Presses a key where the focus is. */
export function press(key: string, more: KeyboardEventInit = {}): void {
  (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
}

/** Replaces what the field says. */
export function fillIn(field: HTMLInputElement, text: string): void {
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/** The first element that matches; throws a sentence when there is none. */
export function find(selector: string, root: ParentNode = document): HTMLElement {
  const found = root.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`There is no ${selector} to be seen.`);
  return found;
}

export function findAll(selector: string, root: ParentNode = document): HTMLElement[] {
  return Array.from(root.querySelectorAll<HTMLElement>(selector));
}

/** The input of the dialog or picker in front. */
export function dialogField(): HTMLInputElement {
  return find('.prompt input, .modal input') as HTMLInputElement;
}

export function dialogIsOpen(): boolean {
  return document.querySelector('.prompt, .modal') !== null;
}

/** Names offered by the picker in front, without their notes. */
export function offered(): string[] {
  return findAll('.suggestion-item').map((item) => item.firstElementChild?.textContent ?? item.textContent ?? '');
}

/** Clicks the suggestion that starts so. */
export function choose(name: string): void {
  const item = findAll('.suggestion-item').find(({ textContent }) => textContent?.startsWith(name));
  if (!item) throw new Error(`“${name}” is not offered, only ${offered().join(', ')}.`);
  item.click();
}

/** The control of a form's field. */
export function field(label: string): HTMLInputElement {
  return find(`.modal [aria-label="${label}"]`) as HTMLInputElement;
}

/** Chooses an option of a form's field. */
export function pick(label: string, option: string): void {
  const select = field(label);
  select.value = option;
  if (select.value !== option) throw new Error(`“${option}” is not offered.`);
  select.dispatchEvent(new Event('change', { bubbles: true }));
}

export function clickButton(label: string, root: ParentNode = document): void {
  const button = findAll('button', root).find(({ textContent }) => textContent === label);
  if (!button) throw new Error(`There is no button “${label}”.`);
  button.click();
}

/** What the messages in the corner say, without their buttons. */
export function notices(): string[] {
  return findAll('.notice-message').map((message) => Array.from(message.childNodes, (node) => (node instanceof HTMLButtonElement ? '' : node.textContent)).join('').trim());
}
