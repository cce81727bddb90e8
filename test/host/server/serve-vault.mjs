// Owns: the HTTP server: a folder of notes, the host's page, the plugin.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { PAGE, wrapPlugin } from './page.mjs';
import { isAllowed, SECURITY_HEADERS } from './request-guard.mjs';
import { Refused, VaultFiles } from './vault-files.mjs';
import { VaultWatch } from './watch-vault.mjs';

/** The largest note that is taken, in bytes. */
const MAX_BODY = 64 * 1024 * 1024;

/**
 * @param {{ vault: string, bundle: string, pluginFolder: string, port?: number, keepsDataInVault: boolean, asksBeforeWriting: boolean }} options
 *   `bundle` holds host.js and host.css, `pluginFolder` main.js, manifest.json and styles.css.
 * @returns {Promise<{ url: string, port: number, look(): Promise<void>, close(): Promise<void> }>}
 */
export async function serveVault(options) {
  const files = await VaultFiles.open(options.vault);
  const clients = new Set();
  const watcher = new VaultWatch(files, (changes) => {
    for (const client of clients) client.write(`data: ${JSON.stringify(changes)}\n\n`);
  });
  await watcher.start();
  const serving = { files, watcher, clients, options, mayWrite: !options.asksBeforeWriting };
  const server = createServer((request, response) => void answer(serving, server.address().port, request, response));
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  }).catch((error) => {
    watcher.close();
    throw error;
  });
  const { port } = server.address();
  return {
    port,
    url: `http://127.0.0.1:${port}/`,
    look: () => watcher.look(),
    async close() {
      watcher.close();
      for (const client of clients) client.end();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function answer(serving, port, request, response) {
  const send = (status, body, type = 'text/plain; charset=utf-8') => {
    response.writeHead(status, { ...SECURITY_HEADERS, 'content-type': type });
    response.end(body);
  };
  try {
    if (!isAllowed(request, port)) throw new Refused(403, 'This server answers its own page only.');
    const url = new URL(request.url, `http://127.0.0.1:${port}`);
    if (request.method === 'GET' && url.pathname === '/api/vault') await sendVault(serving, response, url.searchParams.get('texts') === 'yes');
    else if (request.method === 'GET' && url.pathname === '/api/events') openEvents(serving, request, response);
    else {
      const run = ROUTES[`${request.method} ${url.pathname}`];
      if (!run) throw new Refused(404, 'There is nothing here.');
      const { body, type } = await run(serving, url.searchParams, request);
      send(200, body, type);
    }
  } catch (error) {
    const status = error instanceof Refused ? error.status : error.code === 'ENOENT' ? 404 : error.code === 'EEXIST' ? 409 : 500;
    if (response.headersSent) response.destroy();
    else send(status, error.message);
  }
}

const json = (value) => ({ body: JSON.stringify(value ?? null), type: 'application/json; charset=utf-8' });
const bundled = (name, type) => async ({ options }) => ({ body: await readFile(path.join(options.bundle, name)), type });

const ROUTES = {
  'GET /': async () => ({ body: PAGE, type: 'text/html; charset=utf-8' }),
  'GET /host.js': bundled('host.js', 'text/javascript; charset=utf-8'),
  'GET /host.css': bundled('host.css', 'text/css; charset=utf-8'),
  'GET /plugin.js': async ({ options }) => ({
    body: wrapPlugin(await readFile(path.join(options.pluginFolder, 'main.js'), 'utf8')),
    type: 'text/javascript; charset=utf-8',
  }),
  'GET /plugin.css': async ({ options }) => ({
    body: await readFile(path.join(options.pluginFolder, 'styles.css')).catch(() => ''),
    type: 'text/css; charset=utf-8',
  }),
  'GET /api/info': async ({ files, options, mayWrite }) =>
    json({
      name: path.basename(files.root),
      manifest: JSON.parse(await readFile(path.join(options.pluginFolder, 'manifest.json'), 'utf8')),
      keepsDataInVault: options.keepsDataInVault,
      mayWrite,
    }),
  'GET /api/stat': async ({ files }, query) => json(await files.stat(pathIn(query))),
  'GET /api/list': async ({ files }, query) => json(await files.listFolder(pathIn(query))),
  'GET /api/file': async ({ files }, query) => ({ body: await files.read(pathIn(query)), type: 'application/octet-stream' }),
  'POST /api/allow': async (serving) => {
    serving.mayWrite = true;
    return json(true);
  },
  'PUT /api/file': change(['path'], async (files, query, request) => files.write(pathIn(query), await bodyOf(request), { mtime: Number(query.get('mtime')) || undefined, was: query.get('was') })),
  'DELETE /api/file': change(['path'], (files, query) => files.remove(pathIn(query))),
  'POST /api/folder': change(['path'], (files, query) => files.makeFolder(pathIn(query))),
  'DELETE /api/folder': change(['path'], (files, query) => files.removeFolder(pathIn(query), query.get('recursive') === 'yes')),
  'POST /api/trash': change(['path'], (files, query) => files.trash(pathIn(query))),
  'POST /api/rename': change(['path', 'to'], (files, query) => files.rename(pathIn(query), pathIn(query, 'to'))),
  'POST /api/copy': change(['to'], (files, query) => files.copy(pathIn(query), pathIn(query, 'to'))),
};

/** A route that writes: refused until writing is allowed, and not reported as somebody else's change. */
function change(pathNames, run) {
  return async (serving, query, request) => {
    if (!serving.mayWrite) throw new Refused(423, 'Writing into this vault has not been allowed.');
    const paths = pathNames.map((name) => pathIn(query, name));
    return json(await serving.watcher.own(paths, () => run(serving.files, query, request)));
  };
}

function pathIn(query, name = 'path') {
  return query.get(name) ?? '';
}

async function bodyOf(request) {
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > MAX_BODY) throw new Refused(413, 'The note is too large.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** A line of JSON for every file. */
async function sendVault({ files }, response, withTexts) {
  response.writeHead(200, { ...SECURITY_HEADERS, 'content-type': 'application/x-ndjson; charset=utf-8' });
  const batches = withTexts ? files.listWithTexts() : [await files.list()];
  async function* lines() {
    for await (const batch of batches) yield batch.map((entry) => `${JSON.stringify(entry)}\n`).join('');
  }
  await pipeline(Readable.from(lines()), response);
}

function openEvents({ clients }, request, response) {
  response.writeHead(200, { ...SECURITY_HEADERS, 'content-type': 'text/event-stream' });
  response.write(':ok\n\n');
  clients.add(response);
  request.on('close', () => clients.delete(response));
}
