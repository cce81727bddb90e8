/** Plans to be moved, and the dialog that asks before they are. */
import { find, findAll } from '../support/at-the-keyboard';
import { type PluginHost, TODAY } from './open-plugin';

/** Two checks are open, the second by hand. */
export const OPEN_CHECKS = `---
type: plan
status: In Progress
updated: 2026-01-01
---
# Sync plan

**Status:** In Progress

## Success criteria

- **Automated**:
  - [x] Unit tests pass
  - [ ] Types are checked
- **Manual**:
  - [ ] Looks right on a tablet

## Change Log

| Date | Author | Change |
| --- | --- | --- |
| 2026-01-01 | QA | Created |
`;

/** The plan after one move; `note` is what the row says behind it. */
export function movedTo(to: string, note = '', text = OPEN_CHECKS): string {
  return `${text.replaceAll('In Progress', to).replace('updated: 2026-01-01', `updated: ${TODAY}`)}| ${TODAY} | Ops | Status: In Progress → ${to}${note === '' ? '' : ` — ${note}`} |\n`;
}

export const dialog = (): HTMLElement => find('.plan-rollup-move');
export const isAsked = (): boolean => document.querySelector('.plan-rollup-move') !== null;

export function input(label: string): HTMLInputElement {
  return find(`input[aria-label="${label}"]`, dialog()) as HTMLInputElement;
}

export function applyButton(): HTMLButtonElement {
  return find('.mod-cta', dialog()) as HTMLButtonElement;
}

/** What the dialog says will be written: "− old", "+ new". */
export function shownLines(): string[] {
  return findAll('.plan-rollup-changed-line', dialog()).map(({ firstChild, lastChild }) => `${firstChild?.textContent ?? ''} ${lastChild?.textContent ?? ''}`);
}

export function shownGates(): string[] {
  return findAll('.plan-rollup-gate-message', dialog()).map(({ children }) => Array.from(children, ({ textContent }) => textContent).join(': '));
}

export function culprits(): HTMLElement[] {
  return findAll('.plan-rollup-culprits button', dialog());
}

/** What a test has left open. */
export function closeDialogs(host: PluginHost): void {
  for (const modal of [...host.host.openModals].reverse()) modal.close();
}
