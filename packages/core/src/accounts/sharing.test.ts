import { describe, expect, test } from 'vitest';
import { ACCESS_CLASSES, chosenKinds, isPublishable, SHAREABLE_FIELDS, SHAREABLE_KINDS } from './index.ts';

describe('what may be published', () => {
  test('is never of the classes NEVER and CLEAN', () => {
    expect(ACCESS_CLASSES.filter(isPublishable)).toEqual(['INTERNAL', 'SHAREABLE']);
  });

  test('holds no note, no class, no id, no version and no claim', () => {
    const fields = SHAREABLE_KINDS.flatMap((kind) => [...SHAREABLE_FIELDS[kind]] as string[]);
    for (const field of ['notes', 'objectives', 'class', 'id', 'slug', 'version', 'custom', 'exists', 'claims'])
      expect(fields).not.toContain(field);
    expect(SHAREABLE_KINDS).not.toContain('claim');
    expect(SHAREABLE_KINDS).not.toContain('person');
  });

  test('is every field of the list, in its order, and a kind without fields', () => {
    for (const kind of SHAREABLE_KINDS) {
      const all = chosenKinds([{ kind, fields: [...SHAREABLE_FIELDS[kind]].reverse() }]);
      expect(all).toEqual({ ok: true, value: [{ kind, fields: SHAREABLE_FIELDS[kind] }] });
      expect(chosenKinds([{ kind, fields: [] }]).ok).toBe(true);
    }
  });

  test.each([
    ['a field that is not listed', [{ kind: 'alliance', fields: ['name', 'objectives'] }], '/selection/0'],
    ['a field of another kind', [{ kind: 'domain', fields: ['share'] }], '/selection/0'],
    ['a field that every object has', [{ kind: 'domain', fields: ['constructor'] }], '/selection/0'],
    [
      'a kind twice',
      [
        { kind: 'event', fields: [] },
        { kind: 'event', fields: ['title'] },
      ],
      '/selection/1',
    ],
  ] as const)('is not %s', (_, given, pointer) => {
    expect(chosenKinds(given)).toMatchObject({ ok: false, problems: [{ code: 'field-not-shareable', pointer }] });
  });
});
