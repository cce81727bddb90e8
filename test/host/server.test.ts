// @vitest-environment node
// The server over a real folder: nobody else's pages, nothing outside the vault, bytes as they are, changes of others noticed.
import { mkdir, mkdtemp, readFile, realpath, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { serveVault } from './server/serve-vault.mjs';

type Server = Awaited<ReturnType<typeof serveVault>>;
interface Answer {
  readonly status: number;
  readonly body: Buffer;
  readonly headers: Record<string, unknown>;
}

let home: string;
let vault: string;
let server: Server;
const closers: (() => void)[] = [];

async function serve(asksBeforeWriting = false): Promise<void> {
  server = await serveVault({ vault, bundle: home, pluginFolder: home, keepsDataInVault: false, asksBeforeWriting });
}

/** A raw request: nothing is normalised on the way. */
function ask(method: string, target: string, options: { body?: string | Buffer; headers?: Record<string, string> } = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: server.port, method, path: target, headers: options.headers ?? {} }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks), headers: response.headers }));
    });
    sent.on('error', reject);
    sent.end(options.body);
  });
}

const fileUrl = (name: string): string => `/api/file?path=${encodeURIComponent(name)}`;

/** Changes reported from now on, as `type path`. */
async function watch(): Promise<string[]> {
  const seen: string[] = [];
  await new Promise<void>((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: server.port, path: '/api/events' }, (response) => {
      response.on('error', () => undefined);
      response.on('data', (chunk: Buffer) => {
        for (const line of chunk.toString().split('\n'))
          if (line.startsWith('data: ')) for (const change of JSON.parse(line.slice(6)) as { type: string; path: string }[]) seen.push(`${change.type} ${change.path}`);
        resolve();
      });
    });
    sent.on('error', reject);
    sent.end();
    closers.push(() => sent.destroy());
  });
  return seen;
}

