/**
 * A 53-bit hash of a text that ignores what differs between a note on disk and the same note in an editor: the
 * byte order mark and the kind of line break. Two interleaved 32-bit multiply-xor rounds (the construction known
 * as cyrb53); not for secrets.
 */
export function fingerprint(text: string, from = 0, to = text.length): number {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let at = from === 0 && text.charCodeAt(0) === 0xfeff ? 1 : from; at < to; at++) {
    let code = text.charCodeAt(at);
    if (code === 13) {
      if (text.charCodeAt(at + 1) === 10 && at + 1 < to) continue;
      code = 10;
    }
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0);
}
