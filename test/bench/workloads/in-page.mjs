// Functions that run in the page, so each is complete in itself. Times are milliseconds.

/** Switches from the priorities to the checks. Answers when the rows stand there laid out, how many there are, and how many elements that takes. */
export async function openChecks() {
  const { document, MessageChannel, performance } = globalThis;
  const turn = () => new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = resolve;
    channel.port2.postMessage(null);
  });
  const list = () => document.querySelector('.plan-rollup-list[aria-label="Verification"]');
  const start = performance.now();
  [...document.querySelectorAll('[role=tab]')].find((tab) => tab.textContent === 'Verification').click();
  while (!list()?.querySelector('[role=row]')) await turn();
  const height = list().querySelector('.plan-rollup-list-space').offsetHeight;
  const open = performance.now() - start;
  return { open, height, rows: Number(list().getAttribute('aria-rowcount')), nodes: document.querySelectorAll('.plan-rollup-pane, .plan-rollup-pane *').length };
}

/** Back to the priorities, so that the checks can be opened again. */
export async function leaveChecks() {
  const { document } = globalThis;
  [...document.querySelectorAll('[role=tab]')].find((tab) => tab.textContent === 'Priorities').click();
  await new Promise((resolve) => globalThis.requestAnimationFrame(() => globalThis.requestAnimationFrame(resolve)));
}

/** Scrolls by `step` pixels a frame. Answers what each step cost from the event to the layout, and the time between frames. */
export async function scrollSteps({ steps, step }) {
  const { document, performance } = globalThis;
  const list = document.querySelector('.plan-rollup-list');
  const frame = () => new Promise((resolve) => globalThis.requestAnimationFrame(resolve));
  const costs = [];
  const gaps = [];
  let began = 0;
  const begin = () => { began = performance.now(); };
  document.addEventListener('scroll', begin, true);
  let last = await frame();
  let mostNodes = 0;
  for (let at = 0; at < steps + 10; at++) {
    list.scrollTop += step;
    const now = await frame();
    if (list.querySelector('.plan-rollup-list-space').offsetHeight > 0 && at >= 10) {
      costs.push(performance.now() - began);
      gaps.push(now - last);
    }
    mostNodes = Math.max(mostNodes, list.querySelectorAll('*').length);
    last = now;
  }
  document.removeEventListener('scroll', begin, true);
  return { costs, gaps, mostNodes };
}

/** Holds an arrow key: one key event a frame. Answers the time between frames. */
export async function holdArrow({ keys }) {
  const { document, KeyboardEvent } = globalThis;
  const list = document.querySelector('.plan-rollup-list');
  const frame = () => new Promise((resolve) => globalThis.requestAnimationFrame(resolve));
  list.focus();
  const gaps = [];
  let last = await frame();
  for (let at = 0; at < keys + 10; at++) {
    list.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, cancelable: true }));
    const now = await frame();
    if (at >= 10) gaps.push(now - last);
    last = now;
  }
  return gaps;
}

/**
 * Starts the plugin again as the app does at its start, the metadata cache being complete: switched on before the layout
 * is ready, then the layout gets ready, the pane being open where asked for. The index is complete when half a second has passed without a read.
 */
export async function startAgain({ id, withPane }) {
  const { app, MessageChannel, performance } = globalThis;
  const { constructor: PluginClass, manifest } = app.plugins.getPlugin(id);
  app.plugins.disable(id);
  const seen = { reads: 0, last: 0, beforeLayout: 0 };
  const cachedRead = app.vault.cachedRead;
  app.vault.cachedRead = async (file) => {
    const text = await cachedRead.call(app.vault, file);
    seen.reads++;
    seen.last = performance.now();
    return text;
  };
  app.workspace.layoutReady = false;
  const start = performance.now();
  await app.plugins.enable(PluginClass, manifest, false);
  const onload = performance.now() - start;
  if (withPane) await app.workspace.ensureSideLeaf(id, 'right', { active: false, reveal: true });
  seen.beforeLayout = seen.reads;
  const layout = performance.now();
  let longest = 0;
  let last = layout;
  app.workspace.setLayoutReady();
  await new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
      if (now - Math.max(seen.last, layout) > 500) resolve();
      else port2.postMessage(null);
    };
    port2.postMessage(null);
  });
  app.vault.cachedRead = cachedRead;
  return { onload, readsInOnload: seen.beforeLayout, reads: seen.reads, complete: Math.max(seen.last, layout) - layout, longest };
}
