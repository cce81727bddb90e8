/** Critical warnings and important notes: marked quotes, `<critical_warning>` tags around them, or callouts. */
import { BlockKind, type Blocks, Leaf } from '../markdown/blocks';
import { plainText } from '../markdown/inline';
import { isQuoted } from '../markdown/quote';

export interface Warning {
  readonly kind: 'critical' | 'important';
  readonly line: number;
  readonly text: string;
}

/** The start of a quote's paragraph: callout type, emoji, bold mark. Matches `[!warning] text`, `⚠️ **CRITICAL WARNING:** text`; groups 1 callout type, 2 mark. */
const START = /^(?:\[!([a-z]{1,20})\][+-]?\s*)?(?:\p{Extended_Pictographic}\uFE0F?\s*)?(?:\*\*(?:\p{Extended_Pictographic}\uFE0F?\s*)?(CRITICAL WARNING|IMPORTANT NOTE|CRITICAL|WARNING|IMPORTANT):?\*\*:?)?\s*/iu;
/** Callouts that warn. */
const WARNING_CALLOUT = /^(?:warning|caution|danger|important|attention)$/i;
/** The tags that some templates put around; they are text for Markdown and belong to no warning. */
const TAG = /<\/?(?:critical_warning|important_note)>/g;

/** Warnings in text order: paragraphs in quotes or callouts that start with their mark. */
export function readWarnings({ text, leaves }: Blocks): Warning[] {
  const found: Warning[] = [];
  for (let leaf = 0; leaf < leaves.length; leaf++) {
    if (leaves.get(leaf, Leaf.kind) !== BlockKind.paragraph) continue;
    const from = leaves.get(leaf, Leaf.from);
    const to = leaves.get(leaf, Leaf.to);
    if (!isQuoted(text, from) || !isMarked(START.exec(onOneLine(text.slice(from, Math.min(to, from + 100)))))) continue;
    const source = onOneLine(text.slice(from, to)).replace(TAG, '');
    const match = START.exec(source);
    const word = (match?.[2] ?? match?.[1] ?? '').toLowerCase();
    found.push({ kind: word.startsWith('important') ? 'important' : 'critical', line: leaves.get(leaf, Leaf.line), text: plainText(source.slice(match?.[0].length ?? 0)) });
  }
  return found;
}

/** Line breaks and the quote marks behind them as one blank. */
function onOneLine(source: string): string {
  return source.replace(/[\r\n]+[ \t]*(?:>[ \t]?)*/g, ' ');
}

function isMarked(start: RegExpExecArray | null): boolean {
  return start?.[2] !== undefined || WARNING_CALLOUT.test(start?.[1] ?? '');
}

