// Owns: where the bench finds and puts things.
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const BENCH = fileURLToPath(new URL('.', import.meta.url));
export const ROOT = path.resolve(BENCH, '../..');
/** Everything made by a run. */
export const WORK = path.join(ROOT, 'test/.work/bench');
/** Our code as one ES module: see `prepare.mjs` for its exports. */
export const OURS = path.join(WORK, 'bundle.mjs');
/** main.js, manifest.json and styles.css as they would be installed. */
export const PLUGIN = path.join(WORK, 'plugin');
export const VAULT = path.join(WORK, 'vault');
