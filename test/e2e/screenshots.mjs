// Run by hand: saves what the pane, the pickers, the dialogs and the settings look like, light, dark and on a phone, to test/.work/screenshots/.
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { findBrowser, LAUNCH_FLAGS } from './browser.mjs';
import { Journey } from './journey.mjs';
import { preparePlace } from './place.mjs';

const folder = fileURLToPath(new URL('../.work/screenshots', import.meta.url));
const LOOKS = [
  { name: 'light', theme: 'light', viewport: { width: 1280, height: 800 } },
  { name: 'dark', theme: 'dark', viewport: { width: 1280, height: 800 } },
  { name: 'phone', theme: 'light', viewport: { width: 390, height: 844 } },
  { name: 'phone-dark', theme: 'dark', viewport: { width: 390, height: 844 } },
];

async function takeAll(journey, look) {
  const save = (what) => journey.page.screenshot({ path: path.join(folder, `${look}-${what}.png`) });
  await journey.openNote('Plans/Offline sync.md');
  await journey.command('Open the pane');
  await journey.grid.waitFor();
  await save('priorities');
  await journey.lens('Verification');
  await journey.grid.focus();
  await journey.press('ArrowDown', 'ArrowDown', 'ArrowDown');
  await save('verification');
  await journey.filter.fill('nothing has this');
  await save('no-match');
  await journey.filter.fill('foo:bar "');
  await save('filter-problem');
  await journey.filter.fill('');
  await journey.openNote('Plans/Offline sync.md');
  await journey.command('Why is this (not) a plan?');
  await journey.page.getByRole('dialog').waitFor();
  await save('why');
  await journey.press('Escape');
  await journey.command('Set plan status…');
  await journey.page.locator('.prompt [role=option]').first().waitFor();
  await save('status-picker');
  await journey.press('Escape');
  await journey.command('Advance plan status');
  await journey.page.locator('.notice').waitFor();
  await save('notice');
  await journey.command('Create plan note from a template');
  await journey.page.locator('.prompt [role=option]', { hasText: 'Feature plan' }).first().waitFor();
  await save('template-picker');
  await journey.choose('Feature plan (requirements and steps)');
  await journey.page.getByRole('textbox', { name: 'Title' }).waitFor();
  await journey.press('Enter');
  await save('plan-form');
  await journey.type('Tablet mount');
  await journey.press('Enter');
  await journey.isOpen('Plans/Tablet mount.md');
  await save('new-plan');
  await journey.openNote('Plans/Offline sync.md');
  await journey.command('Save as template…');
  await journey.press('Enter');
  await journey.page.getByRole('textbox', { name: 'Name' }).waitFor();
  await save('save-as-template');
  await journey.press('Enter');
  await journey.notice('Saved as template');
  await journey.command('Create plan note from a template');
  await journey.page.locator('.prompt').getByText('yours').waitFor();
  await save('own-templates');
  await journey.press('Escape');
  await journey.press('Control+,');
  await journey.page.getByRole('dialog').getByText('Plan Rollup', { exact: true }).first().click();
  await save('settings');
}

const browser = await chromium.launch({ executablePath: findBrowser(), args: LAUNCH_FLAGS });
const place = await preparePlace(browser);
await mkdir(folder, { recursive: true });
for (const { name, theme, viewport } of LOOKS) {
  const journey = new Journey(place, { vault: 'demo', theme, viewport });
  await journey.start();
  await takeAll(journey, name);
  await journey.close();
  await journey.vault.discard();
}
await place.discard();
await browser.close();
console.log(`Saved to ${folder}`);
