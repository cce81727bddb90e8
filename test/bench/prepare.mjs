// Owns: what a run needs before it can measure: the peers' packages, our code as a module, the built plugin.
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { BENCH, OURS, PLUGIN, ROOT, WORK } from './places.mjs';

/** What the workloads call. */
const EXPORTS = [
  "export { PlanIndex } from './src/core/indexing/plan-index';",
  "export { runQuery } from './src/core/indexing/query';",
  "export { readPlan } from './src/core/plan/parse-plan';",
  "export { scanBlocks } from './src/core/markdown/scan-blocks';",
  "export { setTaskMark } from './src/core/edit/edit-checklist';",
  "export { setCell } from './src/core/edit/edit-table';",
  "export { transition } from './src/core/edit/edit-plan';",
  "export { targetLine } from './src/core/text/line-target';",
  "export { applyChanges } from './src/core/text/text-change';",
  "export { BUILT_IN_TEMPLATES } from './src/core/template/builtin';",
];

/** Installs the peers unless they are there. */
export function installPeers() {
  if (existsSync(path.join(BENCH, 'node_modules'))) return;
  console.log('Installing what the bench compares with…');
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: BENCH, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
}

/** Bundles our code, and builds the plugin as it is released. */
export async function buildOurs() {
  mkdirSync(PLUGIN, { recursive: true });
  await build({
    stdin: { contents: EXPORTS.join('\n'), resolveDir: ROOT, loader: 'ts' },
    bundle: true,
    format: 'esm',
    target: 'es2022',
    outfile: OURS,
    loader: { '.md': 'text' },
    logLevel: 'warning',
  });
  execFileSync(process.execPath, ['esbuild.config.mjs', 'production'], { cwd: ROOT, stdio: 'inherit' });
  for (const name of ['main.js', 'manifest.json', 'styles.css']) copyFileSync(path.join(ROOT, name), path.join(PLUGIN, name));
  return WORK;
}

/** The bodies of the templates that come with the plugin. */
export async function templateBodies() {
  const { BUILT_IN_TEMPLATES } = await import(pathToFileURL(OURS));
  return BUILT_IN_TEMPLATES.map(({ body }) => body);
}
