// Owns: the host as one script and one style sheet for the browser.
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = fileURLToPath(new URL('..', import.meta.url));

/** Writes host.js and host.css into the folder. */
export async function bundleHost(folder) {
  await build({
    absWorkingDir: here,
    entryPoints: { host: 'browser/main.ts' },
    bundle: true,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    outdir: folder,
    sourcemap: 'linked',
    logLevel: 'warning',
  });
  await build({ absWorkingDir: here, entryPoints: { host: 'style/host.css' }, bundle: true, outdir: folder, logLevel: 'warning' });
}
