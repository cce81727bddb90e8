// Owns: opening the system's browser. That there is none is no error.
import { spawn } from 'node:child_process';

export function openBrowser(url) {
  const [command, ...args] = process.platform === 'darwin' ? ['open', url] : process.platform === 'win32' ? ['cmd', '/c', 'start', '', url] : ['xdg-open', url];
  try {
    spawn(command, args, { stdio: 'ignore', detached: true }).on('error', () => undefined).unref();
  } catch {
    // the address is on the terminal
  }
}
