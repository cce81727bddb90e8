// Owns: light or dark, as a class of the body, remembered between visits.
import type { Events } from '../base/events';

export type ThemeName = 'theme-light' | 'theme-dark';
const KEY = 'host-theme';

export class Theme {
  private name: ThemeName;

  /** `workspace` is told of a change with 'css-change'. */
  constructor(private readonly workspace: Events) {
    const stored = window.localStorage.getItem(KEY);
    const prefersDark = window.matchMedia('(prefers-color-scheme: dark)').matches;
    this.name = stored === 'theme-dark' || (stored === null && prefersDark) ? 'theme-dark' : 'theme-light';
    this.apply();
  }

  get isDark(): boolean {
    return this.name === 'theme-dark';
  }

  get current(): ThemeName {
    return this.name;
  }

  set(name: ThemeName): void {
    this.name = name;
    window.localStorage.setItem(KEY, name);
    this.apply();
    this.workspace.trigger('css-change');
  }

  private apply(): void {
    document.body.classList.remove('theme-light', 'theme-dark');
    document.body.classList.add(this.name);
  }
}
