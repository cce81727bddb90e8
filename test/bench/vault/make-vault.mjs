// Owns: which notes a generated vault holds: every fifth one a plan, the rest ordinary. Note n is the same in a vault of any size.
import { between, pick, randomFrom } from './random.mjs';
import { ordinaryNote } from './ordinary-notes.mjs';
import { planNote } from './plan-notes.mjs';
import { title } from './words.mjs';

const FOLDERS = ['Inbox', 'Notes', 'Meetings', 'Projects/Field app', 'Projects/Billing', 'Archive/2024', 'Archive/2025', 'Daily'];

/** Note number `n` of the vault; `templates` are the bodies of the plan templates. */
export function vaultNote(n, templates) {
  const random = randomFrom(n);
  const isPlan = n % 5 === 0;
  const folder = isPlan && random() < 0.6 ? 'Plans' : pick(random, FOLDERS);
  const path = `${folder}/${title(random, between(random, 1, 4))} ${n}.md`;
  return { path, text: isPlan ? planNote(random, templates[(n / 5) % templates.length]) : ordinaryNote(random) };
}

/** Plans only, enough of them that `countItems` of their texts adds up to `items`. */
export function planVault(templates, items, countItems) {
  const notes = [];
  for (let found = 0, n = 0; found < items; n++) {
    const text = planNote(randomFrom(1_000_000 + n), templates[n % templates.length]);
    notes.push({ path: `Plans/Area ${n % 40}/Plan ${n}.md`, text });
    found += countItems(text);
  }
  return notes;
}
