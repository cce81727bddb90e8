// Owns: what all tests of a run share: the browser, and the plugin and the host as they were when it began.
import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleHost } from '../host/server/bundle-host.mjs';

/** The project's folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Copies the built plugin and bundles the host into a folder of this run: a build or another run meanwhile changes nothing. */
export async function preparePlace(browser) {
  const folder = await mkdtemp(path.join(tmpdir(), 'browser-tests-'));
  const pluginFolder = path.join(folder, 'plugin');
  const bundle = path.join(folder, 'host');
  await mkdir(pluginFolder);
  for (const name of ['main.js', 'manifest.json', 'styles.css']) await copyFile(path.join(root, name), path.join(pluginFolder, name));
  await bundleHost(bundle);
  return { browser, pluginFolder, bundle, root, discard: () => rm(folder, { recursive: true }) };
}
