import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SUBJECT_KINDS } from '../kernel/index.ts';
import {
  customListField,
  FILTER_OPERATORS,
  filterFields,
  type ListField,
  type ListKind,
  OPERATORS_OF,
} from './list-fields.ts';
import { type ListFilter, readListFilter, writeListFilter } from './list-filters.ts';

const KINDS: readonly ListKind[] = [...SUBJECT_KINDS, 'claim'];

const CUSTOM: readonly ListField[] = [
  customListField({ key: 'priority', as: 'term', terms: [{ term: 'high', labels: { en: 'high' } }] }),
  customListField({ key: 'checked', as: 'flag', terms: [] }),
  customListField({ key: 'budget', as: 'decimal', terms: [] }),
];

function read(kind: ListKind, text: string, custom: readonly ListField[] | null = null): ListFilter | string {
  const outcome = readListFilter(kind, text, custom);
  return outcome.ok ? outcome.value : (outcome.problems[0]?.code ?? 'nothing');
}

describe('a filter', () => {
  test.each<[ListKind, string, string, string, string[]]>([
    ['alliance', 'form:is:licence', 'form', 'is', ['licence']],
    ['alliance', 'form:is:licence|oem', 'form', 'is', ['licence', 'oem']],
    ['alliance', 'form:not:cluster', 'form', 'not', ['cluster']],
    ['alliance', 'form:empty', 'form', 'empty', []],
    ['alliance', 'name:has:六和 機械', 'name', 'has', ['六和 機械']],
    ['alliance', 'name:has:a|b', 'name', 'has', ['a|b']],
    ['alliance', 'name:is:Toyota: a pact', 'name', 'is', ['Toyota: a pact']],
    ['alliance', 'name:is:a\\|b|c\\\\d', 'name', 'is', ['a|b', 'c\\d']],
    ['alliance', 'venture:is:ft-china|lioho', 'venture', 'is', ['ft-china', 'lioho']],
    ['alliance', 'organisation:is:toyota', 'organisation', 'is', ['toyota']],
    ['alliance', 'start:in:2005', 'start', 'in', ['2005']],
    ['alliance', 'start:in:2005/..', 'start', 'in', ['2005/..']],
    ['alliance', 'start:before:2003-04', 'start', 'before', ['2003-04']],
    ['alliance', 'end:is:..|unknown', 'end', 'is', ['..', 'unknown']],
    ['alliance', 'updatedAt:after:2026-01-01', 'updatedAt', 'after', ['2026-01-01']],
    ['stake', 'share:least:33.4', 'share', 'least', ['33.4']],
    ['stake', 'holderCount:most:3', 'holderCount', 'most', ['3']],
    ['measure', 'value:least:-5.5', 'value', 'least', ['-5.5']],
    ['measure', 'of:is:alliance:ft-china', 'of', 'is', ['alliance:ft-china']],
    ['event', 'about:not:house:yulon', 'about', 'not', ['house:yulon']],
    ['organisation', 'country:is:JP|TW', 'country', 'is', ['JP', 'TW']],
    ['source', 'kind:is:entry', 'kind', 'is', ['entry']],
    ['source', 'authors:lacks:Chen', 'authors', 'lacks', ['Chen']],
    ['claim', 'rank:is:preferred', 'rank', 'is', ['preferred']],
    ['alliance', 'custom.priority:is:high', 'custom.priority', 'is', ['high']],
  ])('of a %s reads %s', (kind, text, field, operator, values) => {
    expect(read(kind, text)).toEqual({ field, operator, values });
  });

  test.each<[ListKind, string, string]>([
    ['alliance', '', 'filter-malformed'],
    ['alliance', 'form', 'filter-malformed'],
    ['alliance', 'form:', 'filter-malformed'],
    ['alliance', ':is:licence', 'filter-malformed'],
    ['alliance', 'form:is', 'filter-malformed'],
    ['alliance', 'form:is:', 'filter-malformed'],
    ['alliance', 'form:is:licence|', 'filter-malformed'],
    ['alliance', 'form:empty:', 'filter-malformed'],
    ['alliance', 'form:empty:yes', 'filter-malformed'],
    ['alliance', 'form:has:lic', 'filter-malformed'],
    ['alliance', 'form:like:lic', 'filter-malformed'],
    ['alliance', 'form:IS:licence', 'filter-malformed'],
    ['alliance', 'form:is:marriage', 'term-unknown'],
    ['alliance', 'colour:is:red', 'list-field-unknown'],
    ['alliance', 'constructor:is:red', 'list-field-unknown'],
    ['alliance', 'name"; drop table app.alliance; --:is:x', 'list-field-unknown'],
    ['alliance', 'custom.Priority:is:high', 'list-field-unknown'],
    ['claim', 'custom.priority:is:high', 'list-field-unknown'],
    ['alliance', 'name:is:a\\b', 'filter-malformed'],
    ['alliance', 'name:has:a\0b', 'filter-malformed'],
    ['alliance', 'venture:is:FT China', 'filter-malformed'],
    ['alliance', 'venture:least:5', 'filter-malformed'],
    ['alliance', 'start:in:31/04/2010', 'date-malformed'],
    ['alliance', 'start:in:2010-04-31', 'date-malformed'],
    ['alliance', 'start:before:../2005', 'filter-malformed'],
    ['alliance', 'start:after:2005/..', 'filter-malformed'],
    ['alliance', 'start:is:..', 'date-malformed'],
    ['alliance', 'start:least:2005', 'filter-malformed'],
    ['alliance', 'updatedAt:is:2005', 'filter-malformed'],
    ['stake', 'share:least:101', 'share-over-100'],
    ['stake', 'share:least:half', 'share-malformed'],
    ['stake', 'holderCount:least:1.5', 'filter-malformed'],
    ['measure', 'value:least:1e5', 'number-malformed'],
    ['measure', 'of:is:ft-china', 'filter-malformed'],
    ['measure', 'of:is:house:yulon', 'filter-malformed'],
    ['organisation', 'country:is:Japan', 'filter-malformed'],
    ['organisation-name', 'language:is:中文', 'filter-malformed'],
  ])('of a %s refuses %j: %s', (kind, text, code) => {
    expect(read(kind, text)).toBe(code);
  });

  test('of a field of the workspace’s own is judged by its definition when that is at hand', () => {
    expect(read('alliance', 'custom.priority:is:low', CUSTOM)).toBe('term-unknown');
    expect(read('alliance', 'custom.checked:is:yes', CUSTOM)).toBe('term-unknown');
    expect(read('alliance', 'custom.budget:least:much', CUSTOM)).toBe('number-malformed');
    expect(read('alliance', 'custom.budget:least:12.5', CUSTOM)).toMatchObject({ values: ['12.5'] });
    expect(read('alliance', 'custom.other:is:x', CUSTOM)).toBe('list-field-unknown');
  });

  test('says what to do in every refusal', () => {
    for (const text of ['', 'x:is:1', 'form:like:1', 'form:is:x', 'start:in:x', 'name:is:\\x']) {
      const outcome = readListFilter('alliance', text);
      expect(outcome.ok).toBe(false);
      if (!outcome.ok)
        for (const { message, fix } of outcome.problems) expect(`${message} ${fix}`.length).toBeGreaterThan(20);
    }
  });
});

