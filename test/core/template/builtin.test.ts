import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { BUILT_IN_TEMPLATES } from '../../../src/core/template/builtin';
import { fillPlaceholders, findPlaceholders } from '../../../src/core/template/placeholder';
import { outlineOf } from './outline';

const golden = (id: string): string => readFileSync(new URL(`../../golden/template/${id}.txt`, import.meta.url), 'utf8');

describe.each(BUILT_IN_TEMPLATES.map((template) => [template.id, template] as const))('the built-in %s', (id, { name, description, body, properties }) => {
  test('has the structure of the form it comes from', () => {
    expect(outlineOf(body)).toBe(golden(id));
  });

  test('has a name in sentence case and a description of one sentence', () => {
    expect(name).toMatch(/^[A-Z][a-z]+ plan \([a-z]/);
    expect(description).toMatch(/^For [^.]+\.$/);
  });

  test('starts with its title, has LF line ends and one line break at the end', () => {
    expect(body).toMatch(/^# /);
    expect(body).not.toContain('\r');
    expect(body).toMatch(/\S\n$/);
  });

  test('repeats the slots of its header as properties, so that both fill together', () => {
    for (const { key, value } of properties) {
      expect(key).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
      expect(typeof value === 'string' && body.includes(value)).toBe(true);
      expect(findPlaceholders(`---\n${key}: "${String(value)}"\n---\n`)).toHaveLength(1);
    }
  });

  test('shows each slot even when it is the last one left', () => {
    const slots = findPlaceholders(body);
    for (const left of slots) {
      const others = slots.filter((slot) => slot !== left);
      const filled = others.reduceRight((text, { from, to }) => text.slice(0, from) + 'done' + text.slice(to), body);
      expect(findPlaceholders(filled).map(({ name: slot }) => slot)).toEqual([left.name]);
    }
  });

  test('has nothing left to fill once every name has a value', () => {
    const values = Object.fromEntries(findPlaceholders(body).map((slot) => [slot.name, 'done']));
    expect(findPlaceholders(fillPlaceholders(body, values))).toEqual([]);
  });
});

test('the ids of the built-in templates never change, since notes hold them', () => {
  expect(BUILT_IN_TEMPLATES.map(({ id }) => id)).toEqual(['feature-plan', 'phased-plan', 'remediation-plan', 'design-plan', 'spec-plan']);
});
