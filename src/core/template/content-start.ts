/** Where a line's content starts behind quote marks, a list marker, a checkbox and heading marks: "> - [ ] text", "## text". */
export function contentStart(source: string): number {
  let at = skip(source, 0, ' \t>\u0001');
  // Matches "- ", "12. ", "## "; not "-a".
  const marker = /^(?:[-*+]|\d{1,9}[.)]|#{1,6})[ \t]/.exec(source.slice(at, at + 12))?.[0];
  if (!marker) return at;
  at = skip(source, at + marker.length, ' \t');
  // Matches "[ ] ", "[x]\t"; not "[ab] ".
  if (/^\[.\][ \t]/u.test(source.slice(at, at + 5))) at = source.indexOf(']', at + 2) + 1;
  return skip(source, at, ' \t');
}

function skip(source: string, at: number, chars: string): number {
  let to = at;
  while (to < source.length && chars.includes(source.charAt(to))) to++;
  return to;
}
