import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vitest/config';

/** Markdown imports are text, as in the bundle. */
const markdownAsText: Plugin = {
  name: 'markdown-as-text',
  enforce: 'pre',
  transform(code, id) {
    return id.endsWith('.md') ? { code: `export default ${JSON.stringify(code)}`, map: null } : null;
  },
};

const shared = {
  plugins: [markdownAsText],
  resolve: { alias: { obsidian: fileURLToPath(new URL('test/host/obsidian.ts', import.meta.url)) } },
  oxc: { jsx: { runtime: 'automatic' as const, importSource: 'preact' } },
};

const everywhere = ['test/**/*.test.ts', 'test/**/*.test.tsx'];
const needDom = ['test/host/**', 'test/vault/**', 'test/editor/**', 'test/commands/**', 'test/ui/**', 'test/agent/**', 'test/settings/**'];
const elsewhere = ['test/e2e/**', 'test/obsidian/**', 'test/bench/**', 'test/.work/**'];

/** A test that is slow on a busy machine has not failed; laws that are tried more often take their time. */
const testTimeout = process.env['LAW_RUNS'] === undefined ? 120_000 : 3_600_000;

/** Tests of pure functions leave nothing behind, so they share their modules: loading them takes longer than most tests. */
const pure = (name: string, timeZone: string, include: string[]) => ({
  ...shared,
  test: { name, environment: 'node' as const, isolate: false, testTimeout, include, exclude: [...needDom, ...elsewhere], env: { TZ: timeZone } },
});

export default defineConfig({
  test: {
    maxWorkers: '100%',
    coverage: { include: ['src/core/**'], reporter: ['text-summary', 'json-summary'] },
    projects: [
      pure('pure, west', 'America/Los_Angeles', everywhere),
      // Calendar days must not depend on where the user lives. Elsewhere in the core they are words.
      pure('pure, east', 'Pacific/Auckland', ['date', 'check', 'indexing'].map((room) => `test/core/${room}/*.test.ts`)),
      {
        ...shared,
        test: {
          name: 'in the host',
          environment: 'happy-dom',
          include: needDom.flatMap((folder) => [`${folder}/*.test.ts`, `${folder}/*.test.tsx`]),
          exclude: elsewhere,
          testTimeout: 30_000,
          env: { TZ: 'Europe/Berlin' },
        },
      },
    ],
  },
});
