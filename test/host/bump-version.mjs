// Run by `npm version`: takes package.json's version over into manifest.json and versions.json, keeping their formatting.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder can be given, for tests. */
const root = process.argv[2] ?? fileURLToPath(new URL('../..', import.meta.url));
const read = (name) => readFileSync(path.join(root, name), 'utf8');

function write(name, before, value) {
  const indent = /^[ \t]+(?=")/m.exec(before)?.[0] ?? '  ';
  const lineBreak = before.includes('\r\n') ? '\r\n' : '\n';
  const text = JSON.stringify(value, null, indent).replaceAll('\n', lineBreak);
  writeFileSync(path.join(root, name), before.endsWith('\n') ? text + lineBreak : text);
}

const { version } = JSON.parse(read('package.json'));
const manifestText = read('manifest.json');
const manifest = { ...JSON.parse(manifestText), version };
write('manifest.json', manifestText, manifest);
const versionsText = read('versions.json');
write('versions.json', versionsText, { ...JSON.parse(versionsText), [version]: manifest.minAppVersion });
