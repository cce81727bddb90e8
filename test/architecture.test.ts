/** The house: who may import whom, how large a room may be, and what stands only in one place. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSources, ROOT, type SourceFile } from './support/source-tree';

const sources = readSources();

/** Folder → folders it may import from, besides itself. */
const CORE: Readonly<Record<string, readonly string[]>> = {
  text: [],
  date: [],
  markdown: ['text'],
  status: ['date'],
  plan: ['text', 'date', 'markdown', 'status'],
  edit: ['text', 'date', 'markdown', 'status', 'plan'],
  check: ['text', 'date', 'markdown', 'status', 'plan'],
  template: ['text', 'date', 'markdown'],
  indexing: ['text', 'date', 'status', 'plan', 'check'],
};
const OUTER: Readonly<Record<string, readonly string[]>> = {
  core: [],
  settings: ['core'],
  vault: ['core', 'settings'],
  editor: ['core', 'settings'],
  ui: ['core', 'settings', 'vault/note-access.ts'],
  commands: ['core', 'settings', 'vault', 'editor', 'ui'],
  agent: ['core', 'settings', 'vault', 'editor', 'ui'],
};

function room(path: string): string {
  const [first = '', second = ''] = path.split('/');
  return first === 'core' ? `core/${second}` : first;
}

function mayImport(from: string, to: string): boolean {
  if (to === 'main.ts') return false;
  if (from === 'main.ts' || room(from) === room(to)) return true;
  const [outer = '', inner = ''] = from.split('/');
  const [toOuter = '', toInner = ''] = to.split('/');
  if (outer === 'core') return toOuter === 'core' && (CORE[inner]?.includes(toInner) ?? false);
  return OUTER[outer]?.some((allowed) => allowed === toOuter || allowed === to) ?? false;
}

