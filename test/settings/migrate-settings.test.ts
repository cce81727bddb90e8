// Settings from whatever was stored: never an error, sound parts kept, the rest as if it had never been set.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { migrateSettings } from '../../src/settings/migrate-settings';
import { WORD_ROLES } from '../../src/core/plan/plan-words';
import { DEFAULT_SETTINGS } from '../../src/settings/settings';
import { runs } from '../laws/runs';

const anything = fc.oneof(
  fc.jsonValue(),
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withObjectString: true }),
  fc.record({ version: fc.jsonValue(), noteName: fc.jsonValue(), hasCallouts: fc.jsonValue(), planFolder: fc.jsonValue(), author: fc.jsonValue(), doneMarks: fc.jsonValue(), words: fc.oneof(fc.jsonValue(), fc.dictionary(fc.constantFrom(...WORD_ROLES, 'other'), fc.oneof(fc.jsonValue(), fc.array(fc.oneof(fc.string(), fc.jsonValue()))))) }, { requiredKeys: [] }),
);

test('anything at all becomes settings of the right shape', () => {
  fc.assert(fc.property(anything, (stored) => {
    const settings = migrateSettings(stored);
    expect(Object.keys(settings).sort()).toEqual(Object.keys(DEFAULT_SETTINGS).sort());
    expect([typeof settings.noteName, typeof settings.hasCallouts]).toEqual(['string', 'boolean']);
    expect([settings.version, typeof settings.planFolder, typeof settings.author, typeof settings.doneMarks, typeof settings.droppedMarks]).toEqual([DEFAULT_SETTINGS.version, 'string', 'string', 'string', 'string']);
    for (const [role, words] of Object.entries(settings.words)) expect([role, words.length > 0, words.every((word) => typeof word === 'string')]).toEqual([expect.toBeOneOf([...WORD_ROLES]), true, true]);
  }), runs(400));
});

test('put in again, settings come out the same', () => {
  fc.assert(fc.property(anything, (stored) => {
    const once = migrateSettings(stored);
    expect(migrateSettings(once)).toEqual(once);
    expect(migrateSettings(JSON.parse(JSON.stringify(once)))).toEqual(once);
  }), runs(400));
});

test('what the user set is kept, also beside parts that are broken', () => {
  fc.assert(fc.property(fc.string(), fc.jsonValue().filter((value) => typeof value !== 'string'), (text, broken) => {
    expect(migrateSettings({ planFolder: text, author: broken })).toEqual({ ...DEFAULT_SETTINGS, planFolder: text });
    expect(migrateSettings({ noteName: text, hasCallouts: true, author: broken })).toEqual({ ...DEFAULT_SETTINGS, noteName: text, hasCallouts: true });
    expect(migrateSettings({ noteName: broken, hasCallouts: 'yes' })).toEqual(DEFAULT_SETTINGS);
    expect(migrateSettings({ author: text, planFolder: broken, more: 1 })).toEqual({ ...DEFAULT_SETTINGS, author: text });
  }));
});

test.each([[false, false], [true, true], ['no', true], [0, true], [null, true], [undefined, true]])('marks of placeholders: %j is read as %s', (stored, read) => {
  expect(migrateSettings({ markPlaceholders: stored, author: 'Ops' })).toEqual({ ...DEFAULT_SETTINGS, author: 'Ops', markPlaceholders: read });
});

test.each([['nothing', null], ['nothing at all', undefined], ['a text', 'x'], ['a list', [1]], ['keys of a prototype', JSON.parse('{"__proto__": {"author": "Ops", "planFolder": "x"}}')], ['inherited keys', Object.create({ author: 'Ops' })]])('%s is as if nothing had been set', (_what, stored) => {
  expect(migrateSettings(stored)).toEqual(DEFAULT_SETTINGS);
});
