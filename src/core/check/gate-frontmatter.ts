import { LineIndex } from '../text/line-index';
import type { GateContext, GateFinding } from './gate-finding';

/** Frontmatter that is broken or never closed. */
export function brokenFrontmatter({ plan: { blocks, diagnostics } }: GateContext): GateFinding | null {
  const problems = diagnostics.filter(({ code }) => code === 'frontmatter-invalid' || code === 'frontmatter-unclosed');
  const [first] = problems;
  if (!first) return null;
  const lines = new LineIndex(blocks.text);
  return { message: 'The frontmatter can’t be read', culprits: problems.map(({ from, message }) => ({ line: lines.lineAt(from), text: message })) };
}
