import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Changed, type Choice, isUndecided, mergedValues, mergeFields } from './three-way-merge.ts';

const same = (_name: string, one: string, other: string): boolean => one.trim() === other.trim();
const one = (base: string, mine: string, theirs: string) =>
  mergeFields(['name'], { base: { name: base }, mine: { name: mine }, theirs: { name: theirs } }, same);
const never = (): string => {
  throw new Error('nothing is joined here');
};

describe('a field of a record that two people changed', () => {
  test.each<[string, string, string, Changed, Choice | null]>([
    ['a', 'a', 'a', 'nobody', 'theirs'],
    ['a', 'b', 'a', 'mine', 'mine'],
    ['a', 'a', 'c', 'theirs', 'theirs'],
    ['a', 'b', 'b', 'alike', 'theirs'],
    ['a', 'b', 'c', 'both', null],
    ['a', '', 'c', 'both', null],
    ['a', ' a ', 'c', 'theirs', 'theirs'],
  ])('from %j, mine %j and theirs %j: changed by %s, taken: %s', (base, mine, theirs, changed, choice) => {
    expect(one(base, mine, theirs)).toMatchObject([{ changed, choice }]);
  });

  test('gives no values while a choice is open', () => {
    expect(mergedValues(one('a', 'b', 'c'), never)).toBeNull();
  });
});

const names = ['name', 'start', 'end', 'objectives'];
const version = fc.record(Object.fromEntries(names.map((name) => [name, fc.constantFrom('a', 'b', 'c')])));

test('nothing that either changed is lost: it is taken, or it is asked', () => {
  fc.assert(
    fc.property(version, version, version, (base, mine, theirs) => {
      const fields = mergeFields(names, { base, mine, theirs }, same);
      for (const { name, changed, choice } of fields) {
        const values = mergedValues([...fields.filter((field) => field.name === name)], never);
        if (mine[name] !== base[name] && theirs[name] === base[name]) expect(values).toEqual({ [name]: mine[name] });
        if (theirs[name] !== base[name] && mine[name] === base[name]) expect(values).toEqual({ [name]: theirs[name] });
        if (mine[name] !== base[name] && theirs[name] !== base[name] && mine[name] !== theirs[name]) {
          expect({ changed, choice }).toEqual({ changed: 'both', choice: null });
        }
      }
      expect(isUndecided(fields)).toBe(mergedValues(fields, never) === null);
    }),
  );
});
