import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from './suite.mjs';
import { TODAY } from './journey.mjs';

const NOTE = '---\n# kept as it is\ntags: [night,  shift]\n---\n\nWhat we talked about on Monday.\n';
const VAULT = { 'Night shift.md': NOTE, 'Other.md': 'Other\n', 'Plans/Older.md': '# Older plan\n\n## Verification\n\n- [ ] still open\n' };

/** Git without anybody's settings; '-c' names a committer. */
function git(folder, ...args) {
  const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' };
  return execFileSync('git', ['-c', 'user.name=Tester', '-c', 'user.email=tester@example.com', '-c', 'core.autocrlf=false', ...args], { cwd: folder, env, encoding: 'utf8' });
}

function commit(folder) {
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--message', 'state');
}

/** The lines of `git diff` that say something: file by file, removed and added. */
function changedLines(folder) {
  return git(folder, 'diff', '--unified=0', '--no-color').split('\n').filter((line) => /^(?:\+\+\+|[-+](?![-+]{2} ))/.test(line));
}

test('plan life: insert, fill, tick, advance twice: git shows only lines that were asked for', { vault: VAULT }, async (journey) => {
  const { folder } = journey.vault;
  git(folder, 'init', '--quiet');
  commit(folder);
  const path = 'Night shift.md';

  await journey.openNote(path);
  await journey.moveCaret(6, 0);
  await journey.command('Insert plan template at the cursor');
  await journey.choose('Phased plan (success criteria and change log)');
  await journey.sendForm();
  const inserted = await journey.changedText(path);
  assert.equal(git(folder, 'diff', '--numstat').split('\t')[1], '0', 'nothing of the note was taken away');
  commit(folder);

  const first = await journey.selection();
  await journey.type('Night shift');
  await journey.command('Go to next placeholder');
  await journey.until('the next placeholder', async () => /^\[.+\]$/.test(await journey.selection()));
  const second = await journey.selection();
  await journey.type('Ops');
  await journey.lens('Verification');
  await journey.group('Night shift').waitFor();
  const task = (await journey.lines()).find((line) => inserted.includes(`- [ ] ${line}`) || inserted.replaceAll('`', '').includes(`- [ ] ${line}`)) ?? '';
  await journey.page.getByRole('checkbox', { name: `Tick: ${task}`, exact: true }).first().click();
  await journey.until('the tick', async () => (await journey.vault.text(path)).includes('[x]'));
  await journey.openNote(path);
  await journey.command('Advance plan status');
  await journey.until('the first move', async () => (await journey.vault.text(path)).includes('status: In Review'));
  await journey.command('Advance plan status');
  await journey.until('the second move', async () => (await journey.vault.text(path)).includes('status: Approved'));

  const source = inserted.split('\n').find((line) => line.replaceAll('`', '').endsWith(`- [ ] ${task}`));
  const author = inserted.split('\n').find((line) => line.startsWith('**Author:**'));
  assert.equal(second, author.slice('**Author:** '.length));
  const row = (change) => `| ${TODAY} |        | ${change} |`;
  assert.deepEqual(changedLines(folder), [
    '+++ b/Night shift.md\t',
    '-status: Draft',
    '+status: Approved',
    `-# Implementation Plan: ${first}`,
    '+# Implementation Plan: Night shift',
    `-**Author:** ${second}`,
    '-**Status:** Draft',
    '+**Author:** Ops',
    '+**Status:** Approved',
    `-${source}`,
    `+${source.replace('[ ]', '[x]')}`,
    `+${row('Status: Draft → In Review')}`,
    `+${row('Status: In Review → Approved')}`,
  ]);
  assert.deepEqual(git(folder, 'status', '--porcelain').trim().split('\n'), [`M "${path}"`]);
});
