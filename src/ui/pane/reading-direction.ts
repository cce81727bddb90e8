/** Which way the app is read where an element stands. */

export function isRightToLeft(el: HTMLElement): boolean {
  return el.win.getComputedStyle(el).direction === 'rtl';
}

const OTHER_WAY: Readonly<Record<string, string>> = { ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft' };

/** The key as it would be where one reads from left to right: an arrow points on or back, not to a side of the screen. */
export function keyToRead({ key, currentTarget }: KeyboardEvent): string {
  const other = OTHER_WAY[key];
  return other !== undefined && currentTarget !== null && isRightToLeft(currentTarget as HTMLElement) ? other : key;
}
