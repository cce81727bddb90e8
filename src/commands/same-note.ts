/** Whether a note is still the one that a form was opened for: a rename is followed, another note in its place is not written to. */
import type { App, TFile } from 'obsidian';
import { type Refusal, refused } from '../core/text/edit-result';

/**
 * To be made when the form opens and the note says `text`; asked with what it says later. Another file may have the path
 * by then, and a text that changed in a file made at another time is another note's.
 */
export function sameNote(app: App, file: TFile, text: string): (now: string) => Refusal | null {
  const { ctime } = file.stat;
  return (now) => {
    const isSame = app.vault.getFileByPath(file.path) === file && (now === text || file.stat.ctime === ctime);
    return isSame ? null : refused('note-changed', `“${file.path}” is not the note any more that this form was opened for: another one was put in its place. Nothing was written. Close the form, and open it again in the note that you mean.`).refusal;
  };
}
