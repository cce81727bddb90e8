/** Critical warnings and important notes: marked quotes, `<critical_warning>` tags around them, or callouts. */
import { BlockKind, type Blocks, Leaf } from '../markdown/blocks';
import { plainText } from '../markdown/inline';
import { startOfLine } from '../text/line-index';

export interface Warning {
  readonly kind: 'critical' | 'important';
  readonly line: number;
  readonly text: string;
}

/** The start of a marked paragraph. Matches `**CRITICAL WARNING:** text`, `[!warning] text`; groups 1 words, 2 callout type. */
const MARKED = /^(?:\*\*(CRITICAL WARNING|IMPORTANT NOTE|CRITICAL|WARNING|IMPORTANT):?\*\*:?|\[!(warning|caution|danger|important|attention)\][+-]?)\s*/i;
/** The tags that some templates put around; they are text for Markdown and belong to no warning. */
const TAG = /<\/?(?:critical_warning|important_note)>/g;

/** Warnings in text order: paragraphs in quotes or callouts that start with their mark. */
export function readWarnings({ text, leaves }: Blocks): Warning[] {
  const found: Warning[] = [];
  for (let leaf = 0; leaf < leaves.length; leaf++) {
    if (leaves.get(leaf, Leaf.kind) !== BlockKind.paragraph) continue;
    const from = leaves.get(leaf, Leaf.from);
    const to = leaves.get(leaf, Leaf.to);
    const head = text.slice(from, Math.min(to, from + 60));
    if (!isQuoted(text, from) || !MARKED.test(head)) continue;
    const source = text.slice(from, to).replace(/[\r\n]+[ \t]*(?:>[ \t]?)*/g, ' ').replace(TAG, '');
    const match = MARKED.exec(source);
    const word = (match?.[1] ?? match?.[2] ?? '').toLowerCase();
    found.push({ kind: word.startsWith('important') ? 'important' : 'critical', line: leaves.get(leaf, Leaf.line), text: plainText(source.slice(match?.[0].length ?? 0)) });
  }
  return found;
}

function isQuoted(text: string, from: number): boolean {
  return text.slice(startOfLine(text, from), from).includes('>');
}
