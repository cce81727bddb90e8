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

/** Calendar days must not depend on where the user lives: the pure tests run in two time zones. */
const pure = (name: string, timeZone: string) => ({
  ...shared,
  test: { name, environment: 'node' as const, include: everywhere, exclude: [...needDom, ...elsewhere], env: { TZ: timeZone } },
});

export default defineConfig({
  test: {
    coverage: { include: ['src/core/**'], reporter: ['text-summary', 'json-summary'] },
    projects: [
      pure('pure, west', 'America/Los_Angeles'),
      pure('pure, east', 'Pacific/Auckland'),
      {
        ...shared,
        test: {
          name: 'in the host',
          environment: 'happy-dom',
          include: needDom.flatMap((folder) => [`${folder}/*.test.ts`, `${folder}/*.test.tsx`]),
          exclude: elsewhere,
          env: { TZ: 'Europe/Berlin' },
        },
      },
    ],
  },
});