const reference = fc.constantFrom('toyota', 'f-t-japan', '0f', '1f0c9a52-0000-4000-8000-000000000000');
const freeText = fc
  .array(
    fc.oneof(fc.string({ minLength: 1, maxLength: 4, unit: 'binary' }), fc.constantFrom('|', '\\', ':', ',', ' ')),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((parts) => parts.join(''))
  .filter((text) => !text.includes('\0'));

/** A value that the field admits, whatever the operator. */
function valueOf(field: ListField): fc.Arbitrary<string> {
  switch (field.as) {
    case 'term':
    case 'choice':
      return fc.constantFrom(...field.terms);
    case 'flag':
      return fc.constantFrom('true', 'false');
    case 'date':
    case 'end':
    case 'moment':
      return fc.constantFrom('2005', '2005-04', '2005-04-22', '1995~', '197X', '2010/2015');
    case 'share':
    case 'whole':
    case 'decimal':
      return fc.nat(100).map(String);
    case 'reference':
      return reference;
    case 'subject':
      return fc.tuple(fc.constantFrom(...field.to), reference).map((parts) => parts.join(':'));
    case 'subjects':
      return fc.tuple(fc.constantFrom(...SUBJECT_KINDS), reference).map((parts) => parts.join(':'));
    case 'country':
      return fc.constantFrom('JP', 'TW');
    case 'language':
      return fc.constantFrom('ja', 'zh-Hant');
    default:
      return freeText;
  }
}

const anyFilter: fc.Arbitrary<{ kind: ListKind; filter: ListFilter }> = fc
  .constantFrom(...KINDS)
  .chain((kind) => fc.record({ kind: fc.constant(kind), field: fc.constantFrom(...filterFields(kind)) }))
  .chain(({ kind, field }) =>
    fc.record({
      kind: fc.constant(kind),
      field: fc.constant(field),
      operator: fc.constantFrom(...OPERATORS_OF[field.as]),
    }),
  )
  .chain(({ kind, field, operator }) => {
    const several = operator === 'is' || operator === 'not';
    const none = operator === 'empty' || operator === 'filled';
    const lengths = none ? { maxLength: 0 } : { minLength: 1, maxLength: several ? 4 : 1 };
    return fc.record({
      kind: fc.constant(kind),
      filter: fc.record({
        field: fc.constant(field.name),
        operator: fc.constant(operator),
        values: fc.array(valueOf(field), lengths),
      }),
    });
  });

test('a filter that is written is read as it was, and written as it was read', () => {
  fc.assert(
    fc.property(anyFilter, ({ kind, filter }) => {
      const text = writeListFilter(filter);
      expect(read(kind, text)).toEqual(filter);
      const again = readListFilter(kind, text);
      expect(again.ok && writeListFilter(again.value)).toBe(text);
    }),
    { numRuns: 2000 },
  );
});

test('any text at all is read or refused, and what is read is written as it came', () => {
  const pieces = fc.constantFrom(
    'form',
    'name',
    'custom.x',
    ':',
    ':is:',
    ':has:',
    '|',
    '\\',
    'licence',
    '2005',
    'empty',
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...KINDS),
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join('')),
      ),
      (kind, text) => {
        const outcome = readListFilter(kind, text);
        if (outcome.ok) expect(writeListFilter(outcome.value)).toBe(text);
        else expect(outcome.problems.length).toBeGreaterThan(0);
      },
    ),
    { numRuns: 2000 },
  );
});

test('every field of every list admits an operator, and every operator is admitted somewhere', () => {
  const used = KINDS.flatMap((kind) => filterFields(kind).flatMap((field) => OPERATORS_OF[field.as]));
  expect(FILTER_OPERATORS.filter((operator) => !used.includes(operator))).toEqual([]);
  for (const kind of KINDS) {
    const names = filterFields(kind).map(({ name }) => name);
    expect(new Set(names).size, kind).toBe(names.length);
  }
});
