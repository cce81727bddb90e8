/** Text as YAML writes it: plain where that reads as the same text, else in double quotes. */
import { readsAs } from './frontmatter';

/** The value of `key: value`. */
export function yamlScalar(value: string): string {
  const isPlain = value !== '' && !/^[\s[{]|\s$|[\r\n\t]/.test(value) && String(readsAs(value)) === value && readsAs(value) !== null;
  return isPlain ? value : JSON.stringify(value);
}

/** An item of `[a, b]`, where commas and brackets mean something too. */
export function yamlItem(value: string): string {
  // Matches "a, b", "x]"; not "a b".
  return /[,[\]{}]/.test(value) ? JSON.stringify(value) : yamlScalar(value);
}
