import { describe, expect, it } from 'vitest';
import { namesIn, pastePlan } from './paste-plan.ts';
import { testField } from './test-field.ts';

const abilities = { change: true, remove: true } as const;
const rowOf = (id: string, fields: Readonly<Record<string, unknown>>) => ({ id, version: 3, abilities, ...fields });
const rows = [
  rowOf('a', { name: 'Fujiwa', form: 'joint-venture', start: '1995', venture: null }),
  rowOf('b', { name: 'Kiriu', form: 'joint-venture', start: '2004', venture: null }),
];
const named = (...names: string[]) => names.map((name) => testField('alliance', name));
const nobody = (): null => null;

describe('a block laid over a table', () => {
  it('changes what differs and leaves what is the same', () => {
    const cells = [
      ['Fujiwa', 'licence'],
      ['Kiriu', 'joint venture'],
    ];
    const plan = pastePlan('alliances', { cells, fields: named('name', 'form'), rows }, nobody);
    expect(plan.writes).toEqual([{ collection: 'alliances', record: 'a', version: 3, change: { form: 'licence' } }]);
    expect(plan.rows.map((row) => row.cells.map(({ outcome }) => outcome))).toEqual([
      ['same', 'changed'],
      ['same', 'same'],
    ]);
  });

  it('tells what cannot be read at its cell, and writes the rest of the row', () => {
    const cells = [['friendship', 'Apr 2003']];
    const plan = pastePlan('alliances', { cells, fields: named('form', 'start'), rows }, nobody);
    expect(plan.problems).toBe(1);
    expect(plan.rows[0]?.cells[0]?.outcome).toMatchObject({
      code: 'value-refused',
      message: 'This is none of the terms of this field',
    });
    expect(plan.writes).toEqual([{ collection: 'alliances', record: 'a', version: 3, change: { start: '2003-04' } }]);
  });

  it('adds records for rows beyond the last, where all they need is there', () => {
    const cells = [
      ['One', '2001'],
      ['', '2002'],
    ];
    const plan = pastePlan('alliances', { cells, fields: named('name', 'start'), rows: [] }, nobody);
    expect(plan.writes).toEqual([{ collection: 'alliances', create: { name: 'One', start: '2001' } }]);
    expect(plan.rows[1]?.problem).toMatchObject({ field: 'name' });
    expect(plan.problems).toBe(1);
  });

  it('finds several records in one cell, of which a name means one alone', () => {
    const about = [testField('event', 'about')];
    const event = [rowOf('e', { about: [] })];
    const called: Readonly<Record<string, string>> = {
      'organisation 六和': 'lioho',
      'alliance Both': 'a',
      'house Both': 'h',
    };
    const planOf = (text: string) =>
      pastePlan(
        'events',
        { cells: [[text]], fields: about, rows: event },
        (kind, name) => called[`${kind} ${name}`] ?? null,
      );
    expect(planOf('六和; person:chen').writes[0]).toMatchObject({
      change: {
        about: [
          { kind: 'organisation', id: 'lioho' },
          { kind: 'person', id: 'chen' },
        ],
      },
    });
    for (const text of ['六和; Nobody', 'Both']) {
      expect(planOf(text).rows[0]?.cells[0]?.outcome, text).toMatchObject({ code: 'record-unknown' });
    }
    const names = namesIn({ cells: [['六和; Nobody']], fields: about, rows: event });
    expect(new Set(names.map(({ text }) => text))).toEqual(new Set(['六和', 'Nobody']));
  });

  it('takes details in one cell as files have them', () => {
    const source = [rowOf('s', { details: { method: 'visit', time: '2 h' } })];
    const fields = [testField('source', 'details')];
    const planOf = (text: string) => pastePlan('sources', { cells: [[text]], fields, rows: source }, nobody);
    expect(planOf('method: visit; time: 2 h').rows[0]?.cells[0]?.outcome).toBe('same');
    expect(planOf('method: call; time: 1 h').writes[0]).toMatchObject({
      change: { details: { method: 'call', time: '1 h' } },
    });
  });

  it('finds records by their names, and says which are not found', () => {
    const cells = [['Fujiwa Machinery'], ['Nobody & Co.']];
    const fields = named('venture');
    const plan = pastePlan('alliances', { cells, fields, rows }, (kind, text) =>
      kind === 'organisation' && text === 'Fujiwa Machinery' ? 'fujiwa' : null,
    );
    expect(plan.writes).toEqual([{ collection: 'alliances', record: 'a', version: 3, change: { venture: 'fujiwa' } }]);
    expect(plan.rows[1]?.cells[0]?.outcome).toMatchObject({ code: 'record-unknown' });
    expect(namesIn({ cells, fields, rows })).toEqual([
      { kind: 'organisation', text: 'Fujiwa Machinery' },
      { kind: 'organisation', text: 'Nobody & Co.' },
    ]);
  });

  it('empties a cell by an empty one, but not one that is needed', () => {
    const plan = pastePlan('alliances', { cells: [['', '']], fields: named('name', 'start'), rows }, nobody);
    expect(plan.rows[0]?.cells[0]?.outcome).toMatchObject({ code: 'field-required' });
    expect(plan.writes).toEqual([{ collection: 'alliances', record: 'a', version: 3, change: { start: null } }]);
  });

  it('leaves out columns beyond the last and says how many', () => {
    const plan = pastePlan('alliances', { cells: [['2001', 'x', 'y']], fields: named('start'), rows }, nobody);
    expect(plan.columnsOver).toBe(2);
    expect(plan.writes).toHaveLength(1);
  });

  it('joins the fields of the workspace in one change', () => {
    const plan = pastePlan(
      'alliances',
      { cells: [['licence', 'High']], fields: named('form', 'custom.risk'), rows },
      nobody,
    );
    expect(plan.writes[0]?.change).toEqual({ form: 'licence', custom: { risk: 'high' } });
  });
});
