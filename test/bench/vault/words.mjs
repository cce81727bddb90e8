// Owns: the words that generated notes are made of.
import { between, pick } from './random.mjs';

const WORDS = (
  'account action adapter alert area audit backend backup barcode batch branch build cache calendar camera change channel check client cluster column ' +
  'config contract cookie counter crash cursor customer dashboard database default deploy device draft driver editor email endpoint engine error event export ' +
  'feature field filter folder form gateway handler header history import index inspection invoice job journal kiosk label layer limit line link list lock log ' +
  'login map market merge message meter migration mobile model module monitor name network note number object offline order owner page panel parser patch path ' +
  'payment permission photo pilot plan platform policy preview price process product profile project queue rate reader record region release report request ' +
  'response result retry review role route row rule sample schedule schema screen search sensor server service session sheet signature site slot source spec ' +
  'stage state status step storage stream supplier support sync table tablet task team template tenant test text theme ticket timer token total trace transfer ' +
  'trigger update upload user value version view visit warning window worker writer zone the a of to and for with in on when after before without every'
).split(' ');

/** What notes of people who don't write ASCII alone hold; each of them makes the engine keep the note in two bytes a character. */
const WIDE_PHRASES = ['写真の圧縮', '“quoted words”', 'before → after', 'naïve — and slow', 'Prüfprotokoll für Aufzüge', 'done ✅', 'прежде и теперь'];

/** `count` words with blanks between them. */
export function words(random, count) {
  let text = pick(random, WORDS);
  for (let made = 1; made < count; made++) text += ` ${pick(random, WORDS)}`;
  return text;
}

/** Words with a capital first letter. */
export function title(random, count = between(random, 2, 5)) {
  const text = words(random, count);
  return text[0].toUpperCase() + text.slice(1);
}

/** A sentence with its full stop; some hold code, emphasis, a link or a tag. */
export function sentence(random) {
  const start = title(random, between(random, 4, 14));
  const kind = between(random, 1, 22);
  if (kind === 1) return `${start} \`${pick(random, WORDS)}_${pick(random, WORDS)}()\`.`;
  if (kind === 2) return `${start} **${words(random, 2)}** ${words(random, 3)}.`;
  if (kind === 3) return `${start} [[${title(random)}]].`;
  if (kind === 4) return `${start} [${words(random, 2)}](https://example.com/${pick(random, WORDS)}/${between(random, 1, 9999)}).`;
  if (kind === 5) return `${start} #${pick(random, WORDS)}/${pick(random, WORDS)}.`;
  return `${start}.`;
}

/** A phrase beyond Latin letters. */
export function widePhrase(random) {
  return pick(random, WIDE_PHRASES);
}

/** 'YYYY-MM-DD' within three years. */
export function day(random) {
  const pad = (number) => String(number).padStart(2, '0');
  return `${between(random, 2024, 2026)}-${pad(between(random, 1, 12))}-${pad(between(random, 1, 28))}`;
}
