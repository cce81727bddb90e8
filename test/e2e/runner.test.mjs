import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { findBrowser } from './browser.mjs';
import { test } from './suite.mjs';

const SENTENCE = /^[^\n]+: install Chromium, Chrome or Edge, or name one: CHROMIUM_PATH=\/path\/to\/chromium npm run e2e\.\n?$/;

test('runner: a CHROMIUM_PATH that is no browser ends the run with one sentence and code 1', {}, ({ place }) => {
  const env = { ...process.env, CHROMIUM_PATH: '/no/such/browser' };
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(place.root, 'test/e2e/run.mjs')], { env, encoding: 'utf8' });
  assert.deepEqual([status, stdout], [1, '']);
  assert.match(stderr, SENTENCE);
});

test('runner: where there is no browser, it says what to do', {}, () => {
  assert.throws(() => findBrowser({ env: { PROGRAMFILES: 'C:\\nothing' }, platform: 'win32' }), { message: SENTENCE });
});