describe('directions', () => {
  test('every folder imports only what stands below it', () => {
    const wrong = sources.flatMap(({ path, imports }) => imports.filter((target) => !mayImport(path, target)).map((target) => `${path} → ${target}: move the shared part down, or hand it in from above`));
    expect(wrong).toEqual([]);
  });

  test('no file imports itself by way of others, not even types', () => {
    expect(findCycles(sources)).toEqual([]);
  });

  test('core knows neither Obsidian nor the page nor the clock', () => {
    const wrong = sources.filter(({ path }) => path.startsWith('core/')).flatMap(({ path, text, packages }) => {
      const foreign = packages.filter((name) => !(name === 'yaml' && /^core\/markdown\/frontmatter-(?:yaml|lead|flow)\.ts$/.test(path)) && !(name === 'date-fns' && path.startsWith('core/date/')));
      const ambient = /\b(?:activeDocument|window|localStorage|console)\.|\bdocument\.(?:body|create|query|get)|\bDate\.now\(|new Date\(\)|\bMath\.random\(/.exec(text)?.[0];
      return [...foreign, ...(ambient === undefined ? [] : [ambient])].map((what) => `${path}: ${what}`);
    });
    expect(wrong).toEqual([]);
  });
});

describe('rooms', () => {
  test('files stay small: 300 lines, main.ts 120', () => {
    expect(sources.filter(({ path, lines }) => lines > (path === 'main.ts' ? 120 : 300)).map(({ path, lines }) => `${path}: ${lines} lines, split it by what changes together`)).toEqual([]);
  });

  test('files are kebab-case and named for what they do', () => {
    const wrong = sources.filter(({ path }) => !/^(?:[a-z0-9-]+\/)*[a-z0-9-]+(?:\.d)?\.tsx?$/.test(path) || /(?:^|[/-])(?:utils?|helpers?|services?|managers?|misc|common)(?:[/.-]|$)|(?:^|\/)index\./.test(path));
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  test('no class or interface is called a manager, helper, service, handler, or carries an I', () => {
    const wrong = sources.flatMap(({ path, text }) => [...text.matchAll(/\b(?:class|interface) (\w*(?:Manager|Helper|Util|Service|Handler)\b|I[A-Z][a-z]\w*)/g)].map((match) => `${path}: ${match[1] ?? ''}`).filter((name) => !/: (?:Index|Item|Int|Insert|Instance|Indexed)/.test(name)));
    expect(wrong).toEqual([]);
  });

  test('the top level holds what the design names and what tools force there', () => {
    const allowed = ['.ci', '.git', '.gitattributes', '.github', '.gitignore', '.npmrc', 'CHANGELOG.md', 'LICENSE', 'README.md', 'coverage', 'docs', 'esbuild.config.mjs', 'eslint.config.mjs', 'main.js', 'manifest.json', 'node_modules', 'package-lock.json', 'package.json', 'src', 'styles.css', 'test', 'tsconfig.json', 'versions.json', 'vitest.config.ts'];
    expect(readdirSync(ROOT).filter((name) => !allowed.includes(name))).toEqual([]);
  });
});

describe('only in one place', () => {
  const holders = (pattern: RegExp): string[] => sources.filter(({ text }) => pattern.test(text)).map(({ path }) => path);

  test('notices are shown by ui/report.ts', () => {
    expect(holders(/\bnew Notice\(/)).toEqual(['ui/report.ts']);
  });

  test('notes are read and written in vault/', () => {
    expect(holders(/\bvault\.(?:modify|process|create|append|read|cachedRead|createFolder|adapter)\b|\.transaction\(/).filter((path) => !path.startsWith('vault/'))).toEqual([]);
  });

  test('CodeMirror is met in editor/, and changed by nobody else', () => {
    expect(sources.filter(({ packages }) => packages.some((name) => name.startsWith('@codemirror') || name.startsWith('@lezer'))).map(({ path }) => path).filter((path) => !path.startsWith('editor/'))).toEqual([]);
    expect(holders(/\.dispatch\(/).filter((path) => !path.startsWith('editor/'))).toEqual([]);
  });

  test('the host reprints no frontmatter and renders no HTML from notes', () => {
    expect(holders(/processFrontMatter|innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|MarkdownRenderer/)).toEqual([]);
  });

  test('no look-behind in a regular expression: iOS has none', () => {
    expect(holders(/\(\?<[=!]/)).toEqual([]);
  });
});

describe('what the store asks for', () => {
  const json = (name: string): Record<string, unknown> => JSON.parse(readFileSync(join(ROOT, name), 'utf8')) as Record<string, unknown>;

  test('manifest: id, name, description and versions agree', () => {
    const manifest = json('manifest.json');
    expect(manifest['id']).toBe('plan-rollup');
    expect(manifest['version']).toBe(json('package.json')['version']);
    expect(json('versions.json')[String(manifest['version'])]).toBe(manifest['minAppVersion']);
    const description = String(manifest['description']);
    expect(description.length).toBeGreaterThanOrEqual(10);
    expect(description.length).toBeLessThanOrEqual(250);
    expect(description).toMatch(/\.$/);
    expect(description).not.toMatch(/obsidian|plugin/i);
  });

  test('dependencies are pinned exactly, and each has its reason written down', () => {
    const manifest = json('package.json') as { dependencies: Record<string, string>; devDependencies: Record<string, string> };
    const versions = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
    const reasons = readFileSync(join(ROOT, 'docs/adr/0002-dependencies.md'), 'utf8');
    expect(versions.map(([name]) => name).filter((name) => !reasons.includes(`\`${name}\``))).toEqual([]);
    expect(Object.keys(manifest.dependencies).length).toBeLessThanOrEqual(4);
  });

  test('the lockfile names no registry', () => {
    expect(existsSync(join(ROOT, 'package-lock.json'))).toBe(true);
    expect(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).not.toContain('"resolved"');
  });
});

/** Each cycle once, as "a → b → a". */
function findCycles(files: readonly SourceFile[]): string[] {
  const imports = new Map(files.map((file) => [file.path, file.imports]));
  const finished = new Set<string>();
  const cycles: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    const at = trail.indexOf(path);
    if (at >= 0) cycles.push([...trail.slice(at), path].join(' → '));
    if (at >= 0 || finished.has(path)) return;
    for (const target of imports.get(path) ?? []) visit(target, [...trail, path]);
    finished.add(path);
  };
  for (const { path } of files) visit(path, []);
  return cycles;
}
