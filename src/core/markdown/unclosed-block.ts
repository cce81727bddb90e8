/** A code fence or comment that nothing closes: always the last block of its note, it hides all that stands below its first line. */
import { BlockKind, type Blocks, Leaf } from './blocks';

export interface UnclosedBlock {
  /** "code fence", "comment “%%”". */
  readonly name: string;
  /** Its first line, from 0. */
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

export function unclosedBlock({ text, leaves }: Blocks): UnclosedBlock | null {
  const last = leaves.length - 1;
  if (last < 0) return null;
  const [line, from, to] = [leaves.get(last, Leaf.line), leaves.get(last, Leaf.from), leaves.get(last, Leaf.to)];
  const name = nameOf(leaves.get(last, Leaf.kind), leaves.get(last, Leaf.detail) === 1, text.slice(from, to));
  return name === null ? null : { name, line, from, to };
}

/** Why something is not read at its place, for a refusal: by the line where it is known. */
export function whatHides(blocks: Blocks): string {
  const block = unclosedBlock(blocks);
  return block ? `the ${block.name} that begins in line ${block.line + 1} is never closed and hides it. Close it` : 'a code fence or comment that is never closed may hide it. Close it';
}

function nameOf(kind: number, isClosed: boolean, source: string): string | null {
  if (kind === BlockKind.html) return source.startsWith('<!--') && !source.includes('-->') ? 'comment “<!--”' : null;
  if (isClosed) return null;
  return kind === BlockKind.fencedCode ? 'code fence' : kind === BlockKind.comment ? 'comment “%%”' : null;
}
