// Runs the built plugin in the host: bundles it, serves a vault on 127.0.0.1, opens the browser. The last line printed is the address.
import { existsSync, statSync } from 'node:fs';
import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleHost } from './server/bundle-host.mjs';
import { openBrowser } from './server/open-browser.mjs';
import { parseOptions, USAGE } from './server/options.mjs';
import { serveVault } from './server/serve-vault.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const demoVault = path.join(root, 'test/demo-vault');
const bundle = path.join(root, 'test/.work/host');

function stop(message, code) {
  console.error(message);
  process.exit(code);
}

async function copyDemoVault() {
  const copy = path.join(await mkdtemp(path.join(tmpdir(), 'plan-rollup-')), 'Demo vault');
  await cp(demoVault, copy, { recursive: true });
  console.log(`The demo vault was copied to ${copy}`);
  return copy;
}

function isFolder(folder) {
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

const options = parseOptions(process.argv.slice(2));
if ('help' in options) {
  console.log(USAGE);
  process.exit(0);
}
if ('problem' in options) stop(`${options.problem}\n${USAGE}`, 2);
if (!existsSync(path.join(root, 'main.js'))) stop('There is no main.js yet: run `npm run build` first.', 1);
const chosen = options.vault === null ? null : path.resolve(options.vault);
if (chosen !== null && !isFolder(chosen)) stop(`There is no folder ${chosen}.`, 1);
if (chosen === null && !isFolder(demoVault)) stop('There is no test/demo-vault: give a folder with --vault.', 1);

const isObsidianVault = chosen !== null && isFolder(path.join(chosen, '.obsidian'));
const asksBeforeWriting = isObsidianVault && !options.yes;

try {
  await bundleHost(bundle);
  const server = await serveVault({
    vault: chosen ?? (await copyDemoVault()),
    bundle,
    pluginFolder: root,
    port: options.port,
    keepsDataInVault: chosen === null || isObsidianVault,
    asksBeforeWriting,
  });
  if (asksBeforeWriting) console.log(`${chosen} is an Obsidian vault: the page asks before the first change is written. --yes allows it.`);
  else if (isObsidianVault) console.log(`${chosen} is an Obsidian vault: changes are written to it.`);
  else if (chosen !== null) console.log(`Changes are written to ${chosen}.`);
  if (options.opens) openBrowser(server.url);
  console.log(server.url);
} catch (error) {
  if (error.code === 'EADDRINUSE') stop(`Port ${options.port} is in use: choose another one with --port.`, 1);
  if (error.code === 'EACCES') stop(`Not allowed: ${error.message}`, 1);
  throw error;
}
