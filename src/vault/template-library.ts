/** The templates to choose from: the built-in ones, and those in the user's folder as they are now. Reads, never writes. */
import type { App, TFile } from 'obsidian';
import { BUILT_IN_TEMPLATES } from '../core/template/builtin';
import type { Template } from '../core/template/template';
import { liesInFolder } from '../core/template/template-folder';
import { LARGEST_TEMPLATE, readUserTemplate, tooLargeTemplate, type UserTemplate } from '../core/template/user-template';
import { type Refusal, refused } from '../core/text/edit-result';
import type { Settings } from '../settings/settings';

export interface Templates {
  /** The built-in ones first, the user's by name. */
  readonly templates: readonly Template[];
  /** Files that are no templates, and why. */
  readonly refusals: readonly Refusal[];
}

export class TemplateLibrary {
  constructor(
    private readonly app: App,
    private readonly settings: { readonly current: Pick<Settings, 'templateFolder'> },
  ) {}

  /** Whether the note at `path` is a template of the user's, or a file that should be one. */
  holds(path: string): boolean {
    return liesInFolder(this.settings.current.templateFolder, path);
  }

  async list(): Promise<Templates> {
    const files = this.app.vault.getMarkdownFiles().filter(({ path }) => this.holds(path));
    const read = await Promise.all(files.map((file) => this.read(file)));
    const own = read.flatMap((each) => (each.ok ? [each.template] : []));
    const refusals = read.flatMap((each) => (each.ok ? [] : [each.refusal]));
    return { templates: [...BUILT_IN_TEMPLATES, ...own.sort((a, b) => a.name.localeCompare(b.name))], refusals };
  }

  private async read(file: TFile): Promise<UserTemplate> {
    if (file.stat.size > LARGEST_TEMPLATE) return tooLargeTemplate(file.path);
    try {
      return readUserTemplate(file.path, await this.app.vault.cachedRead(file));
    } catch {
      return refused('template-unreadable', `The template “${file.path}” can’t be read. It is left out.`);
    }
  }
}
