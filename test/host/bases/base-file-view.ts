// Owns: a `.base` file in a tab. Of what the file says only the type of its first view counts, and every note is an entry; a change of the vault is new data.
import { debounce } from '../base/debounce';
import type { TFile } from '../vault/file';
import { FileView } from '../workspace/file-view';
import type { WorkspaceLeaf } from '../workspace/workspace-leaf';
import { BasesEntry, BasesQueryResult, type BasesView, QueryController } from './bases-view';

export interface BasesViewRegistration {
  readonly name: string;
  readonly icon: string;
  factory(controller: QueryController, containerEl: HTMLElement): BasesView;
}

export class BaseFileView extends FileView {
  override icon = 'layout-list';
  private shown: BasesView | null = null;

  constructor(
    leaf: WorkspaceLeaf,
    private readonly views: ReadonlyMap<string, BasesViewRegistration>,
  ) {
    super(leaf);
  }

  override getViewType(): string {
    return 'bases';
  }

  override canAcceptExtension(extension: string): boolean {
    return extension === 'base';
  }

  override onload(): unknown {
    super.onload();
    const update = debounce(() => this.update(), 20);
    for (const event of ['modify', 'create', 'delete', 'rename']) this.registerEvent(this.app.vault.on(event, () => void update()));
    return undefined;
  }

  override async onLoadFile(file: TFile): Promise<void> {
    const text = await this.app.vault.read(file);
    const type = /type: *([\w-]+)/.exec(text)?.[1] ?? '';
    const registration = this.views.get(type);
    this.contentEl.empty();
    if (!registration) {
      this.contentEl.createEl('p', { text: `The host has no view “${type}”.` });
      return;
    }
    const containerEl = this.contentEl.createDiv('bases-view-container');
    this.shown = this.addChild(registration.factory(new QueryController(), containerEl));
    this.shown.app = this.app;
    this.update();
  }

  override onUnloadFile(): Promise<void> {
    if (this.shown) this.removeChild(this.shown);
    this.shown = null;
    return Promise.resolve();
  }

  private update(): void {
    if (!this.shown) return;
    this.shown.data = new BasesQueryResult(this.app.vault.getMarkdownFiles().map((file) => new BasesEntry(file)));
    this.shown.onDataUpdated();
  }
}
