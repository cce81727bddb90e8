// Owns: views of a file: which file, following its renames, loading and saving its text.
import { pendingWork } from '../base/pending-work';
import { Notice } from '../ui/notice';
import { TFile, type TAbstractFile } from '../vault/file';
import { ItemView, type ViewStateResult } from './view';

/** From the last keystroke to the save, in ms. */
const AUTOSAVE = 400;

export abstract class FileView extends ItemView {
  allowNoFile = false;
  file: TFile | null = null;
  override navigation = true;

  override onload(): unknown {
    this.registerEvent(this.app.vault.on('rename', (file: TAbstractFile) => {
      if (file === this.file) void this.onRename(this.file);
    }));
    this.registerEvent(this.app.vault.on('delete', (file: TAbstractFile) => {
      if (file === this.file) void this.onDelete();
    }));
    return undefined;
  }

  getDisplayText(): string {
    return this.file?.basename ?? 'No file';
  }

  override getState(): Record<string, unknown> {
    return { file: this.file?.path ?? null };
  }

  override async setState(state: unknown, result: ViewStateResult): Promise<void> {
    const path = (state as { file?: unknown } | null)?.file;
    const file = typeof path === 'string' ? this.app.vault.getFileByPath(path) : null;
    if (file && file !== this.file) await this.loadFile(file);
    await super.setState(state, result);
  }

  async loadFile(file: TFile): Promise<void> {
    if (this.file) await this.onUnloadFile(this.file);
    this.file = file;
    await this.onLoadFile(file);
  }

  onLoadFile(file: TFile): Promise<void>;
  onLoadFile(): Promise<void> {
    return Promise.resolve();
  }

  onUnloadFile(file: TFile): Promise<void>;
  onUnloadFile(): Promise<void> {
    return Promise.resolve();
  }

  onRename(file: TFile): Promise<void>;
  onRename(): Promise<void> {
    this.leaf.updateHeader();
    return Promise.resolve();
  }

  canAcceptExtension(extension: string): boolean;
  canAcceptExtension(): boolean {
    return false;
  }

  protected onDelete(): Promise<void> {
    this.file = null;
    return this.leaf.showEmpty();
  }
}

export abstract class EditableFileView extends FileView {}

export abstract class TextFileView extends EditableFileView {
  /** The text last read or written. */
  data = '';
  protected isDirty = false;
  private cancelSave: (() => void) | null = null;

  requestSave = (): void => {
    this.isDirty = true;
    this.cancelSave?.();
    this.cancelSave = pendingWork.later(AUTOSAVE, () => this.saveOrSay());
  };

  abstract getViewData(): string;
  abstract setViewData(data: string, clear: boolean): void;
  abstract clear(): void;

  override onload(): unknown {
    super.onload();
    this.registerEvent(this.app.vault.on('modify', (file: TAbstractFile) => {
      if (file === this.file && file instanceof TFile) void pendingWork.track(this.onModify(file));
    }));
    return undefined;
  }

  override async onLoadFile(file: TFile): Promise<void> {
    this.data = await this.app.vault.read(file);
    this.isDirty = false;
    this.setViewData(this.data, true);
  }

  override async onUnloadFile(): Promise<void> {
    await this.save();
  }

  /** Writes what the view holds, if it differs from what was last read or written. */
  async save(): Promise<void> {
    this.cancelAutosave();
    if (!this.isDirty || !this.file) return;
    this.isDirty = false;
    this.data = this.getViewData();
    try {
      await this.app.vault.modify(this.file, this.data);
    } catch (error) {
      this.isDirty = true;
      throw error;
    }
  }

  /** The file has changed, by whomever. */
  protected async onModify(file: TFile): Promise<void> {
    const text = await this.app.vault.cachedRead(file);
    if (this.isDirty || text === this.data) return;
    this.data = text;
    this.setViewData(text, false);
  }

  protected cancelAutosave(): void {
    this.cancelSave?.();
    this.cancelSave = null;
  }

  protected override onDelete(): Promise<void> {
    this.cancelAutosave();
    this.isDirty = false;
    return super.onDelete();
  }

  private async saveOrSay(): Promise<void> {
    try {
      await this.save();
    } catch (error) {
      new Notice(`${this.file?.basename ?? 'The note'} could not be saved. ${error instanceof Error ? error.message : ''}`);
    }
  }
}
