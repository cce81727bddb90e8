// Owns: which app a menu or a popover belongs to, for the classes whose constructors are not told.
import type { App } from '../shell/app';

let current: App | null = null;

export function setCurrentApp(app: App | null): void {
  current = app;
}

/** The running app. Throws when none runs. */
export function currentApp(): App {
  if (!current) throw new Error('The host is not running: open it first.');
  return current;
}
