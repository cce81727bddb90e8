// Bundles src/main.ts into main.js, the one file Obsidian loads. `production` minifies; otherwise it watches.
// The output holds no date, path or hash, so two clean builds give the same bytes.
import { readFile } from 'node:fs/promises';
import { build, context } from 'esbuild';
import builtinModules from 'builtin-modules';

/**
 * The plugin never prints YAML (docs/adr/0003), so the printer of `yaml` is left out of the bundle: each of its
 * functions becomes one that throws. That is 13 KB less to load, and the promise kept by construction.
 *
 * @type {import('esbuild').Plugin}
 */
const withoutYamlPrinter = {
  name: 'without-yaml-printer',
  setup(build) {
    build.onLoad({ filter: /[\\/]yaml[\\/]browser[\\/]dist[\\/]stringify[\\/]\w+\.js$/ }, async ({ path }) => {
      const exported = /export \{([^}]*)\}/.exec(await readFile(path, 'utf8'))?.[1] ?? '';
      const names = exported.split(',').map((name) => name.trim()).filter((name) => name !== '');
      return { contents: `const none = () => { throw new Error('YAML is never printed.'); };\nexport { ${names.map((name) => `none as ${name}`).join(', ')} };` };
    });
  },
};

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
  plugins: [withoutYamlPrinter],
  treeShaking: true,
  logLevel: 'warning',
};

if (isProduction) await build(options);
else await (await context({ ...options, logLevel: 'info' })).watch();
