// Runs the browser tests: the built plugin in the host, in a real browser. `--only <word>` runs those whose name or file has the word.
import { cp, mkdir, readdir, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { findBrowser, LAUNCH_FLAGS } from './browser.mjs';
import { Journey } from './journey.mjs';
import { preparePlace, root } from './place.mjs';
import { allTests } from './suite.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
/** Per failed test: a screenshot and the vault. */
const evidence = path.join(root, 'test/.work/e2e');
const TEST_LIMIT = 90_000;
/** Tests at a time: they wait for the page more than they work. */
const WINDOWS = Math.min(6, availableParallelism());

async function loadTests(only) {
  const names = (await readdir(here)).filter((name) => name.endsWith('.test.mjs')).sort();
  const chosen = [];
  for (const name of names) {
    const known = allTests().length;
    await import(pathToFileURL(path.join(here, name)));
    chosen.push(...allTests().slice(known).filter((test) => only === null || `${name} ${test.name}`.toLowerCase().includes(only)));
  }
  return chosen;
}

/** Answers what went wrong, or null. */
async function runTest(place, test) {
  const journey = new Journey(place, test.options);
  let failure = null;
  let timer = null;
  try {
    await journey.start();
    const limit = new Promise((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error(`The test took longer than ${TEST_LIMIT / 1000} s.`)), TEST_LIMIT);
    });
    await Promise.race([test.run(journey), limit]);
    const problems = journey.unexpectedProblems();
    if (problems.length > 0) throw new Error(`The page reported:\n${problems.join('\n')}`);
  } catch (error) {
    failure = error;
    await keepEvidence(journey, test.name).catch((problem) => console.error(problem));
  } finally {
    clearTimeout(timer);
    await journey.close();
    await journey.vault?.discard();
  }
  return failure;
}

async function keepEvidence(journey, name) {
  const folder = path.join(evidence, name.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 80));
  await mkdir(folder, { recursive: true });
  if (journey.vault) await cp(journey.vault.folder, path.join(folder, 'vault'), { recursive: true });
  await journey.page?.screenshot({ path: path.join(folder, 'page.png') });
}

function report(test, failure, milliseconds) {
  console.log(`${failure ? '✗' : '✓'} ${test.name} (${(milliseconds / 1000).toFixed(1)} s)`);
  if (!failure) return;
  const text = failure instanceof Error ? (failure.stack ?? failure.message) : String(failure);
  console.log(text.split('\n').map((line) => `    ${line}`).join('\n'));
}

/** One sentence and the end of the run. */
function stop(message) {
  console.error(message);
  process.exit(1);
}

function parseOnly(args) {
  if (args.length === 0) return null;
  if (args[0] === '--only' && args.length === 2) return args[1].toLowerCase();
  return stop('Usage: npm run e2e -- [--only WORD]');
}

async function main() {
  const only = parseOnly(process.argv.slice(2));
  if (!existsSync(path.join(root, 'main.js'))) stop('There is no main.js yet: run `npm run build` first.');
  let executablePath = '';
  try {
    executablePath = findBrowser();
  } catch (error) {
    stop(error.message);
  }
  const tests = await loadTests(only);
  if (tests.length === 0) stop(`No test has “${only}” in its name.`);
  const browser = await chromium.launch({ executablePath, args: LAUNCH_FLAGS });
  const place = await preparePlace(browser);
  await rm(evidence, { recursive: true, force: true });
  const queue = [...tests];
  const failed = [];
  const runQueue = async () => {
    for (let test = queue.shift(); test; test = queue.shift()) {
      const start = performance.now();
      const failure = await runTest(place, test).catch((error) => error);
      if (failure) failed.push(test.name);
      report(test, failure, performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: WINDOWS }, runQueue));
  await browser.close();
  await place.discard();
  console.log(`${tests.length - failed.length} passed, ${failed.length} failed`);
  process.exitCode = failed.length > 0 ? 1 : 0;
}

await main();
