// Bundles src/main.ts into main.js, the one file Obsidian loads. `production` minifies; otherwise it watches.
// The output holds no date, path or hash, so two clean builds give the same bytes.
import { build, context } from 'esbuild';
import builtinModules from 'builtin-modules';

/**
 * Of `yaml` only the lexer and the parser are used (docs/adr/0003). The package doesn't say that its files can be left
 * out one by one, so esbuild would take them all; they can, none does anything when it is loaded.
 *
 * @type {import('esbuild').Plugin}
 */
const onlyWhatIsUsedOfYaml = {
  name: 'only-what-is-used-of-yaml',
  setup(build) {
    build.onResolve({ filter: /^yaml$|^\.\.?\// }, async ({ path, importer, resolveDir, kind, pluginData }) => {
      const isOfYaml = path === 'yaml' || /[\\/]node_modules[\\/]yaml[\\/]/.test(importer);
      if (!isOfYaml || pluginData === onlyWhatIsUsedOfYaml) return undefined;
      return { ...(await build.resolve(path, { importer, resolveDir, kind, pluginData: onlyWhatIsUsedOfYaml })), sideEffects: false };
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
  plugins: [onlyWhatIsUsedOfYaml],
  treeShaking: true,
  logLevel: 'warning',
};

if (isProduction) await build(options);
else await (await context({ ...options, logLevel: 'info' })).watch();