async function until(isDone: () => boolean): Promise<void> {
  const end = Date.now() + 4000;
  while (!isDone()) {
    if (Date.now() > end) throw new Error('It did not happen.');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

beforeEach(async () => {
  home = await realpath(await mkdtemp(path.join(tmpdir(), 'host-server-')));
  vault = path.join(home, 'vault');
  await mkdir(path.join(vault, 'f'), { recursive: true });
  await writeFile(path.join(home, 'secret.md'), 'secret');
  await writeFile(path.join(vault, 'a.md'), 'A');
  await writeFile(path.join(vault, 'f/b.md'), '\uFEFFone\r\ntwo');
});

afterEach(async () => {
  for (const close of closers.splice(0)) close();
  await server.close();
  await rm(home, { recursive: true });
});

test.each([
  '../secret.md',
  'f/../../secret.md',
  '..\\secret.md',
  '/etc/passwd',
  'C:\\secret.md',
  'C:/secret.md',
  './a.md',
  'f//b.md',
  'a.md\0.png',
  '',
])('no path leads outside: %j', async (name) => {
  await serve();
  expect([(await ask('GET', fileUrl(name))).status, (await ask('PUT', fileUrl(name), { body: 'x' })).status]).toEqual([403, 403]);
  expect(await readFile(path.join(home, 'secret.md'), 'utf8')).toBe('secret');
});

test('no link leads outside, for reading, writing, renaming or listing', async () => {
  await symlink(home, path.join(vault, 'out'));
  await symlink(path.join(home, 'secret.md'), path.join(vault, 'link.md'));
  await symlink(path.join(home, 'new.md'), path.join(vault, 'dangling.md'));
  await serve();
  for (const name of ['out/secret.md', 'link.md', 'out/new.md', 'dangling.md'])
    expect([name, (await ask('GET', fileUrl(name))).status, (await ask('PUT', fileUrl(name), { body: 'x' })).status]).toEqual([name, 403, 403]);
  expect((await ask('POST', '/api/rename?path=a.md&to=out/a.md')).status).toBe(403);
  expect((await ask('GET', '/api/vault?texts=yes')).body.toString()).not.toContain('secret');
  expect(await readFile(path.join(home, 'secret.md'), 'utf8')).toBe('secret');
});

test.each([
  ['a foreign Host', { host: 'evil.example' }],
  ['a foreign Origin', { origin: 'https://evil.example' }],
  ['another port of this machine', { origin: 'http://127.0.0.1:1' }],
  ['an opaque Origin', { origin: 'null' }],
  ['a cross-site request', { 'sec-fetch-site': 'cross-site' }],
  ['a same-site request', { 'sec-fetch-site': 'same-site' }],
])('%s is refused', async (_name, headers) => {
  await serve();
  expect((await ask('GET', fileUrl('a.md'), { headers })).status).toBe(403);
  expect((await ask('PUT', fileUrl('a.md'), { headers, body: 'x' })).status).toBe(403);
  expect(await readFile(path.join(vault, 'a.md'), 'utf8')).toBe('A');
});

test('its own page is answered, with a policy that lets nothing else in', async () => {
  await serve();
  const own = { host: `127.0.0.1:${server.port}`, origin: `http://127.0.0.1:${server.port}`, 'sec-fetch-site': 'same-origin' };
  expect((await ask('PUT', fileUrl('a.md'), { headers: own, body: 'B' })).status).toBe(200);
  const page = await ask('GET', '/', { headers: { 'sec-fetch-site': 'none' } });
  expect(page.status).toBe(200);
  expect(page.headers['content-security-policy']).toMatch(/^default-src 'none'.*script-src 'self'/);
  expect(page.headers['content-security-policy']).not.toContain('unsafe-eval');
});

test('it listens on this machine only', async () => {
  await serve();
  expect(server.url).toBe(`http://127.0.0.1:${server.port}/`);
});

test('bytes come and go as they are', async () => {
  await serve();
  const bytes = Buffer.from('\uFEFFone\r\ntwo 🎉\n');
  expect((await ask('PUT', fileUrl('f/b.md'), { body: bytes })).status).toBe(200);
  expect(await readFile(path.join(vault, 'f/b.md'))).toEqual(bytes);
  expect((await ask('GET', fileUrl('f/b.md'))).body).toEqual(bytes);
});

test('the whole vault: notes with their exact text, other files without, hidden ones not at all', async () => {
  await mkdir(path.join(vault, '.obsidian'));
  await writeFile(path.join(vault, '.obsidian/app.json'), '{}');
  await writeFile(path.join(vault, 'pic.png'), Buffer.from([0xff, 0, 1]));
  await serve();
  const lines = (await ask('GET', '/api/vault?texts=yes')).body.toString().trim().split('\n');
  const entries = lines.map((line) => JSON.parse(line) as { path: string; text?: string });
  expect(entries.map(({ path: name, text }) => [name, text])).toEqual([
    ['a.md', 'A'],
    ['f', undefined],
    ['f/b.md', '\uFEFFone\r\ntwo'],
    ['pic.png', undefined],
  ]);
});

test('a note that is not UTF-8 is left alone', async () => {
  const bytes = Buffer.from([0x41, 0xe9, 0x0a]);
  await writeFile(path.join(vault, 'latin.md'), bytes);
  await serve();
  const answer = await ask('PUT', fileUrl('latin.md'), { body: 'changed' });
  expect([answer.status, answer.body.toString()]).toEqual([409, 'latin.md is not UTF-8 text, so it is left as it is.']);
  expect(await readFile(path.join(vault, 'latin.md'))).toEqual(bytes);
});

test('until it is allowed nothing is written', async () => {
  await serve(true);
  for (const [method, target] of [
    ['PUT', fileUrl('a.md')],
    ['PUT', fileUrl('new.md')],
    ['DELETE', fileUrl('a.md')],
    ['POST', '/api/folder?path=new'],
    ['DELETE', '/api/folder?path=f&recursive=yes'],
    ['POST', '/api/trash?path=a.md'],
    ['POST', '/api/rename?path=a.md&to=z.md'],
    ['POST', '/api/copy?path=a.md&to=z.md'],
  ] as const)
    expect([target, (await ask(method, target, method === 'PUT' ? { body: 'x' } : {})).status]).toEqual([target, 423]);
  expect(await readFile(path.join(vault, 'a.md'), 'utf8')).toBe('A');
  expect((await ask('POST', '/api/allow')).status).toBe(200);
  expect((await ask('PUT', fileUrl('a.md'), { body: 'x' })).status).toBe(200);
});

test('a rename never replaces a file', async () => {
  await serve();
  expect((await ask('POST', '/api/rename?path=a.md&to=f/b.md')).status).toBe(409);
  expect((await ask('POST', '/api/rename?path=a.md&to=c.md')).status).toBe(200);
  expect((await ask('GET', '/api/stat?path=a.md')).body.toString()).toBe('null');
});

test('changes by others are reported, also files replaced by renaming and many at once; our own are not', async () => {
  await serve();
  const seen = await watch();
  await ask('PUT', fileUrl('a.md'), { body: 'ours' });
  await writeFile(path.join(vault, '.tmp'), 'replaced');
  await rename(path.join(vault, '.tmp'), path.join(vault, 'f/b.md'));
  await until(() => seen.includes('upsert f/b.md'));
  await mkdir(path.join(vault, 'new/deep'), { recursive: true });
  await Promise.all(Array.from({ length: 200 }, (_, i) => writeFile(path.join(vault, `new/deep/${i}.md`), `${i}`)));
  await until(() => new Set(seen.filter((line) => line.startsWith('upsert new/deep/'))).size === 200);
  await rm(path.join(vault, 'new'), { recursive: true });
  await until(() => seen.includes('delete new/deep/199.md') && seen.includes('delete new'));
  await server.look();
  expect(seen.filter((line) => line.endsWith(' a.md'))).toEqual([]);
});
