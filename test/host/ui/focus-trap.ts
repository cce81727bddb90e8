// Owns: which elements of a dialog can have the focus, and keeping Tab among them.

const FOCUSABLE = 'button, input, select, textarea, a[href], [tabindex]';

export function focusableIn(root: HTMLElement): HTMLElement[] {
  return Array.from(root.querySelectorAll<HTMLElement>(FOCUSABLE)).filter(
    (element) => element.tabIndex >= 0 && !element.hasAttribute('disabled') && element.closest('[style*="display: none"]') === null,
  );
}

/** Moves the focus round at the ends. Whether it did; otherwise the browser moves it. */
export function wrapFocus(root: HTMLElement, isBackwards: boolean): boolean {
  const elements = focusableIn(root);
  const at = elements.findIndex((element) => element === root.ownerDocument.activeElement);
  const isAtEnd = isBackwards ? at <= 0 : at === elements.length - 1;
  if (elements.length === 0 || !isAtEnd) return false;
  elements.at(isBackwards ? -1 : 0)?.focus();
  return true;
}
