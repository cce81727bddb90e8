/** Where the file at `path` lies after something, itself or a folder around it, was renamed from `from` to `to`. */
export function movedPath(path: string, from: string, to: string): string {
  return path === from || path.startsWith(`${from}/`) ? to + path.slice(from.length) : path;
}
