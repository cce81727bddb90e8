/** Link reference definitions, `[label]: destination "title"` (CommonMark 0.31, section 4.7), told by the line of the label. */

/**
 * Whether a definition's colon and destination follow the label's bracket, which ends at `at`. A value in words
 * (`[Gap 1]: nobody is told`, `[Gap 2]: none`) is taken for no destination, nor is a slot (`[Gap 1]: [Why]`).
 */
export function isDefinition(source: string, at: number): boolean {
  if (source[at] !== ':') return false;
  if (source.startsWith('[') && source.slice(at + 1).trim() === '') return true;
  const rest = source.slice(at + 1).trim();
  const space = rest.search(/\s/);
  const destination = space < 0 ? rest : rest.slice(0, space);
  const title = space < 0 ? '' : rest.slice(space).trim();
  // Matches "[Why]", "nobody"; not "a.md", "#top".
  if (/^[[{]|^[^./#:<]*$/.test(destination)) return false;
  // Matches "https://a.b", "<a b>", "./a.md", "#top"; not "nobody".
  if (/^(?:<|#|\/|\.{1,2}\/|www\.|mailto:|[a-z][a-z+.-]{1,20}:\/\/)/i.test(destination)) return true;
  return title === '' || isQuoted(title);
}

/** How labels are compared: case and runs of space do not matter. */
export function foldLabel(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase();
}

function isQuoted(title: string): boolean {
  const close = title.startsWith('(') ? ')' : title.charAt(0);
  return (close === '"' || close === "'" || close === ')') && title.length > 1 && title.endsWith(close);
}
