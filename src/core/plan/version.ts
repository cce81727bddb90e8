/**
 * The version behind another one: its last number one higher, all else as written. `1.2` → `1.3`, `v3` → `v4`,
 * `2.0.9` → `2.0.10`, `**1.09**` → `**1.10**`. Which part of a version a change of a plan should raise nobody can
 * tell, so it is always the last. Any other form has no next one: `1.2-beta`, `2026.03` (a date), `draft`.
 */

/** A version that counts. Matches "v1.2", "Rev. 4", "`2.0.9`"; not "1.2-beta". Groups: 1 what stands before the last number, 2 the last number, 3 marks behind it. */
const COUNTED = /^([*_`[(]*(?:v|r|rev\.?|revision|version)?\.? ?(?:\d{1,6}\.)*)(\d{1,9})([*_`\])]*)$/i;
/** A year in front. Matches "2026.03", "v2026"; not "20.26". */
const YEAR = /^\D*(?:19|20)\d\d(?!\d)/;

/** The next version, written like this one; '' where its form is none that counts. */
export function nextVersion(written: string): string {
  const [, before = '', last = '', behind = ''] = COUNTED.exec(written.trim()) ?? [];
  if (last === '' || YEAR.test(written)) return '';
  return before + String(Number(last) + 1).padStart(last.length, '0') + behind;
}

/** Whether two texts name one version: "v1.2" and "**1.2**" do. */
export function isSameVersion(one: string, other: string): boolean {
  const numbers = (written: string): string => written.replace(/^\D+|\D+$/g, '');
  return nextVersion(one) !== '' && nextVersion(other) !== '' && numbers(one) === numbers(other);
}

/** Which of two versions is later: above 0 when it is `one`; 0 where that can't be told. */
export function compareVersions(one: string, other: string): number {
  if (nextVersion(one) === '' || nextVersion(other) === '') return 0;
  const [a = [], b = []] = [one, other].map((written) => (written.match(/\d+/g) ?? []).map(Number));
  const at = Array.from({ length: Math.max(a.length, b.length) }, (_none, index) => index).find((index) => (a[index] ?? 0) !== (b[index] ?? 0));
  return at === undefined ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
