// Owns: finding a Chromium to test in, and installing one where that needs no question.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge', 'microsoft-edge-stable', 'msedge', 'brave-browser'];

const MAC_APPS = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser'];

const WINDOWS_PATHS = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe', 'Chromium\\Application\\chrome.exe'];

export const LAUNCH_FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

const ADVICE = 'install Chromium, Chrome or Edge, or name one: CHROMIUM_PATH=/path/to/chromium npm run e2e.';

/** Path of the browser. Throws an error whose message is one sentence that says what to do. */
export function findBrowser({ env = process.env, platform = process.platform } = {}) {
  if (env.CHROMIUM_PATH) {
    if (isFile(env.CHROMIUM_PATH)) return env.CHROMIUM_PATH;
    throw new Error(`CHROMIUM_PATH says ${env.CHROMIUM_PATH}, which is no file: ${ADVICE}`);
  }
  const found = usualPlaces(env, platform).find(isFile);
  if (found) return found;
  if (canInstall(platform) && install()) {
    const installed = usualPlaces(env, platform).find(isFile);
    if (installed) return installed;
  }
  throw new Error(`There is no browser for the tests here: ${ADVICE}`);
}

function usualPlaces(env, platform) {
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(Boolean);
    return roots.flatMap((root) => WINDOWS_PATHS.map((place) => path.join(root, place)));
  }
  const onPath = (env.PATH ?? '').split(path.delimiter).filter(Boolean);
  const named = [...onPath, '/usr/bin', '/usr/local/bin', '/snap/bin'].flatMap((folder) => NAMES.map((name) => path.join(folder, name)));
  if (platform !== 'darwin') return [...named, '/usr/lib/chromium/chromium', '/opt/google/chrome/chrome'];
  const apps = ['/Applications', path.join(homedir(), 'Applications')].flatMap((folder) => MAC_APPS.map((name) => path.join(folder, `${name}.app/Contents/MacOS/${name}`)));
  return [...apps, ...named];
}

function isFile(place) {
  return existsSync(place) && statSync(place).isFile();
}

function canInstall(platform) {
  return platform === 'linux' && process.getuid?.() === 0 && isFile('/usr/bin/apt-get') && isFile('/etc/debian_version');
}

/** Whether apt-get says it went well. */
function install() {
  console.log('There is no browser here: installing chromium with apt-get.');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const run = (...args) => spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
  return run('update', '-q') && run('install', '-q', '-y', '--no-install-recommends', 'chromium');
}
