// Owns: YAML as Obsidian's parseYaml and stringifyYaml.
import { parse, stringify } from 'yaml';

/** Throws on text that is no YAML. Dates stay texts. */
export function parseYaml(yaml: string): unknown {
  return parse(yaml) as unknown;
}

/** Ends in a line break. */
export function stringifyYaml(value: unknown): string {
  return stringify(value, { lineWidth: 0 });
}
