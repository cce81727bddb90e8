// Whatever a note says is shown as text: no element, no attribute, no script ever comes of it.
import { afterEach, expect, test } from 'vitest';
import { findAll } from '../support/at-the-keyboard';
import { closePlugin, openPane, pane, type PluginHost, showLens } from './open-pane';

const PAYLOADS = [
  '<script>window.owned = 1</script>',
  '<img src=x onerror="window.owned = 1">',
  '<svg onload="window.owned = 1">',
  '"><b onmouseover=alert(1)>x</b>',
  "' onfocus='window.owned = 1' autofocus='",
  '<iframe src="javascript:alert(1)"></iframe>',
  '<a href="javascript:alert(1)">x</a>',
  '<style>*{display:none}</style>',
  '&lt;img src=x onerror=alert(1)&gt;',
  '{{constructor.constructor("alert(1)")()}}',
  '${alert(1)}',
  '<math><mi xlink:href="data:x,<script>alert(1)</script>">',
  '<details open ontoggle=alert(1)>',
  '<body onload=alert(1)>',
  '<!--><img src=x onerror=alert(1)>-->',
  '\u202Etxt.exe<script>',
];

/** Elements the pane is made of, besides the icons on its buttons. */
const KNOWN = new Set(['DIV', 'SPAN', 'BUTTON', 'INPUT', 'P', 'SELECT', 'OPTION']);

let host: PluginHost;
afterEach(() => closePlugin(host));

function expectOnlyOurElements(): void {
  const foreign = findAll('*', pane()).filter((el) => el.closest('button > .svg-icon') === null && (!KNOWN.has(el.tagName) || el.getAttributeNames().some((name) => name.startsWith('on') || name === 'href' || name === 'src' || name === 'autofocus')));
  expect(foreign.map(({ outerHTML }) => outerHTML)).toEqual([]);
  expect('owned' in window).toBe(false);
}

/** Letters and digits only: Markdown marks may go, words may not. */
const words = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

test.each(PAYLOADS)('in title, heading, label, task, and path: %s', async (payload) => {
  const note = `---\ntitle: ${JSON.stringify(payload)}\n---\n# ${payload}\n\n## Phase 1: ${payload}\n\n### Verification\n\n**${payload}:**\n- [ ] ${payload}\n- [ ] \`${payload}\`\n`;
  host = await openPane({ [`${payload.replace(/[/\\]/g, '∕')}.md`]: note });
  await showLens(host, 'Verification');
  expect(findAll('[role="row"]', pane())).toHaveLength(4);
  expectOnlyOurElements();
  expect(words(findAll('.plan-rollup-item-text', pane())[1]?.textContent ?? '')).toBe(words(payload));
});

test.each(PAYLOADS)('in every cell of a priority row, and in the status: %s', async (payload) => {
  const cell = payload.replace(/\|/g, '\\|');
  const note = `---\nstatus: ${JSON.stringify(payload)}\n---\n# A\n\n| Task | Priority | Effort | Impact | When |\n| --- | --- | --- | --- | --- |\n| ${cell} | High ${cell} | ${cell} | ${cell} | ${cell} |\n`;
  host = await openPane({ 'a.md': note });
  expectOnlyOurElements();
  expect(findAll('[role="row"]', pane())).toHaveLength(1);
  expect(words(findAll('.plan-rollup-facts', pane())[0]?.textContent ?? '')).toContain(words(payload));
});

test.each(PAYLOADS)('in a refusal: %s', async (payload) => {
  const note = `# A\n\n## Verification\n\n- [ ] ${payload} end\n`;
  host = await openPane({ 'a.md': note });
  await showLens(host, 'Verification');
  host.disk.set('a.md', '# A\n');
  findAll('[role="checkbox"]', pane())[0]?.click();
  await host.settle();
  expect(findAll('.notice')).toHaveLength(1);
  expect(findAll('.notice *').map(({ className }) => className)).toEqual(['notice-message', 'plan-rollup-notice-action']);
});
