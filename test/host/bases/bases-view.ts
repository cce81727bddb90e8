// Owns: the classes of Bases a plugin derives from, with as much in them as the host's own Bases gives: entries with a file, in one group.
import { Component } from '../base/component';
import type { App } from '../shell/app';
import type { TFile } from '../vault/file';
import type { Value } from './values';

export class QueryController extends Component {}

export class BasesEntry {
  constructor(readonly file: TFile) {}

  /** Properties are not read. */
  getValue(): Value | null {
    return null;
  }
}

export class BasesEntryGroup {
  constructor(readonly entries: BasesEntry[]) {}

  hasKey(): boolean {
    return false;
  }
}

export class BasesQueryResult {
  constructor(readonly data: BasesEntry[]) {}

  get groupedData(): BasesEntryGroup[] {
    return [new BasesEntryGroup(this.data)];
  }
}

export class BasesViewConfig {}

export abstract class BasesView extends Component {
  app!: App;
  data!: BasesQueryResult;
  abstract type: string;

  protected constructor(protected readonly controller: QueryController) {
    super();
  }

  abstract onDataUpdated(): void;
}

/** `note.status` → `{type: 'note', name: 'status'}`. */
export function parsePropertyId(id: string): { type: string; name: string } {
  const dot = id.indexOf('.');
  return { type: id.slice(0, dot), name: id.slice(dot + 1) };
}
