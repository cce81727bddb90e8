// Copies the built plugin into an Obsidian vault. The plugin's own data and everything else in the vault stay as they are.
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const USAGE = 'Usage: npm run install:vault -- VAULT [--enable]';

function stop(message, code = 1) {
  console.error(message);
  process.exit(code);
}

function isFolder(folder) {
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** The list with the id added; null when the file holds anything but a list of names. */
function withId(file, id) {
  if (!existsSync(file)) return [id];
  try {
    const list = JSON.parse(readFileSync(file, 'utf8'));
    if (!Array.isArray(list) || !list.every((entry) => typeof entry === 'string')) return null;
    return list.includes(id) ? list : [...list, id];
  } catch {
    return null;
  }
}

const args = process.argv.slice(2).filter((arg) => arg !== '--');
const folders = args.filter((arg) => !arg.startsWith('--'));
const unknown = args.find((arg) => arg.startsWith('--') && arg !== '--enable');
if (unknown) stop(`Unknown option: ${unknown}\n${USAGE}`, 2);
if (folders.length !== 1) stop(USAGE, 2);

const vault = path.resolve(folders[0]);
const config = path.join(vault, '.obsidian');
if (!isFolder(config)) stop(`${vault} is no Obsidian vault: open the folder in Obsidian once, so that it has an .obsidian folder.`);
if (!existsSync(path.join(root, 'main.js'))) stop('There is no main.js yet: run `npm run build` first.');

const { id, name } = JSON.parse(readFileSync(path.join(root, 'manifest.json'), 'utf8'));
const target = path.join(config, 'plugins', id);
mkdirSync(target, { recursive: true });
for (const file of ['main.js', 'manifest.json', 'styles.css']) {
  const source = path.join(root, file);
  if (existsSync(source)) copyFileSync(source, path.join(target, file));
}
console.log(`${name} was copied to ${target}`);

if (args.includes('--enable')) {
  const file = path.join(config, 'community-plugins.json');
  const list = withId(file, id);
  if (list === null) stop(`${file} is not a list of plugin ids, so it was left as it is: switch ${name} on in Obsidian's settings.`);
  writeFileSync(`${file}.tmp`, `${JSON.stringify(list, null, 2)}\n`);
  renameSync(`${file}.tmp`, file);
  console.log('It is switched on. Reload Obsidian to see it.');
} else console.log(`Switch it on in Obsidian: Settings, Community plugins, ${name}.`);
