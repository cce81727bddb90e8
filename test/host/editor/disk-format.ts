// Owns: the difference between a note on disk and in the editor: BOM and CRLF are on disk only.
// Invariant: toDisk(fromDisk(text)) equals text unless the file mixes line endings; then the more frequent one wins.

export interface DiskFormat {
  readonly bom: string;
  readonly lineBreak: '\n' | '\r\n';
}

export const PLAIN: DiskFormat = { bom: '', lineBreak: '\n' };

export function detectFormat(text: string): DiskFormat {
  const crlf = text.split('\r\n').length - 1;
  const lf = text.split('\n').length - 1 - crlf;
  return { bom: text.startsWith('\uFEFF') ? '\uFEFF' : '', lineBreak: crlf > lf ? '\r\n' : '\n' };
}

export function fromDisk(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n/g, '\n');
}

export function toDisk(text: string, { bom, lineBreak }: DiskFormat): string {
  return bom + (lineBreak === '\n' ? text : text.replace(/\n/g, lineBreak));
}
