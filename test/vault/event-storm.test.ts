// Thousands of things happen to the notes of a vault; afterwards the index is what one built from the notes at one go would be.
import type { Plugin } from 'obsidian';
import { afterEach, expect, test, vi } from 'vitest';
import { PlanIndex } from '../../src/core/indexing/plan-index';
import { IndexFeeder } from '../../src/vault/index-feeder';
import { contentsFromScratch, contentsOf } from '../support/index-contents';
import { openHost, type OpenHost } from '../support/open-host';
import { Random } from '../support/random';

const FOLDERS = ['Plans', 'Plans/deep', 'Notes', '__proto__', 'Archive', 'Elsewhere'];
const NAMES = ['a.md', 'b.md', 'Plan.md', 'constructor.md', 'c.txt', 'é.md'];

let host: OpenHost<Plugin>;
afterEach(() => host.close());

function textFrom(random: Random): string {
  const parts = [
    () => random.pick(['', '---\ntype: plan\nstatus: Draft\n---\n', '---\nstatus: [\n---\n', '---\nopen\n', '\uFEFF']),
    () => random.pick(['', '# Plan\n\n', '# a\n', `# Title ${random.below(9)}\n\n**Status:** In Progress\n\n`]),
    () => random.pick(['', `## Verification\n\n- [ ] one ${random.below(99)}\n- [x] two\n- [ ] twin\n- [ ] twin\n\n`, '## Phase 2: B\n\n#### Automated\n- [ ] run\n\n']),
    () => random.pick(['', `| Task | Priority | Effort |\n| --- | --- | --- |\n| Ship ${random.below(9)} | P${random.below(4)} | 2d |\n\n`]),
    () => random.pick(['', '## Open questions\n\n- [ ] who?\n', '```\n- [ ] hidden\n', 'Just words.\n']),
  ];
  const text = parts.map((part) => part()).join('');
  return random.below(5) === 0 ? text.replace(/\n/g, '\r\n') : text;
}

/** Another program's doing: seen by Obsidian a little later, so many can be under way at once. */
function happenOutside(random: Random): void {
  const known = random.pick([...host.disk.keys(), '']);
  const path = somePath(random);
  if (known === '' || random.below(2) === 0) host.writeExternally(path, textFrom(random));
  else if (random.below(2) === 0) host.removeExternally(known);
  else if (!host.disk.has(path)) host.renameExternally(known, path);
}

/** Something done in Obsidian. Renames onto a taken name fail, as they should. */
function happenInside(random: Random): Promise<unknown> {
  const { vault } = host.app;
  const file = vault.getFileByPath(random.pick([...host.disk.keys(), '']));
  const folder = vault.getFolderByPath(random.pick(FOLDERS));
  const path = somePath(random);
  switch (random.below(7)) {
    case 0:
    case 1:
      return vault.create(path, textFrom(random));
    case 2:
    case 3:
      return file ? vault.modify(file, textFrom(random)) : Promise.resolve();
    case 4:
      return file && vault.getFolderByPath(path.slice(0, Math.max(0, path.lastIndexOf('/'))) || '/') ? vault.rename(file, path) : Promise.resolve();
    case 5:
      return folder ? vault.rename(folder, random.pick(FOLDERS.filter((to) => !to.startsWith(`${folder.path}/`)))) : vault.createFolder(random.pick(FOLDERS));
    default:
      return folder && random.below(3) === 0 ? vault.delete(folder, true) : file ? vault.delete(file) : Promise.resolve();
  }
}

function somePath(random: Random): string {
  return random.pick(['', ...FOLDERS.map((folder) => `${folder}/`)]) + random.pick(NAMES);
}

/** The notes as Obsidian knows them. */
function notesInVault(): Promise<[string, string][]> {
  const { vault } = host.app;
  return Promise.all(vault.getMarkdownFiles().map(async (file): Promise<[string, string]> => [file.path, await vault.cachedRead(file)]));
}

test.each([1, 2, 3])('after 3,000 random events the index equals one built from scratch, and caused no write (seed %i)', { timeout: 60_000 }, async (seed) => {
  const random = new Random(seed);
  // The host says so when a file is gone before it could look at it.
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const errors = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  host = await openHost({ files: { 'Plans/a.md': textFrom(random), 'Notes/b.md': textFrom(random) } });
  const index = new PlanIndex();
  const feeder = new IndexFeeder(host.app, index);
  feeder.load();
  for (let round = 0; round < 60; round++) {
    for (let event = 0; event < 25; event++) happenOutside(random);
    await host.settle();
    for (let event = 0; event < 25; event++) await happenInside(random).catch(() => undefined);
    const write = vi.spyOn(host.adapter, 'write');
    await host.settle();
    expect(contentsOf(index), `round ${round}`).toEqual(contentsFromScratch(await notesInVault()));
    expect(write).not.toHaveBeenCalled();
    write.mockRestore();
  }
  expect(errors).not.toHaveBeenCalled();
  feeder.unload();
});
