// The Obsidian store's rules for src/, strict TypeScript everywhere. Run with --max-warnings 0.
import { defineConfig } from 'eslint/config';
import obsidianmd from 'eslint-plugin-obsidianmd';
import tseslint from 'typescript-eslint';

const page = { window: 'readonly', document: 'readonly', requestAnimationFrame: 'readonly', performance: 'readonly' };
const node = { console: 'readonly', process: 'readonly', URL: 'readonly', Buffer: 'readonly', setTimeout: 'readonly', clearTimeout: 'readonly' };

export default defineConfig([
  { ignores: ['main.js', 'coverage/', 'test/.work/', 'test/obsidian/', 'test/bench/node_modules/'] },
  { files: ['src/**/*.ts', 'src/**/*.tsx', 'package.json'], extends: [...obsidianmd.configs.recommended] },
  {
    // The store's linter bans `builtin-modules`; the build uses it for the bundle's externals (docs/adr/0002-dependencies.md).
    files: ['package.json'],
    rules: { 'depend/ban-dependencies': ['error', { presets: ['native', 'microutilities', 'preferred'], allowed: ['builtin-modules'] }] },
  },
  {
    files: ['src/**/*.ts', 'src/**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'max-lines': ['error', { max: 300 }],
      'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 4],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
    },
  },
  {
    files: ['test/**/*.ts', 'test/**/*.tsx'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: { 'max-lines': ['error', { max: 400 }], '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }] },
  },
  { files: ['vitest.config.ts'], extends: [tseslint.configs.recommended] },
  { files: ['**/*.mjs'], languageOptions: { globals: node }, rules: { 'max-lines': ['error', { max: 400 }], 'no-unused-vars': 'error', 'no-undef': 'error' } },
  // Functions that the browser tests send into the page.
  { files: ['test/e2e/**/*.mjs'], languageOptions: { globals: page } },
]);
