// Bundles src/main.ts into main.js, the one file Obsidian loads. `production` minifies; otherwise it watches.
// The output holds no date, path or hash, so two clean builds give the same bytes.
import { build, context } from 'esbuild';
import builtinModules from 'builtin-modules';

const isProduction = process.argv.includes('production');

/** @type {import('esbuild').BuildOptions} */
const options = {
  entryPoints: ['src/main.ts'],
  bundle: true,
  format: 'cjs',
  target: 'es2022',
  outfile: 'main.js',
  external: ['obsidian', 'electron', '@codemirror/*', '@lezer/*', ...builtinModules],
  loader: { '.md': 'text' },
  jsx: 'automatic',
  jsxImportSource: 'preact',
  charset: 'utf8',
  legalComments: 'none',
  minify: isProduction,
  sourcemap: isProduction ? false : 'inline',
  treeShaking: true,
  logLevel: 'warning',
};

if (isProduction) await build(options);
else await (await context({ ...options, logLevel: 'info' })).watch();
