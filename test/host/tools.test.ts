// @vitest-environment node
// The programs a developer runs: start, install-vault, bump-version. What they say, and what they leave alone.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, afterEach, beforeEach, expect, test } from 'vitest';

const here = fileURLToPath(new URL('.', import.meta.url));
let folder: string;

beforeAll(() => {
  expect(existsSync(path.join(here, '../../main.js')), 'These tests start and install the built plugin: run "npm run build" first.').toBe(true);
});

interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs to the end, or until `isEnough` of what it printed. */
function run(program: string, args: string[], isEnough: (out: string) => boolean = () => false): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(here, program), ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      if (isEnough(out)) child.kill();
    });
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
  });
}

const at = (...names: string[]): string => path.join(folder, ...names);

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'host-tools-'));
});

afterEach(() => rm(folder, { recursive: true }));

test.each([[['--what']], [['--port', 'x']], [['--port', '70000']], [['--vault']]])('start %j: usage, and 2', async (args) => {
  const { code, err } = await run('start.mjs', args);
  expect([code, err.includes('Usage: npm start')]).toEqual([2, true]);
});

test('start with a folder that is missing, or is none: one sentence, and 1', async () => {
  await writeFile(at('file'), '');
  for (const name of ['missing', 'file']) {
    const { code, err } = await run('start.mjs', ['--no-open', '--vault', at(name)]);
    expect([code, err]).toEqual([1, `There is no folder ${at(name)}.\n`]);
  }
});

test('start on a port in use: one sentence, and 1', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as { port: number };
  const { code, err } = await run('start.mjs', ['--no-open', '--vault', folder, '--port', String(port)]);
  other.close();
  expect([code, err]).toEqual([1, `Port ${port} is in use: choose another one with --port.\n`]);
});

test('start prints its address last, and what it does with a vault of somebody', async () => {
  await mkdir(at('.obsidian'));
  const isReady = (out: string): boolean => /http:\/\/127\.0\.0\.1:\d+\/\n$/.test(out);
  const asking = await run('start.mjs', ['--no-open', '--vault', folder], isReady);
  expect(asking.out.trim().split('\n')[0]).toBe(`${folder} is an Obsidian vault: the page asks before the first change is written. --yes allows it.`);
  const writing = await run('start.mjs', ['--no-open', '--yes', '--vault', folder], isReady);
  expect(writing.out.trim().split('\n')[0]).toBe(`${folder} is an Obsidian vault: changes are written to it.`);
});

test('install-vault refuses a folder that is no vault, saying what to do', async () => {
  const { code, err } = await run('install-vault.mjs', ['--', folder]);
  expect([code, err]).toEqual([1, `${folder} is no Obsidian vault: open the folder in Obsidian once, so that it has an .obsidian folder.\n`]);
  expect((await run('install-vault.mjs', [])).code).toBe(2);
  expect((await run('install-vault.mjs', [folder, '--what'])).code).toBe(2);
});

test('install-vault copies the plugin, keeps its data, and switches it on when asked', async () => {
  const plugin = at('.obsidian/plugins/plan-rollup');
  await mkdir(plugin, { recursive: true });
  await writeFile(path.join(plugin, 'data.json'), '{"mine":1}');
  await writeFile(at('.obsidian/community-plugins.json'), '["other"]');
  expect((await run('install-vault.mjs', [folder])).code).toBe(0);
  expect(await readFile(at('.obsidian/community-plugins.json'), 'utf8')).toBe('["other"]');
  for (let twice = 0; twice < 2; twice++) expect((await run('install-vault.mjs', ['--', folder, '--enable'])).code).toBe(0);
  expect(JSON.parse(await readFile(at('.obsidian/community-plugins.json'), 'utf8'))).toEqual(['other', 'plan-rollup']);
  expect(await readFile(path.join(plugin, 'data.json'), 'utf8')).toBe('{"mine":1}');
  expect([existsSync(path.join(plugin, 'main.js')), existsSync(path.join(plugin, 'manifest.json'))]).toEqual([true, true]);
});

test.each(['{"a":1}', '[1]', '[broken'])('install-vault leaves a list of plugins alone that it does not understand: %s', async (text) => {
  await mkdir(at('.obsidian'));
  await writeFile(at('.obsidian/community-plugins.json'), text);
  const { code, err } = await run('install-vault.mjs', [folder, '--enable']);
  expect([code, err.includes('was left as it is')]).toEqual([1, true]);
  expect(await readFile(at('.obsidian/community-plugins.json'), 'utf8')).toBe(text);
});

test('bump-version takes the version over and keeps the formatting', async () => {
  await writeFile(at('package.json'), '{"version":"1.2.0"}');
  await writeFile(at('manifest.json'), '{\r\n\t"id": "x",\r\n\t"version": "1.1.0",\r\n\t"minAppVersion": "1.13.0"\r\n}');
  await writeFile(at('versions.json'), '{\n    "1.1.0": "1.12.0"\n}\n');
  expect((await run('bump-version.mjs', [folder])).code).toBe(0);
  expect(await readFile(at('manifest.json'), 'utf8')).toBe('{\r\n\t"id": "x",\r\n\t"version": "1.2.0",\r\n\t"minAppVersion": "1.13.0"\r\n}');
  expect(await readFile(at('versions.json'), 'utf8')).toBe('{\n    "1.1.0": "1.12.0",\n    "1.2.0": "1.13.0"\n}\n');
});
