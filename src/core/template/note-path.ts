/**
 * Where a new note goes: a title becomes a file name that every platform Obsidian runs on can hold and every link
 * can name; a folder is taken as it is or refused, since changing it would put the note somewhere else.
 */
import { type Refusal, refused } from '../text/edit-result';

export type NotePath = { readonly ok: true; readonly path: string } | { readonly ok: false; readonly refusal: Refusal };

/** What ext4, APFS and NTFS allow for one name. */
const MOST_BYTES = 255;
const EXTENSION = '.md';

/**
 * The vault path of a note called `title` in `folder` ('' or '/' is the vault itself). The title loses what a file
 * name can't hold (`A: B/C` is `A - B-C`) and is cut to 255 bytes; a folder that isn't safe is refused. With a
 * `number` it is the path of one more note of that name: `A - B-C 2`.
 */
export function notePath(folder: string, title: string, number?: number): NotePath {
  const segments = folder === '/' ? [] : folder.normalize('NFC').replace(/\/$/, '').split('/');
  const inVault = segments.length === 1 && segments[0] === '';
  const problem = inVault ? null : folderProblem(segments);
  if (problem) return problem;
  const name = fileName(title, number === undefined ? '' : ` ${number}`);
  if (name === '') {
    const why = title.trim() === '' ? 'The note has no title.' : 'Nothing of the title can stand in a file name.';
    return refused('path-empty', `${why} Give it a title with at least one letter or digit.`);
  }
  return { ok: true, path: [...(inVault ? [] : segments), name + EXTENSION].join('/') };
}

/** The title as a file name without extension, `end` behind it; '' when nothing of the title is left. */
function fileName(title: string, end: string): string {
  const plain = trimEnds(title.normalize('NFC').replace(/[\u2028\u2029\t\n\r]/g, ' ').replace(/\.md\s*$/i, ''), './\\ ');
  const kept = Array.from(plain).filter((char) => !isHidden(char)).join('');
  const named = kept
    // Matches the colon of "Plan: sync"; not that of "10:30".
    .replace(/:(?= |$)/g, ' -')
    // Matches ":", "/"; not "-".
    .replace(/[:/\\|]/g, '-')
    // Matches "?", "#"; not "!".
    .replace(/[*?"<>#^[\]]/g, '')
    // Matches "\u00a0 "; not "a".
    .replace(/\s+/g, ' ');
  const safe = awayFromDevice(trimEnds(named, '. '));
  const cut = trimEnds(cutToBytes(safe, MOST_BYTES - EXTENSION.length - end.length), '. \u200d');
  return trimEnds(cut, '- ') === '' ? '' : cut + end;
}

function folderProblem(segments: readonly string[]): ReturnType<typeof refused> | null {
  const path = segments.join('/');
  const unsafe = (why: string): ReturnType<typeof refused> => refused('path-unsafe', `The folder “${shown(path)}” ${why} Choose another folder in the settings or the dialog.`);
  // Matches "C:", "/Users"; not "Plans".
  if (path.startsWith('/') || /^[a-z]:/i.test(path)) return unsafe('is not inside the vault.');
  for (const segment of segments) {
    if (segment === '') return unsafe('has an empty part between two slashes.');
    if (segment.startsWith('.')) return unsafe('has a part that starts with a dot, which Obsidian does not show or which leaves the vault.');
    if (segment.includes('\\')) return unsafe('has a backslash; folders are separated by /.');
    if (Array.from(segment).some(isHidden)) return unsafe('has characters nobody can see.');
    // Matches ":", "?"; not "#".
    if (/[:*?"<>|]/.test(segment)) return unsafe('has a character that Windows or Android cannot hold, one of : * ? " < > |.');
    if (trimEnds(segment, '. ') !== segment) return unsafe('has a part that starts or ends with a space or a dot, which Windows drops.');
    if (isDevice(segment)) return unsafe(`has a part called “${segment}”, which Windows keeps for a device.`);
    if (byteLength(segment) > MOST_BYTES) {
      return refused('path-too-long', `A part of the folder “${shown(path)}” is longer than ${MOST_BYTES} bytes. Choose a folder with a shorter name.`);
    }
  }
  return null;
}

/** `text` without the characters that nobody can see, or that turn what is around them. */
export function visible(text: string): string {
  return Array.from(text).filter((char) => !isHidden(char)).join('');
}

/** Control characters, marks that turn the writing direction, zero-width spaces, halves of a surrogate pair, noncharacters. */
function isHidden(char: string): boolean {
  // Matches U+0007, U+202E, U+FEFF; not the joiner inside an emoji (U+200D) nor "a".
  return /^[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff0-\uffff]$/u.test(char);
}

/** Whether Windows takes the name for a device, with or without an extension: "con", "NUL.txt", "com1 .x". */
function isDevice(name: string): boolean {
  // Matches "con", "COM¹", "conin$"; not "contract".
  return /^(?:con|prn|aux|nul|clock\$|conin\$|conout\$|(?:com|lpt)[\d¹²³])$/i.test(name.split('.', 1)[0]?.trim() ?? '');
}

/** "con.old" as "con (note).old". */
function awayFromDevice(name: string): string {
  if (!isDevice(name)) return name;
  const dot = name.indexOf('.');
  return dot < 0 ? `${name} (note)` : `${name.slice(0, dot).trimEnd()} (note)${name.slice(dot)}`;
}

/** As many whole characters of `name` as fit into `most` bytes of UTF-8. */
function cutToBytes(name: string, most: number): string {
  let bytes = 0;
  let kept = '';
  for (const char of name) {
    bytes += byteLength(char);
    if (bytes > most) return kept;
    kept += char;
  }
  return kept;
}

/** Length in UTF-8. */
function byteLength(text: string): number {
  let bytes = 0;
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

function trimEnds(text: string, chars: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && chars.includes(text.charAt(from))) from++;
  while (to > from && chars.includes(text.charAt(to - 1))) to--;
  return text.slice(from, to);
}

function shown(path: string): string {
  const chars = Array.from(visible(path));
  return chars.length > 60 ? `${chars.slice(0, 59).join('')}…` : chars.join('');
}
