import assert from 'node:assert/strict';
import { oddVault, seededRandom } from './odd-vault.mjs';
import { test } from './suite.mjs';
import { lineDiff, onlyDifference } from './vault-copy.mjs';

const SEED = 20260307;
const COUNT = 500;

async function openCount(journey) {
  const text = await journey.page.locator('.plan-rollup-summary').getByRole('status').innerText();
  return Number(/^([\d,]+) /.exec(text)[1].replaceAll(',', ''));
}

async function total(journey) {
  const text = await journey.page.locator('.plan-rollup-summary').getByRole('status').innerText();
  return Number(/ of ([\d,]+)$/.exec(text)[1].replaceAll(',', ''));
}

test('unprepared folder: 500 odd notes open, both lenses show rows, the filter finds, nothing is written', { vault: oddVault(SEED, COUNT) }, async (journey) => {
  assert.ok((await openCount(journey)) > 20_000, 'rows of the large table and of the others');
  await journey.filter.fill('"big row 19999"');
  await journey.counts(`1 shown of ${(await total(journey)).toLocaleString('en-US')}`);
  await journey.filter.fill('');
  await journey.press('Tab', 'End', 'PageUp', 'Home', 'PageDown');
  await journey.lens('Verification');
  assert.ok((await openCount(journey)) > 150, `${await openCount(journey)} items`);
  await journey.filter.fill('"certain 25"');
  await journey.until('the four of one plan', async () => (await journey.lines()).filter((line) => line.startsWith('certain 25 ')).length === 4);
  await journey.staysUntouched(1000);
});

test('unprepared folder: notes open and close, in both views, without an error or a changed byte', { vault: oddVault(SEED + 1, COUNT) }, async (journey) => {
  const random = seededRandom(SEED);
  const notes = [...(await journey.vault.bytes()).keys()].filter((name) => name.endsWith('.md') && !name.startsWith('Big/'));
  for (let step = 0; step < 40; step++) {
    await journey.openNote(notes[random(notes.length)]);
    if (step % 2) await journey.press('Control+e');
  }
  await journey.staysUntouched();
});

test('unprepared folder: every tick by keyboard is one character of the right line', { vault: oddVault(SEED + 2, COUNT) }, async (journey) => {
  const random = seededRandom(SEED);
  await journey.lens('Verification');
  await journey.focusList();
  const ticked = new Map();
  let ticks = 0;
  for (let step = 0; step < 60 && ticks < 25; step++) {
    for (let move = random(12); move >= 0; move--) await journey.press('ArrowDown');
    const row = await currentTask(journey);
    if (!row || row.path.startsWith('Big/')) continue;
    const before = ticked.get(row.path) ?? journey.vault.before(row.path);
    const open = await openCount(journey);
    await journey.press('Space');
    const after = await journey.until(`a tick in line ${row.line} of ${row.path}`, async () => {
      const text = await journey.vault.text(row.path);
      return text !== before && text;
    });
    const { at, was, is } = onlyDifference(before, after);
    assert.equal(before.slice(0, at).split(/\r\n|\n|\r/).length, row.line, `${row.path}: ${was} became ${is}`);
    assert.ok(was !== 'x' && is === 'x', `${row.path}: ${was} became ${is}`);
    // A twin of the line is refused until the note has been read again.
    await journey.until('the pane to follow', async () => (await openCount(journey)) === open - 1);
    ticked.set(row.path, after);
    ticks++;
  }
  assert.equal(ticks, 25);
  await journey.onlyChanged(...ticked.keys());
  for (const [path, text] of ticked) assert.equal(await journey.vault.text(path), text);
});

/** Path and line (from 1) of the task that the list calls its current line; null on a group. */
function currentTask(journey) {
  return journey.grid.evaluate((list) => {
    const line = document.getElementById(list.getAttribute('aria-activedescendant') ?? '');
    const title = line?.querySelector('.plan-rollup-item-text')?.getAttribute('title');
    const place = /\n(.*), line (\d+)$/.exec(title ?? '');
    return place ? { path: place[1], line: Number(place[2]) } : null;
  });
}

test('unprepared folder: a status moved by keyboard adds a row and changes the status, asks, or says why not', { vault: oddVault(SEED + 3, COUNT) }, async (journey) => {
  const random = seededRandom(SEED);
  const notes = [...(await journey.vault.bytes()).keys()].filter((name) => name.endsWith('.md') && !name.startsWith('Big/'));
  let moved = 0;
  for (let step = 0; step < 25; step++) {
    const path = notes[random(notes.length)];
    if ((await journey.vault.changed()).includes(path) || hasOddLineBreaks(journey.vault.before(path))) continue;
    await journey.openNote(path);
    await journey.command('Advance plan status');
    const asked = journey.page.locator('.plan-rollup-move');
    await journey.page.locator('.notice').or(asked).waitFor();
    if ((await asked.count()) > 0) {
      await journey.press('Escape');
      assert.equal(await journey.vault.text(path), journey.vault.before(path));
      continue;
    }
    const message = await journey.page.locator('.notice').innerText();
    await journey.page.locator('.notice').click();
    const isMoved = /^(?:“.*”: )?Status is/s.test(message);
    await journey.until('the file as the message says', async () => (await journey.vault.changed()).includes(path) === isMoved);
    if (!isMoved) continue;
    const { removed, added } = lineDiff(journey.vault.before(path).trimEnd(), (await journey.vault.text(path)).trimEnd());
    assert.ok(removed.length <= 2, `${path} lost ${JSON.stringify(removed)}`);
    assert.ok(added.length <= 10, `${path} gained ${JSON.stringify(added)}`);
    moved++;
  }
  assert.ok(moved > 5, `${moved} were moved`);
});

/** Obsidian's editor writes one kind of line break, so a note that mixes them changes with any edit. */
function hasOddLineBreaks(text) {
  return /\r(?!\n)/.test(text) || (text.includes('\r\n') && /(^|[^\r])\n/.test(text));
}

const BIG = Object.fromEntries(Object.entries(oddVault(SEED, 1)).filter(([path]) => path.startsWith('Big/')));

test('unprepared folder: a plan with 20,000 rows opens from the pane at the row, and its status moves', { vault: BIG }, async (journey) => {
  const path = 'Big/Table of 20,000 rows.md';
  await journey.filter.fill('"big row 19998"');
  await journey.row('big row 19998').click();
  await journey.isOpen(path);
  await journey.until('the caret at the row', async () => (await journey.caret()).line === 20_002);
  await journey.command('Set plan status to In Review');
  await journey.notice('Status is In Review now');
  await journey.until('the move on disk', async () => (await journey.vault.text(path)).startsWith('---\nstatus: In Review\n---\n# Big plan'));
  await journey.press('Control+z');
  await journey.fileSays(path, journey.vault.before(path));
  await journey.onlyChanged();
});

test('unprepared folder: a note that is not UTF-8 is shown, and a tick in it is refused', { vault: BIG, errors: [/409/] }, async (journey) => {
  await journey.lens('Verification');
  await journey.row('caf').getByRole('checkbox').click();
  await journey.notice('not UTF-8');
  await journey.staysUntouched();
});
