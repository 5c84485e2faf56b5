import { describe, expect, test } from 'vitest';
import { type AnyRecord, emptyValues, type FormValues, type Picked, valuesOf } from './form-values.ts';
import { changeOf, creationOf, freshIn } from './record-body.ts';

const alliance: Picked = { kind: 'alliance', reference: 'ft-china', name: 'FT China' };
const kasai: Picked = { kind: 'organisation', reference: 'kasai', name: 'Kasai' };
const unheardOf: Picked = { kind: 'organisation', reference: null, name: 'Unheard-of Works' };

const codesOf = (problems: readonly { readonly field: string | null; readonly code: string }[]): string[] =>
  problems.map(({ field, code }) => `${field}: ${code}`);

const creation = (kind: Parameters<typeof emptyValues>[0], given: FormValues) =>
  creationOf(kind, emptyValues(kind, given));

describe('a creation', () => {
  test('leaves out what is not given', () => {
    expect(creation('alliance', { name: ' FT China ', form: 'joint-venture', start: '1995' })).toEqual({
      body: { name: 'FT China', form: 'joint-venture', start: '1995' },
      problems: [],
    });
  });

  test('names chosen records, and what they are', () => {
    const { body, problems } = creation('event', { title: 'Opened', about: [alliance, kasai] });
    expect(problems).toEqual([]);
    expect(body['about']).toEqual([
      { kind: 'alliance', id: 'ft-china' },
      { kind: 'organisation', id: 'kasai' },
    ]);
    expect(creation('stake', { alliance, holder: kasai, share: '12.5' }).body).toEqual({
      alliance: 'ft-china',
      holder: 'kasai',
      share: '12.5',
    });
  });

  test('refers to a record that is added with it', () => {
    const { body } = creationOf('stake', emptyValues('stake', { alliance, holder: unheardOf }), (picked) =>
      picked.reference === null ? '@new-1' : picked.reference,
    );
    expect(body['holder']).toBe('@new-1');
    expect(freshIn({ holder: unheardOf, about: [unheardOf, kasai] })).toEqual([unheardOf]);
  });

  test('reads bound, value and unit out of one text', () => {
    expect(creation('measure', { of: kasai, quantity: 'market share', value: '> 91 %' }).body).toMatchObject({
      bound: '>',
      value: '91',
      unit: '%',
    });
  });

  test('takes figures as people write them', () => {
    expect(creation('stake', { alliance, holder: kasai, share: '１２.５ ％' }).body['share']).toBe('12.5');
    expect(creation('stake', { alliance, holder: kasai, share: '25 percent' }).body['share']).toBe('25');
    expect(creation('stake', { alliance, holders: 'two', holderCount: '1,200' }).body['holderCount']).toBe(1200);
    expect(creation('workforce', { organisation: kasai, origin: 'Japan', number: '1,450' }).body['number']).toBe(
      '1450',
    );
  });

  test('writes a product in words as its term', () => {
    expect(creation('domain', { alliance, product: 'Machine tools' }).body['product']).toBe('machine-tools');
  });

  test.each<[string, Parameters<typeof creation>, string[]]>([
    ['no name', ['alliance', {}], ['name: field-required']],
    ['no organisation', ['membership', { alliance }], ['organisation: field-required']],
    ['no such day', ['alliance', { name: 'A', start: '31/04/2010' }], ['start: date-malformed']],
    ['two days at once', ['alliance', { name: 'A', start: '10/11/12' }], ['start: date-ambiguous']],
    ['an end before the start', ['alliance', { name: 'A', start: '2003', end: '2001' }], ['end: period-reversed']],
    ['over the whole', ['stake', { alliance, holder: kasai, share: '101' }], ['share: share-over-100']],
    ['words for a share', ['stake', { alliance, holder: kasai, share: 'some' }], ['share: share-malformed']],
    ['a share with a bound', ['stake', { alliance, holder: kasai, share: '> 50 %' }], ['share: share-inexact']],
    ['two shares in one', ['stake', { alliance, holder: kasai, share: '51:49' }], ['share: share-inexact']],
    ['nobody who holds', ['stake', { alliance }], ['holder: holder-unclear']],
    ['two who hold', ['stake', { alliance, holder: kasai, holders: 'two' }], ['holders: holder-unclear']],
    ['no figure', ['measure', { of: kasai, quantity: 'sales', value: 'many' }], ['value: measure-malformed']],
    ['a term in kanji', ['domain', { alliance, product: '工作機械' }], ['product: slug-malformed']],
    [
      'a detail without a name',
      ['source', { kind: 'interview', title: 'T', details: 'two hours' }],
      ['details: details-malformed'],
    ],
  ])('with %s is told at its field', (_what, [kind, given], codes) => {
    expect(codesOf(creation(kind, given).problems)).toEqual(codes);
  });
});

const stake: AnyRecord = {
  id: '00000000-0000-4000-8000-000000000001',
  version: 3,
  alliance: { id: 'a', slug: 'ft-china', name: 'FT China' },
  issuer: { id: 'i', slug: 'ft-co', name: 'FT Co' },
  holder: { id: 'k', slug: 'kasai', name: 'Kasai' },
  holders: null,
  holderCount: null,
  share: '12.5',
  votingShare: null,
  from: '1995',
  to: '..',
};

describe('a change', () => {
  const before = valuesOf('stake', stake);

  test('of nothing is nothing', () => {
    expect(changeOf('stake', before, before)).toEqual({ body: {}, problems: [] });
  });

  test('holds only what differs', () => {
    expect(changeOf('stake', before, { ...before, share: '', to: '2010' }).body).toEqual({ share: null, to: '2010' });
  });

  test('of the writing alone is nothing', () => {
    expect(changeOf('stake', before, { ...before, share: '12.5 %', from: ' 1995 ' }).body).toEqual({});
  });

  test('never takes away what every record has', () => {
    const name = { id: 'n', version: 1, slug: 'ft-china', name: 'FT China', end: '..' };
    const values = valuesOf('alliance', name);
    const emptied = changeOf('alliance', values, { ...values, name: '', slug: '' });
    expect(codesOf(emptied.problems)).toEqual(['name: field-required']);
    expect(emptied.body).not.toHaveProperty('slug');
  });

  test('of a record as it stands is read back as it stands', () => {
    const source: AnyRecord = {
      id: 's',
      version: 1,
      key: '000',
      title: 'T',
      kind: 'article',
      authors: ['Oh', 'Chen'],
      details: { method: 'interview', duration: 'two hours' },
      within: null,
    };
    const values = valuesOf('source', source);
    expect(values).toMatchObject({ authors: 'Oh\nChen', details: 'method: interview\nduration: two hours' });
    expect(changeOf('source', values, { ...values, authors: 'Oh' }).body).toEqual({ authors: ['Oh'] });
  });
});
