import type { SubjectKind } from '@entente/core/kernel';
import { FIELD_WORDS, RECORD_FIELDS, TERM_WORDS } from '@entente/core/register';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { COLLECTIONS, type CollectionName } from './collections.ts';

/** What goes with every write and is no field of the record. */
const BESIDE = ['class', 'reason', 'custom'];

const KINDS: readonly (readonly [SubjectKind, CollectionName])[] = [
  ['alliance', 'alliances'],
  ['organisation', 'organisations'],
  ['organisation-name', 'organisation-names'],
  ['house', 'houses'],
  ['house-membership', 'house-memberships'],
  ['membership', 'memberships'],
  ['stake', 'stakes'],
  ['resource', 'resources'],
  ['domain', 'domains'],
  ['person', 'people'],
  ['event', 'events'],
  ['measure', 'measures'],
  ['condition', 'conditions'],
  ['workforce', 'workforces'],
  ['source', 'sources'],
];

function creationShape(collection: CollectionName): Readonly<Record<string, z.ZodType>> {
  const { creation } = COLLECTIONS[collection];
  if (!(creation instanceof z.ZodObject)) throw new Error(`${collection} is created from an object`);
  return creation.shape;
}

describe.each(KINDS)('the fields of a %s', (kind, collection) => {
  const shape = creationShape(collection);

  test('are those that a creation takes', () => {
    const taken = Object.keys(shape).filter((name) => !BESIDE.includes(name));
    expect(RECORD_FIELDS[kind].map(({ name }) => name).sort()).toEqual(taken.sort());
  });

  test('are required where a creation requires them', () => {
    const required = Object.keys(shape).filter((name) => shape[name]?.safeParse(undefined).success === false);
    expect(RECORD_FIELDS[kind].flatMap((field) => (field.required ? [field.name] : [])).sort()).toEqual(
      required.sort(),
    );
  });

  test('hold the terms that a creation admits, each with its words', () => {
    for (const field of RECORD_FIELDS[kind]) {
      expect(FIELD_WORDS[field.name], field.name).toBeDefined();
      if (field.as !== 'term') continue;
      for (const term of field.terms) {
        expect(shape[field.name]?.safeParse(term).success, `${field.name} ${term}`).toBe(true);
        expect((TERM_WORDS[field.list] as Record<string, unknown>)[term], `${field.list} ${term}`).toBeDefined();
      }
      expect(shape[field.name]?.safeParse('no-such-term').success).toBe(false);
    }
  });
});
