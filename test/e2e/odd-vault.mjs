// Owns: a folder of notes nobody prepared: every structure in every company, the same for the same seed.

const WORDS = ['sync', 'pump', 'Prüfung', '写真', 'отчёт', '🚀 launch', 'night shift', 'e\u0301clair', '`code`', '**bold**', '[[Link|alias]]', '[a](b.md)', '==mark==', '#tag', '$x^2$', '%%hidden%%', '<b>html</b>', 'C:\\path', 'a|b', '[ ]', '~~gone~~', 'שלום', 'क्षि', '\u00a0'];
const FRONTMATTERS = [
  '',
  '---\ntype: plan\nstatus: Draft\n---\n',
  '---\nstatus: "In Progress" # by hand\ntags: [a, b]\n---\n',
  '---\nstatus: [broken\n---\n',
  '---\na: 1\na: 2\n---\n',
  '---\n---\n',
  '---\nnever: closed\n\n',
  '---\n? complex\n: - key\n...\n',
  '---\n\tab: used\n---\n',
  '---\ntitle: &anchor x\nother: *anchor\n---\n',
];
const MARKS = [' ', ' ', ' ', 'x', 'X', '-', '>', '/', '?', '❗'];
const HEADINGS = ['## Verification', '### Success Criteria', '## Priorities', '# Implementation Plan', 'Setext\n------', '#### Phase 2: Später', '## Change Log', '####### seven', '#nospace', '> ## quoted', '## 受入基準'];

/** Numbers below `limit`, by mulberry32. */
export function seededRandom(seed) {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

/** Path → bytes of `count` notes; a few have a plain plan in them, so that there is something to tick for certain. */
export function oddVault(seed, count) {
  const random = seededRandom(seed);
  const pick = (list) => list[random(list.length)];
  const words = (most) => Array.from({ length: 1 + random(most) }, () => pick(WORDS)).join(' ');
  const block = makeBlock(random, pick, words);
  const files = {};
  for (let number = 0; number < count; number++) {
    const parts = Array.from({ length: random(14) }, block);
    let text = pick(FRONTMATTERS) + parts.join(pick(['\n', '\n\n', '\n\n\n']));
    if (number % 25 === 0) text = certainPlan(number);
    files[notePath(number, pick)] = disguise(text, random);
  }
  files['Big/Table of 20,000 rows.md'] = bigTable();
  files['Big/One line.md'] = `- [ ] ${'long '.repeat(40_000)}`;
  files['Big/Deep.md'] = Array.from({ length: 200 }, (_none, depth) => `${'  '.repeat(depth)}- [ ] level ${depth}`).join('\n');
  files['Big/Quotes.md'] = `## Verification\n\n${'>'.repeat(300)} - [ ] far inside\n`;
  files['Big/Not UTF-8.md'] = Buffer.concat([Buffer.from('## Verification\n\n- [ ] caf'), Buffer.from([0xe9, 0xff, 0x0a])]);
  files['Attachment.png'] = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]);
  return files;
}

/** One block of Markdown after the other, at random. */
function makeBlock(random, pick, words) {
  const task = (prefix) => `${prefix}${pick(['-', '*', '+', `${random(30)}.`, '1)'])} [${pick(MARKS)}]${pick([' ', '  ', '\t', ''])}${words(6)}`;
  const tasks = (prefix) => Array.from({ length: 1 + random(6) }, () => task(prefix + '  '.repeat(random(4)))).join('\n');
  const row = () => `| ${words(3)} | ${pick(['P0', 'High', '🔴 Critical', 'low', '', '?'])} | ${pick(['2d', 'S', '3-5 hours', ''])} |`;
  const blocks = [
    () => pick(HEADINGS),
    () => words(40),
    () => tasks(''),
    () => tasks('> '),
    () => `> [!todo]+ ${words(3)}\n${tasks('> ')}`,
    () => tasks('> > '),
    () => ['| Item | Priority | Effort |', '|---|:-:|---|', ...Array.from({ length: random(8) }, row)].join('\n'),
    () => ['Item | Priority', '--- | ---', words(2)].join('\n'),
    () => `\`\`\`md\n${tasks('')}\n\`\`\``,
    () => `~~~\n${tasks('')}`,
    () => `<div>\n${tasks('')}\n</div>`,
    () => `%%\n${tasks('')}\n%%`,
    () => `<!-- ${tasks('')}`,
    () => `    - [ ] indented code ${words(2)}`,
    () => '**Status:** Draft',
    () => '- **Automated**:\n  - [ ] labelled',
    () => `$$\n${words(4)}\n$$`,
    () => '---',
    () => `[^1]: ${words(3)}\n^block-id`,
    () => '\u0000\u0007\u2028\u000b',
  ];
  return () => pick(blocks)();
}

function certainPlan(number) {
  const tasks = Array.from({ length: 4 }, (_none, at) => `- [ ] certain ${number} ${at}`).join('\n');
  return `---\ntype: plan\nstatus: Draft\n---\n# Certain plan ${number}\n\n## Verification\n\n${tasks}\n\n## Priorities\n\n| Item | Priority |\n|---|---|\n| certain row ${number} | P1 |\n`;
}

function notePath(number, pick) {
  const folder = pick(['', 'Plans/', 'a/b/c/d/', 'Ordner mit Leerzeichen/', '日記/', 'weird & (odd) [x]/', "it's/"]);
  return `${folder}${pick(['Note', 'plan', 'Übung', 'メモ', '🚀', 'a.b', '#1 x', "d'or", 'UPPER', '100%'])} ${number}.md`;
}

/** Line breaks and BOM as other programs leave them. */
function disguise(text, random) {
  const breaks = [text, text, text, text.replaceAll('\n', '\r\n'), text.replace(/\n/g, () => (random(2) ? '\r\n' : '\n')), text.replaceAll('\n', '\r')];
  const broken = breaks[random(20) < 14 ? random(3) : 3 + random(3)];
  return Buffer.from((random(15) === 0 ? '\uFEFF' : '') + broken + (random(3) ? '\n' : ''));
}

function bigTable() {
  const rows = Array.from({ length: 20_000 }, (_none, at) => `| big row ${at} | ${['P0', 'P1', 'P2', 'P3'][at % 4]} | ${at % 9}d |`);
  return `# Big plan\n\n| Item | Priority | Effort |\n|---|---|---|\n${rows.join('\n')}\n`;
}
