/** The folder of the user's own templates: what lies in it, and which folders can be it. */
import { notePath } from './note-path';

/** Whether the note at `path` lies in `folder` or below it; file systems may ignore case and Unicode form. Nothing lies in ''. */
export function liesInFolder(folder: string, path: string): boolean {
  const within = fold(folder);
  return within !== '' && fold(path).startsWith(`${within}/`);
}

/** Why `folder` can't be the templates' one; undefined when it can, or is '' for none. */
export function templateFolderProblem(folder: string, planFolder: string): string | undefined {
  const wanted = folder.trim();
  if (wanted === '') return undefined;
  if (fold(wanted) === '') return 'The whole vault can’t be the template folder: then no note would be a plan. Choose a folder.';
  const path = notePath(wanted, 'Template');
  if (!path.ok) return path.refusal.message;
  if (liesInFolder(wanted, `${planFolder}/x`)) return `New plans go to “${planFolder}”, where they would be taken for templates. Choose another folder.`;
  return undefined;
}

/** Why new plans can't go to `folder`: they would be taken for templates. */
export function planFolderProblem(folder: string, templateFolder: string): string | undefined {
  return liesInFolder(templateFolder, `${folder.trim()}/x`) ? `“${templateFolder}” is the template folder, so plans in it would be taken for templates. Choose another folder.` : undefined;
}

function fold(path: string): string {
  // Matches the slashes of "/", "Templates/"; not that of "a/b".
  return path.normalize('NFC').toLowerCase().replace(/^\/|\/$/g, '');
}
