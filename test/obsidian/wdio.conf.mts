/** Runs the journey in the real application, which wdio-obsidian-service downloads: needs network. */
import path from 'node:path';

export const config: WebdriverIO.Config = {
  runner: 'local',
  framework: 'mocha',
  specs: ['./specs/**/*.e2e.ts'],
  maxInstances: 1,
  capabilities: [
    {
      browserName: 'obsidian',
      browserVersion: process.env['OBSIDIAN_VERSION'] ?? 'latest',
      'wdio:obsidianOptions': { installerVersion: 'latest', plugins: ['../..'], vault: '../demo-vault' },
    },
  ],
  services: ['obsidian'],
  reporters: ['obsidian'],
  cacheDir: path.resolve('.obsidian-cache'),
  mochaOpts: { ui: 'bdd', timeout: 60_000 },
  logLevel: 'warn',
};
