// Owns: ticking a task in the reading view.
import type { App } from '../shell/app';

/** `- [ ]` ↔ `- [x]` in one line, from 0, of the note as it is then. Quoted and numbered items too; other lines stay. */
export async function toggleTask(app: App, path: string, line: number): Promise<void> {
  const file = app.vault.getFileByPath(path);
  if (!file) return;
  await app.vault.process(file, (text) => {
    const lines = text.split('\n');
    const old = lines[line] ?? '';
    lines[line] = old.replace(/^(\s*(?:>\s*)*(?:[-*+]|\d+[.)])\s+\[)(.)(\])/u, (_whole, before: string, mark: string, after: string) => before + (mark === ' ' ? 'x' : ' ') + after);
    return lines.join('\n');
  });
}
