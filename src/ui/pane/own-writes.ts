/**
 * What the pane wrote into notes since their rows were read. Ticks and cells leave every line in its place, so a row
 * that was read before them stands where it stood, as long as nothing else has changed the note.
 */
import { fingerprint } from '../../core/text/fingerprint';
import type { LineTarget } from '../../core/text/line-target';

interface WrittenNote {
  /** Fingerprints of the texts that were written over, each by an edit that leads to the next one. */
  readonly before: ReadonlySet<number>;
  readonly now: number;
}

export class OwnWrites {
  /** By path. */
  private readonly notes = new Map<string, WrittenNote>();

  /** Takes down that `before` has become `after`, with the same lines in the same places. */
  add(path: string, before: string, after: string): void {
    const [from, known] = [fingerprint(before), this.notes.get(path)];
    this.notes.set(path, { before: new Set([...(known?.now === from ? known.before : []), from]), now: fingerprint(after) });
  }

  /** The target as it is known in `text`: another one only where nothing but these writes has changed the note since. */
  follow(path: string, text: string, target: LineTarget): LineTarget {
    const known = this.notes.get(path);
    return known?.before.has(target.note) === true && known.now === fingerprint(text) ? { ...target, note: known.now } : target;
  }
}
