// The sieve may let a title pass that holds no word, and must never hold one back that does.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldTitle } from '../../../src/core/plan/match-words';
import { PhraseIndex } from '../../../src/core/plan/phrase-index';
import { WordSieve } from '../../../src/core/plan/word-sieve';
import { runs } from '../../laws/runs';

const PHRASES = ['verification', 'success criteria', 'e2e tests', 'end-to-end tests', 'ops/docs', 'checks=', "critères d'acceptation", '验证', 'p0'];
const phrases = new PhraseIndex(PHRASES.map((phrase) => [phrase, phrase] as const));
const sieve = new WordSieve(phrases.starts);

test.each(['Verification', '3.1 Success criteria (all)', 'E2E tests', 'The ops/docs', 'x—verification', 'Critères d’acceptation', '验证', '**Veri**fication', 'a_verification', '[[Note|Checks]]', '`p0`'])('passes: %s', (title) => {
  expect(sieve.passes(title)).toBe(true);
});

test.each(['', 'Shopping list', '2026-05-04', 'Verifications', 'What we ate, and when', 'e2', '1. Ideas & plans'])('is held back: %s', (title) => {
  expect(sieve.passes(title)).toBe(false);
});

test('law: what is held back holds no phrase', () => {
  const pieces = fc.constantFrom(...PHRASES.map((phrase) => phrase.replace('=', '')), 'criteria', 'list', 'of', ' ', ' ', '-', '/', '_', '*', '**', '(', ')', '. ', ': ', '1', '3.1 ', '~~', '`', '[', ']', 'é', '—', '\u00a0', '✅', 'S', 'ſ', 'K');
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join('')), fc.boolean(), (text, isUpper) => {
      const title = isUpper ? text.toUpperCase() : text;
      if (!sieve.passes(title)) expect([...phrases.roles(foldTitle(title))]).toEqual([]);
    }),
    runs(5000),
  );
});
