// Owns: tooltips. The text is the element's accessible name; the host shows it with the browser's own tooltip.

export function setTooltip(element: HTMLElement, tooltip: string): void {
  element.setAttribute('aria-label', tooltip);
  element.title = tooltip;
}

export function displayTooltip(element: HTMLElement, content: string | DocumentFragment): void {
  element.title = typeof content === 'string' ? content : (content.textContent ?? '');
}
