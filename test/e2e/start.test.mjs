import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { test } from './suite.mjs';
import { VaultCopy } from './vault-copy.mjs';

/** Runs `npm start`'s host as a program; answers what it printed, once it has, and its end. */
async function startProgram(root, ...args) {
  const program = spawn(process.execPath, [path.join(root, 'test/host/start.mjs'), '--no-open', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise((resolve) => program.once('exit', (code) => resolve(code)));
  let output = '';
  await new Promise((resolve) => {
    program.stdout.on('data', (text) => {
      output += text;
      if (/^http:\S+\n$/m.test(output)) resolve();
    });
    program.stderr.on('data', (text) => (output += text));
    void ended.then(resolve);
  });
  const lines = output.trimEnd().split('\n');
  const stop = () => {
    program.kill();
    return ended;
  };
  return { lines, url: lines.at(-1), ended, stop };
}

const PLAN = '---\ntype: plan\nstatus: Draft\n---\n# Plan\n\n## Verification\n\n- [ ] Works\n';

/** Serves a folder of one plan, with `files` beside it. */
async function withProgram(journey, { files = {}, args = [] }, run) {
  const vault = await VaultCopy.make({ 'Plan.md': PLAN, ...files });
  const program = await startProgram(journey.place.root, '--vault', vault.folder, ...args);
  try {
    await journey.visit(program.url);
    await journey.openNote('Plan.md');
    await run(vault, program);
    await journey.leave();
  } finally {
    await program.stop();
    await vault.discard();
  }
}

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function tickPlan(journey) {
  await journey.lens('Verification');
  await journey.tick('Works');
}

const TICKED = PLAN.replace('[ ]', '[x]');

test('start: without a folder it opens a copy of the demo vault, pane showing, and prints the address last', {}, async (journey) => {
  const program = await startProgram(journey.place.root);
  const copy = /copied to (.*)/.exec(program.lines.join('\n'))?.[1] ?? '';
  try {
    assert.match(program.url, /^http:\/\/127\.0\.0\.1:\d+\/$/);
    await journey.visit(program.url);
    assert.match(await journey.page.locator('.plan-rollup-summary').getByRole('status').innerText(), /^\d+ open of \d+$/);
    assert.ok((await journey.lines()).length > 5, 'priority rows');
    await journey.lens('Verification');
    assert.ok((await journey.lines()).length > 20, 'verification rows');
    await journey.leave();
  } finally {
    await program.stop();
    if (copy !== '') await rm(path.dirname(copy), { recursive: true });
  }
});

test('start: --vault and --port serve any folder, and what is ticked is written to it', {}, async (journey) => {
  const port = await freePort();
  await withProgram(journey, { args: ['--port', String(port)] }, async (vault, { url }) => {
    assert.equal(url, `http://127.0.0.1:${port}/`);
    await tickPlan(journey);
    await journey.until('the tick on disk', async () => (await vault.text('Plan.md')) === TICKED);
    assert.deepEqual(await vault.changed(), ['Plan.md']);
  });
});

test('start: what can not be started is one sentence and no address', {}, async (journey) => {
  for (const [args, message] of [
    [['--vault', '/no/such/folder'], /no folder/],
    [['--port', 'x'], /not a port/],
    [['--what'], /Unknown option/],
  ]) {
    const program = await startProgram(journey.place.root, ...args);
    assert.match(program.lines[0], message);
    assert.notEqual(await program.ended, 0);
  }
});

const OBSIDIAN_VAULT = { '.obsidian/app.json': '{}' };
const LOCKED = [/423/];

test('start: a vault of Obsidian is asked about before the first write; refused, nothing is written', { errors: LOCKED }, async (journey) => {
  await withProgram(journey, { files: { ...OBSIDIAN_VAULT, 'Closed.md': PLAN.replace('Works', 'Closed') } }, async (vault) => {
    await tickPlan(journey);
    await journey.page.getByRole('dialog').getByRole('button', { name: "Don't allow" }).click();
    await journey.notice('have not been allowed');
    await journey.tick('Closed');
    await journey.notice('“Closed.md” could not be written');
    assert.equal(await journey.page.getByRole('dialog').count(), 0);
    assert.deepEqual(await vault.changed(), []);
  });
});

test('start: a vault of Obsidian is asked about once; allowed, it is written', { errors: LOCKED }, async (journey) => {
  await withProgram(journey, { files: OBSIDIAN_VAULT }, async (vault) => {
    await tickPlan(journey);
    const dialog = journey.page.getByRole('dialog');
    await dialog.waitFor();
    assert.deepEqual(await vault.changed(), []);
    await dialog.getByRole('button', { name: 'Allow', exact: true }).click();
    await journey.until('the tick on disk', async () => (await vault.text('Plan.md')) === TICKED);
    await journey.command('Advance plan status');
    await journey.until('the status on disk', async () => (await vault.text('Plan.md')).includes('status: In Review'));
    assert.equal(await dialog.count(), 0);
    assert.deepEqual(await vault.changed(), ['Plan.md']);
  });
});

test('start: with --yes a vault of Obsidian is not asked about', {}, async (journey) => {
  await withProgram(journey, { files: OBSIDIAN_VAULT, args: ['--yes'] }, async (vault) => {
    await tickPlan(journey);
    await journey.until('the tick on disk', async () => (await vault.text('Plan.md')) === TICKED);
    assert.equal(await journey.page.getByRole('dialog').count(), 0);
  });
});

test('start: looking around changes not one byte: opening, both lenses, notes, reading view, reloading, waiting', { vault: 'demo' }, async (journey) => {
  await journey.lens('Verification');
  await journey.lines();
  await journey.lens('Priorities');
  await journey.lines();
  const notes = [...(await journey.vault.bytes()).keys()].filter((name) => name.endsWith('.md'));
  for (const note of notes) {
    await journey.openNote(note);
    if (note.startsWith('Plans/')) await journey.press('Control+e', 'Control+e');
  }
  await journey.page.reload();
  await journey.isReady();
  await journey.isOpen(notes.at(-1));
  await journey.press('Control+,', 'Escape');
  await journey.command('Set plan status…');
  await journey.page.locator('.prompt').waitFor();
  await journey.press('Escape');
  await journey.staysUntouched(3000);
});
