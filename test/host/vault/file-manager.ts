// Owns: Obsidian's FileManager: file operations as a person would ask for them.
import type { App } from '../shell/app';
import { frontMatterInfo } from '../metadata/front-matter';
import { parseYaml, stringifyYaml } from '../metadata/yaml';
import { TFile, type TAbstractFile, type TFolder } from './file';
import { normalizePath } from './path';

export class FileManager {
  constructor(private readonly app: App) {}

  /** The folder of the note the new one is made from; the root otherwise. */
  getNewFileParent(sourcePath: string): TFolder {
    return this.app.vault.getFileByPath(sourcePath)?.parent ?? this.app.vault.getRoot();
  }

  /** Renames; links in other notes stay as they are. */
  renameFile(file: TAbstractFile, newPath: string): Promise<void> {
    return this.app.vault.rename(file, newPath);
  }

  async promptForDeletion(file: TAbstractFile): Promise<boolean> {
    await this.trashFile(file);
    return true;
  }

  trashFile(file: TAbstractFile): Promise<void> {
    return this.app.vault.trash(file, false);
  }

  generateMarkdownLink(file: TFile, sourcePath: string, subpath = '', alias = ''): string {
    const target = this.app.metadataCache.fileToLinktext(file, sourcePath);
    return `${file.extension === 'md' ? '' : '!'}[[${target}${subpath}${alias === '' ? '' : `|${alias}`}]]`;
  }

  /** As Obsidian's: the whole frontmatter is written anew, so YAML comments and quotes are lost. Throws on YAML it can't read. */
  async processFrontMatter(file: TFile, change: (frontmatter: Record<string, unknown>) => void): Promise<void> {
    await this.app.vault.process(file, (text) => {
      const info = frontMatterInfo(text);
      const parsed: unknown = info.exists ? parseYaml(info.frontmatter) : null;
      const frontmatter = typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : {};
      change(frontmatter);
      const yaml = Object.keys(frontmatter).length === 0 ? '' : stringifyYaml(frontmatter);
      if (info.exists) return text.slice(0, info.from) + yaml + text.slice(info.to);
      return yaml === '' ? text : `---\n${yaml}---\n${text}`;
    });
  }

  getAvailablePathForAttachment(filename: string, sourcePath = ''): Promise<string> {
    const folder = this.getNewFileParent(sourcePath).path;
    return Promise.resolve(normalizePath(`${folder}/${filename}`));
  }
}
