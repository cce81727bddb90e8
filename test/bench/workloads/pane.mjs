// Workloads in a browser: the plugin as released, in the host that `npm start` runs, on a generated vault.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { median, quantile } from '../measure/statistics.mjs';
import { OURS, ROOT } from '../places.mjs';
import { planNote } from '../vault/plan-notes.mjs';
import { readVault } from '../vault/packed-vault.mjs';
import { randomFrom } from '../vault/random.mjs';
import { findBrowser, LAUNCH_FLAGS } from '../../e2e/browser.mjs';
import { holdArrow, leaveChecks, openChecks, scrollSteps, startAgain } from './in-page.mjs';

const { BUILT_IN_TEMPLATES, readPlan } = await import(pathToFileURL(OURS));
const PATIENCE = 240_000;

/** The pane with `items` open checks: how long it takes to open, how many elements it has, what scrolling and arrow keys cost. */
export async function paneOfChecks({ items }) {
  return inHost(longPlans(items), async (page) => {
    const opened = [];
    for (let round = 0; round < 7; round++) {
      await page.evaluate(leaveChecks);
      opened.push(await page.evaluate(openChecks));
    }
    const { costs, gaps, mostNodes } = await page.evaluate(scrollSteps, { steps: 300, step: 700 });
    const held = await page.evaluate(holdArrow, { keys: 300 });
    const [{ rows }] = opened;
    const nodes = Math.max(mostNodes, ...opened.map((each) => each.nodes));
    return { rows, nodes, open: median(opened.slice(1).map(({ open }) => open)), stepP99: quantile(costs, 0.99), scrollWorst: Math.max(...gaps), heldWorst: Math.max(...held) };
  });
}

/** Start-up on the first `count` notes of the vault: the index alone, and with the pane open. */
export async function startUp({ count }) {
  const start = (page, withPane) => page.evaluate(startAgain, { id: 'plan-rollup', withPane });
  return inHost(readVault(count), async (page) => ({ alone: await start(page, false), withPane: await start(page, true) }));
}

/** Serves the notes, opens the host, waits until host and index have read all of it, and runs `visit`. */
async function inHost(notes, visit) {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-vault-'));
  for (const { path: notePath, text } of notes) {
    const file = path.join(folder, notePath);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const { url, stop } = await startServer(folder);
  const browser = await chromium.launch({ executablePath: findBrowser(), args: LAUNCH_FLAGS });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
    page.setDefaultTimeout(PATIENCE);
    await page.goto(url);
    const hasReadAll = () => globalThis.hostReady === true && globalThis.app.metadataCache.unread.size === 0 && / of [\d,.]+$/.test(globalThis.document.querySelector('.plan-rollup-summary [role=status]')?.textContent ?? '');
    await page.waitForFunction(hasReadAll, undefined, { polling: 200 });
    return await visit(page);
  } finally {
    await browser.close();
    await stop();
    rmSync(folder, { recursive: true });
  }
}

/** `npm start` without the build and without opening a window. */
async function startServer(folder) {
  const server = spawn(process.execPath, [path.join(ROOT, 'test/host/start.mjs'), '--vault', folder, '--no-open', '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const url = await new Promise((resolve, reject) => {
    let output = '';
    server.stdout.on('data', (text) => {
      output += text;
      const address = /^http:\S+$/m.exec(output);
      if (address && output.endsWith('\n')) resolve(address[0]);
    });
    void ended.then((code) => reject(new Error(`The host ended with ${code}:\n${output}`)));
  });
  const stop = () => {
    server.kill();
    return ended;
  };
  return { url, stop };
}

/** Long plans with `items` open checks in all. */
function longPlans(items) {
  const bodies = BUILT_IN_TEMPLATES.filter(({ id }) => id === 'phased-plan' || id === 'remediation-plan').map(({ body }) => body);
  const notes = [];
  for (let open = 0, n = 0; open < items; n++) {
    const text = planNote(randomFrom(2_000_000 + n), bodies[n % 2], 8);
    open += readPlan(text).tasks.filter(({ kind, state }) => kind === 'verification' && state === 'open').length;
    notes.push({ path: `Plans/Area ${n % 40}/Plan ${n}.md`, text });
  }
  return notes;
}
