// Owns: the classes of Bases a plugin derives from. The host has no Bases: `registerBasesView` returns false and no view is ever made.
import { Component } from '../base/component';

export class QueryController extends Component {}
export class BasesEntry {}
export class BasesEntryGroup {}
export class BasesQueryResult {}
export class BasesViewConfig {}

export abstract class BasesView extends Component {
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
