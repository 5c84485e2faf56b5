import fc from 'fast-check';
import { type Claim, EdtfDate, RANKS, type SubjectKind, type SubjectRef } from '../kernel/index.ts';
import {
  emptyRows,
  EXISTS,
  FIELDS,
  LIST_OF,
  RECORD_FIELDS,
  type RecordField,
  type RegisterRows,
  SOURCE_KINDS,
  withBestValues,
} from '../register/index.ts';

/** Texts as people and attackers write them; without NUL and halves of signs, which the register takes in no text. */
const hard = fc.constantFrom(
  '=1+1',
  "'=x",
  "''@y",
  '-5',
  '+81',
  '@cmd',
  '\tx',
  '\\',
  '\\n',
  '""',
  '"a","b"',
  ' a ',
  'a;b',
  'a; b',
  '["x"]',
  '三菱',
  '山田\n太郎',
  'x\r\ny',
  'x\ry',
  ',',
  ';',
  '',
  ' ',
  '\ufeffx',
  '😀',
);
export const anyText = fc
  .oneof(hard, fc.string({ unit: 'grapheme', maxLength: 12 }))
  .map((text) => text.replaceAll('\0', ''));
/** Texts that a spreadsheet's XML keeps as they are. */
export const sheetText = fc.constantFrom(
  '=1+1',
  "'=x",
  '-5',
  '\\',
  '""',
  'a;b',
  '三菱',
  '山田\n太郎',
  '',
  'Aoba & <Gear>',
  '00123',
  '2003-04',
  ' a ',
);

const date = fc.constantFrom('1995', '2003-04', '2003-04-22', '1995~', '197X', '2010/2015', '../1990');
const slug = fc.stringMatching(/^[a-z]{1,6}(?:-[a-z0-9]{1,4})?$/);

/** A valid text of a claimed field. */
function claimedValue(field: RecordField, text: fc.Arbitrary<string>): fc.Arbitrary<string> {
  switch (field.as) {
    case 'date':
      return date;
    case 'end':
      return fc.oneof(date, fc.constantFrom('..', 'unknown'));
    case 'share':
      return fc.constantFrom('0', '33.3333333333', '50', '100');
    case 'decimal':
      return fc.constantFrom('0', '-5.25', '27000');
    case 'term':
      return fc.constantFrom(...field.terms);
    default:
      return text;
  }
}

type Ids = Readonly<Record<string, readonly string[]>>;

/** A valid value of a field that identifies a record; references name records that are there. */
function identityValue(
  kind: SubjectKind,
  field: RecordField,
  ids: Ids,
  text: fc.Arbitrary<string>,
): fc.Arbitrary<unknown> {
  const some = (value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> => (field.required ? value : fc.option(value));
  const of = (kinds: readonly SubjectKind[]): fc.Arbitrary<SubjectRef> =>
    fc.constantFrom(...kinds.flatMap((each) => (ids[each] ?? []).map((id) => ({ kind: each, id }))));
  switch (field.as) {
    case 'reference':
      return some(fc.constantFrom(...(ids[kind === 'source' ? 'key' : field.to] ?? [])));
    case 'subject':
      return of(field.to);
    case 'subjects':
      return fc.array(of(['alliance', 'organisation', 'person']), { maxLength: 3 });
    case 'lines':
      return fc.array(text, { maxLength: 3 });
    case 'details':
      return fc.dictionary(
        text.filter((key) => key !== '__proto__'),
        text,
        { maxKeys: 3 },
      );
    case 'whole':
      return some(fc.nat(1000));
    case 'date':
      return some(
        date.map((each) => {
          const read = EdtfDate.parse(each);
          return read.ok ? read.value : null;
        }),
      );
    case 'term':
      return fc.constantFrom(...(field.list === 'sourceKinds' ? SOURCE_KINDS : field.terms));
    case 'slug':
      return slug;
    case 'country':
      return fc.option(fc.constantFrom('JP', 'TW'));
    default:
      return some(text);
  }
}

function recordOf(
  kind: SubjectKind,
  id: string,
  ids: Ids,
  text: fc.Arbitrary<string>,
): fc.Arbitrary<Record<string, unknown>> {
  const fields = RECORD_FIELDS[kind].filter((field) => !Object.hasOwn(FIELDS[kind], field.name));
  return fc
    .record(Object.fromEntries(fields.map((field) => [field.name, identityValue(kind, field, ids, text)])))
    .map((identity) => ({
      ...Object.fromEntries(Object.entries(FIELDS[kind]).map(([name, field]) => [name, field.absent])),
      ...identity,
      id,
    }));
}

function claimOn(subject: SubjectRef, ids: Ids, text: fc.Arbitrary<string>): fc.Arbitrary<Omit<Claim, 'id'>> {
  const { kind } = subject;
  const own = RECORD_FIELDS[kind].filter((field) => Object.hasOwn(FIELDS[kind], field.name));
  const stated: readonly fc.Arbitrary<readonly [string, string]>[] = [
    fc.constantFrom([EXISTS, 'true'], [EXISTS, 'false']),
    fc.tuple(fc.constantFrom('remark.note', 'custom.priority'), text),
    ...own.map((field) => claimedValue(field, text).map((value) => [field.name, value] as const)),
  ];
  return fc
    .record({
      what: fc.oneof(...stated),
      source: fc.constantFrom(...(ids['key'] ?? [])),
      place: text,
      quote: fc.option(text),
      rank: fc.constantFrom(...RANKS),
      reason: text,
      hasReason: fc.boolean(),
    })
    .map(({ what: [field, value], source, place, quote, rank, reason, hasReason }) => ({
      subject,
      field,
      value,
      source,
      place,
      quote,
      rank,
      reason: rank === 'normal' && !hasReason ? null : reason,
    }));
}

/** Any register: records of every kind that refer to one another, claims of every rank with quotes, reasons and denials. */
export function anyRegister(text: fc.Arbitrary<string>): fc.Arbitrary<RegisterRows> {
  const kinds = Object.keys(LIST_OF) as SubjectKind[];
  return fc.record(Object.fromEntries(kinds.map((kind) => [kind, fc.integer({ min: 1, max: 3 })]))).chain((counts) => {
    const idsOf = (kind: SubjectKind): string[] =>
      Array.from({ length: Number(counts[kind]) }, (_, index) => `${kind}/${index + 1}`);
    const keys = idsOf('source').map((_, index) => `key-${index + 1}`);
    const ids: Ids = { ...Object.fromEntries(kinds.map((kind) => [kind, idsOf(kind)])), key: keys };
    const records = fc.record(
      Object.fromEntries(
        kinds.map((kind) => [kind, fc.tuple(...idsOf(kind).map((id) => recordOf(kind, id, ids, text)))]),
      ),
    );
    const subjects = kinds.flatMap((kind) => idsOf(kind).map((id) => ({ kind, id })));
    const claims = fc.array(
      fc.constantFrom(...subjects).chain((subject) => claimOn(subject, ids, text)),
      { maxLength: 25 },
    );
    return fc.tuple(records, claims).map(([rows, stated]) => {
      const lists = emptyRows();
      for (const kind of kinds) {
        const list: unknown[] = lists[LIST_OF[kind]];
        for (const row of rows[kind] ?? []) list.push(row);
      }
      lists.sources.forEach((source, index) => Object.assign(source, { key: keys[index] }));
      lists.claims.push(...stated.map((claim, index) => ({ ...claim, id: `claim-${index + 1}` })));
      return withBestValues(lists);
    });
  });
}
