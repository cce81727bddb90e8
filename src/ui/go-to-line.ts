import { type App, MarkdownView } from 'obsidian';

/** Shows the note at the line, from 0: in a tab that has it open, else in the active one. False when there is no such note. */
export async function goToLine({ vault, workspace }: App, path: string, line: number): Promise<boolean> {
  const file = vault.getFileByPath(path);
  if (!file) return false;
  const active = workspace.getActiveViewOfType(MarkdownView);
  const open = workspace.getLeavesOfType('markdown').filter(({ view }) => view instanceof MarkdownView && view.file === file);
  const leaf = open.find(({ view }) => view === active) ?? open[0] ?? workspace.getLeaf(false);
  await leaf.openFile(file, { active: true, eState: { line } });
  return true;
}
