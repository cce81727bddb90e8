// Owns: a generated vault as two files, one of all texts and one of paths and ends, so that every process has it in a moment.
import { closeSync, mkdirSync, openSync, readFileSync, readSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { VAULT } from '../places.mjs';
import { vaultNote } from './make-vault.mjs';

const TEXTS = path.join(VAULT, 'texts.bin');
const TABLE = path.join(VAULT, 'table.json');

/** Writes the first `count` notes. Answers bytes a note on average. */
export function writeVault(count, templates) {
  mkdirSync(VAULT, { recursive: true });
  const paths = [];
  const ends = [];
  let end = 0;
  const file = openSync(TEXTS, 'w');
  for (let n = 0; n < count; n++) {
    const note = vaultNote(n, templates);
    const bytes = Buffer.from(note.text);
    writeSync(file, bytes);
    end += bytes.length;
    paths.push(note.path);
    ends.push(end);
  }
  closeSync(file);
  writeFileSync(TABLE, JSON.stringify({ paths, ends }));
  return end / count;
}

/** The first `count` notes: their paths, and `text(n)`, which decodes a note anew each time, as reading a file does. */
export function openPackedVault(count) {
  const { paths, ends } = JSON.parse(readFileSync(TABLE, 'utf8'));
  if (paths.length < count) throw new RangeError(`The packed vault has ${paths.length} notes, not ${count}.`);
  const bytes = Buffer.alloc(ends[count - 1]);
  const file = openSync(TEXTS, 'r');
  readSync(file, bytes, 0, bytes.length, 0);
  closeSync(file);
  return { paths: paths.slice(0, count), text: (n) => bytes.toString('utf8', n === 0 ? 0 : ends[n - 1], ends[n]) };
}

/** The first `count` notes with their texts in memory. */
export function readVault(count) {
  const { paths, text } = openPackedVault(count);
  return paths.map((notePath, n) => ({ path: notePath, text: text(n) }));
}
