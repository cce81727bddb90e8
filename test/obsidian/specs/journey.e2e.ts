/** A plan's life in the real application: pane, tick, advance, change-log row. */
import { browser, expect } from '@wdio/globals';
import { obsidianPage } from 'wdio-obsidian-service';

const NOTE = 'Plans/Offline sync.md';

describe('a plan in Obsidian', () => {
  beforeEach(async () => {
    await obsidianPage.resetVault();
  });

  it('shows open checks in the pane and ticks one character', async () => {
    await browser.executeObsidianCommand('plan-rollup:open-rollup');
    await browser.$('button[role="tab"]=Verification').click();
    const before = await obsidianPage.read(NOTE);
    const tick = browser.$('[aria-label^="Tick: Sync survives the app being killed"]');
    await tick.waitForExist();
    await tick.click();
    await browser.waitUntil(async () => (await obsidianPage.read(NOTE)) !== before);
    const after = await obsidianPage.read(NOTE);
    const changed = [...after].filter((character, at) => character !== before[at]);
    expect(changed).toEqual(['x']);
    expect(after.length).toBe(before.length);
  });

  it('moves the status and logs it', async () => {
    await obsidianPage.openFile(NOTE);
    await browser.executeObsidianCommand('plan-rollup:set-status-completed');
    await browser.waitUntil(async () => /\| Status: In Progress → Completed \|/.test(await obsidianPage.read(NOTE)));
    expect(await obsidianPage.read(NOTE)).toMatch(/^status: Completed$/m);
  });
});
