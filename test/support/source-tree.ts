/** The sources as files and their imports, for the architecture test. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '../..');
const SOURCES = join(ROOT, 'src');

export interface SourceFile {
  /** Relative to src, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly lines: number;
  /** Files it imports, relative to src, types included; and packages. */
  readonly imports: readonly string[];
  readonly packages: readonly string[];
}

export function readSources(): SourceFile[] {
  const names = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'));
  const files = new Set(names);
  return names.filter((name) => /\.tsx?$/.test(name)).map((path) => readSource(path, files));
}

function readSource(path: string, files: ReadonlySet<string>): SourceFile {
  const text = readFileSync(join(SOURCES, path), 'utf8');
  const targets = [...text.matchAll(/^(?:import|export)\b[^;]*?\bfrom '([^']+)';/gms), ...text.matchAll(/^import '([^']+)';/gm)].map((match) => match[1] ?? '');
  const imports = targets.filter((target) => target.startsWith('.')).map((target) => found(relative(SOURCES, resolve(SOURCES, dirname(path), target)).replaceAll('\\', '/'), files, path));
  return { path, text, lines: text.split('\n').length - 1, imports, packages: targets.filter((target) => !target.startsWith('.')) };
}

function found(target: string, files: ReadonlySet<string>, from: string): string {
  const candidate = [target, `${target}.ts`, `${target}.tsx`].find((name) => files.has(name) && /\.\w+$/.test(name));
  if (candidate === undefined) throw new Error(`${from} imports ${target}, which is no file.`);
  return candidate;
}
