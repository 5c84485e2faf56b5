import { type CollectionName, COLLECTIONS, KIND_OF } from '@entente/contract/register';
import { filterFields, OPERATORS_OF } from '@entente/core/register';
import { describe, expect, test } from 'vitest';
import { filterQuery, type Item, listed, named, preparedLists } from './test-lists.ts';
import { testServer } from './test-server.ts';

const server = await testServer();
const { ask } = server;
const path = await preparedLists(server, 'filters');
const found = (collection: string, ...filters: string[]): Promise<unknown[]> =>
  listed(server, path, collection, filters);

describe('of alliances', () => {
  test.each([
    // terms
    ['form:is:licence', ['a-1']],
    ['form:is:licence|oem', ['a-1', 'a-3']],
    ['form:not:licence', ['alliance', 'a-2', 'a-3']],
    ['form:empty', ['a-2']],
    ['form:filled', ['alliance', 'a-1', 'a-3']],
    // one line, and its exact text
    ['name:has:pact', ['a-1']],
    ['name:has:b PACT', ['a-1']],
    ['name:lacks:second', ['alliance', 'a-1', 'a-3']],
    ['name:is:A \\| B \\\\ pact', ['a-1']],
    ['name:is:Second|Third', ['a-2', 'a-3']],
    ['name:not:Second|Third', ['alliance', 'a-1']],
    ['name:is:second', []],
    ["name:is:'; drop table app.alliance; --", []],
    ['name:has:%', []],
    ['name:has:_', []],
    ['name:empty', []],
    // several lines, in any script
    ['objectives:has:etude', ['a-1']],
    ['objectives:has:casting とよた', ['a-1']],
    ['objectives:has:casting steel', []],
    ['objectives:lacks:casting', ['alliance', 'a-2', 'a-3']],
    ['objectives:is:Étude of\ncasting, in トヨタ', ['a-1']],
    ['objectives:not:x', ['alliance', 'a-1', 'a-2', 'a-3']],
    ['objectives:filled', ['a-1']],
    ['objectives:empty', ['alliance', 'a-2', 'a-3']],
    // names in addresses
    ['slug:is:a-1|a-3', ['a-1', 'a-3']],
    ['slug:has:a1', ['a-1']],
    ['slug:not:alliance', ['a-1', 'a-2', 'a-3']],
    // dates: certainly before or after, perhaps in
    ['start:in:1994', ['alliance', 'a-1', 'a-2']],
    ['start:in:1994-06', ['alliance', 'a-2']],
    ['start:in:2000/..', ['a-3']],
    ['start:in:../1993', ['a-2']],
    ['start:before:1994-06', ['a-1']],
    ['start:before:2000', ['alliance', 'a-1', 'a-2']],
    ['start:after:1993', ['alliance', 'a-1', 'a-3']],
    ['start:after:1999', ['a-3']],
    ['start:is:1994', ['alliance']],
    ['start:not:1994|200X', ['a-1', 'a-2']],
    ['start:empty', []],
    ['start:filled', ['alliance', 'a-1', 'a-2', 'a-3']],
    // ends: open and unknown are no dates
    ['end:in:2003', ['a-1']],
    ['end:in:../..', 'date-malformed'],
    ['end:before:2010', ['a-1', 'a-3']],
    ['end:after:1900', ['a-1', 'a-3']],
    ['end:is:..', ['alliance']],
    ['end:is:unknown|2005', ['a-2', 'a-3']],
    ['end:not:unknown', ['alliance', 'a-1', 'a-3']],
    ['end:empty', ['alliance']],
    ['end:filled', ['a-1', 'a-2', 'a-3']],
    // references, by slug
    ['venture:is:venture', ['alliance']],
    ['venture:not:venture', ['a-1', 'a-2', 'a-3']],
    ['venture:empty', ['a-1', 'a-2', 'a-3']],
    ['endedInto:is:a-1|a-2', ['a-3']],
    ['venture:is:nobody', 'record-unknown'],
    // members
    ['organisation:is:lioho', ['a-1', 'a-2']],
    ['organisation:is:toyota|parent', ['a-1']],
    ['organisation:not:toyota', ['alliance', 'a-2', 'a-3']],
    ['organisation:empty', ['alliance', 'a-3']],
    ['organisation:filled', ['a-1', 'a-2']],
    // moments
    ['createdAt:in:2000/2999', ['alliance', 'a-1', 'a-2', 'a-3']],
    ['updatedAt:before:2020', []],
    ['updatedAt:after:2020', ['alliance', 'a-1', 'a-2', 'a-3']],
    ['updatedAt:in:../2020', []],
    // fields of the workspace's own
    ['custom.own-line:is:Alpha', ['a-1']],
    ['custom.own-line:has:alph', ['a-1']],
    ['custom.own-line:lacks:alph', ['alliance', 'a-2', 'a-3']],
    ['custom.own-line:empty', ['alliance', 'a-2', 'a-3']],
    ['custom.own-note:has:two', ['a-1']],
    ['custom.own-date:in:2005', ['a-1']],
    ['custom.own-date:before:2005-06', []],
    ['custom.own-date:after:2004', ['a-1']],
    ['custom.own-decimal:least:0', ['a-1']],
    ['custom.own-decimal:most:0', ['a-2']],
    ['custom.own-decimal:is:12.5', ['a-1']],
    ['custom.own-whole:least:4', ['a-2']],
    ['custom.own-flag:is:true', ['a-1']],
    ['custom.own-flag:not:true', ['alliance', 'a-2', 'a-3']],
    ['custom.own-term:is:high|low', ['a-1', 'a-2']],
    ['custom.own-term:is:none', 'term-unknown'],
    ['custom.nothing:is:x', 'list-field-unknown'],
    ['custom.nothing:empty', 'list-field-unknown'],
  ] as const)('%s', async (filter, expected) => {
    if (typeof expected !== 'string') return expect(await found('alliances', filter)).toEqual(expected);
    const refused = await ask('GET', `${path}/alliances?${filterQuery([filter])}`);
    expect(refused.body).toMatchObject({ code: expected });
  });
});

describe('of other records', () => {
  test.each<[string, string, unknown[]]>([
    ['organisations', 'country:is:JP|TW', ['toyota', 'lioho']],
    ['organisations', 'country:not:JP', ['parent', 'venture', 'lioho', 'citroen']],
    ['organisations', 'country:empty', ['parent', 'venture', 'citroen']],
    ['organisations', 'kind:is:sme', ['lioho']],
    ['organisations', 'place:has:aichi japan', ['toyota']],
    ['organisations', 'name:has:citroen', ['citroen']],
    ['organisations', 'name:has:六和', ['lioho']],
    ['organisations', 'lei:has:5493', ['citroen']],
    ['organisations', 'lei:is:5493006MHB84DD0ZWV18', ['citroen']],
    ['organisations', 'lei:empty', ['parent', 'venture', 'toyota', 'lioho']],
    ['organisations', 'founded:in:1971', ['lioho', 'citroen']],
    ['organisations', 'founded:before:1950', ['toyota']],
    ['organisations', 'closed:in:2012', ['citroen']],
    ['organisations', 'closed:after:2012', []],
    ['stakes', 'share:least:33.4', ['50', '33.4']],
    ['stakes', 'share:most:33.4', ['33.4']],
    ['stakes', 'share:is:50.0', ['50']],
    ['stakes', 'share:not:50', ['33.4', 'two others']],
    ['stakes', 'share:empty', ['two others']],
    ['stakes', 'votingShare:filled', ['33.4']],
    ['stakes', 'holderCount:least:2', ['two others']],
    ['stakes', 'holderCount:most:1', []],
    ['stakes', 'holders:has:OTHERS', ['two others']],
    ['stakes', 'holder:is:toyota|lioho', ['50', '33.4']],
    ['stakes', 'issuer:is:venture', ['50', '33.4', 'two others']],
    ['stakes', 'alliance:is:a-1', []],
    ['stakes', 'to:before:2010', ['50']],
    ['stakes', 'from:in:2001', ['two others']],
    ['events', 'about:is:house:group', ['e-2']],
    ['events', 'about:is:alliance:a-1|house:group', ['e-1', 'e-2']],
    ['events', 'about:not:alliance:a-1', ['e-2', 'e-3']],
    ['events', 'about:empty', ['e-3']],
    ['events', 'about:filled', ['e-1', 'e-2']],
    ['events', 'organisation:is:toyota', ['e-1']],
    ['events', 'organisation:empty', ['e-2', 'e-3']],
    ['events', 'alliance:filled', ['e-1']],
    ['events', 'date:in:1980', ['e-3']],
    ['events', 'date:before:1991', ['e-3']],
    ['events', 'date:after:1991', ['e-1']],
    ['events', 'date:empty', ['e-2']],
    ['events', 'title:has:house', ['e-2']],
    ['measures', 'value:least:0', ['m-1', 'm-2']],
    ['measures', 'value:most:-7.0', ['m-3']],
    ['measures', 'value:is:12.50', ['m-2']],
    ['measures', 'value:empty', ['m-4']],
    ['measures', 'of:is:alliance:a-1', ['m-2', 'm-3']],
    ['measures', 'of:not:alliance:a-1', ['m-1', 'm-4']],
    ['measures', 'of:filled', ['m-1', 'm-2', 'm-3', 'm-4']],
    ['measures', 'of:empty', []],
    ['measures', 'organisation:is:toyota', ['m-1']],
    ['measures', 'organisation:filled', ['m-1']],
    ['measures', 'alliance:empty', ['m-1']],
    ['measures', 'bound:is:about', ['m-2']],
    ['measures', 'quantity:is:sales', ['m-3', 'm-4']],
    ['sources', 'authors:has:ota', ['s-1']],
    ['sources', 'authors:lacks:chen', ['article', 'entry-local']],
    ['sources', 'authors:empty', ['article', 'entry-local']],
    ['sources', 'details:has:visit', ['s-1']],
    ['sources', 'details:filled', ['s-1']],
    ['sources', 'language:is:zh-Hant', ['s-1']],
    ['sources', 'within:is:article', ['s-1']],
    ['sources', 'kind:is:entry', ['entry-local']],
    ['sources', 'key:has:entry', ['entry-local']],
    ['people', 'organisation:is:lioho', ['p-1']],
    ['people', 'name:has:ota', ['p-1']],
    ['memberships', 'role:filled', ['licensor', 'licensee']],
    ['memberships', 'alliance:is:a-1', ['licensor', 'licensee']],
  ])('%s %s', async (collection, filter, expected) => {
    const given = await found(collection, filter);
    // The source of what was typed in comes with the first record that was.
    expect([...given].sort()).toEqual([...expected].sort());
  });

  test('claims by what they say, of what, and by whom', async () => {
    const fields = async (...filters: string[]): Promise<unknown[]> => {
      const { body } = await ask('GET', `${path}/claims?${filterQuery(filters)}`);
      return (body['items'] as Item[]).map(({ field, value }) => `${String(field)} ${String(value)}`);
    };
    expect(await fields('subject:is:alliance:a-3', 'field:is:form|end')).toEqual(['form oem', 'end 2005']);
    expect(await fields('value:has:etude')).toEqual(['objectives Étude of\ncasting, in トヨタ']);
    expect(await fields('source:is:article')).toEqual([]);
    expect(await fields('rank:not:normal')).toEqual([]);
  });
});

test('all filters must hold, beside a search, a day and what else a list takes', async () => {
  expect(await found('alliances', 'form:filled', 'start:in:1994')).toEqual(['alliance', 'a-1']);
  expect(await found('alliances', 'form:filled', 'start:in:1994', 'end:empty')).toEqual(['alliance']);
  const { body } = await ask('GET', `${path}/alliances?q=pact&asOf=2000&form=licence&filter=end:filled&exists=any`);
  expect((body['items'] as Item[]).map(named)).toEqual(['a-1']);
  expect((await ask('GET', `${path}/alliances?q=pact&asOf=2004&filter=end:filled`)).body['total']).toBe(0);
});

test('every operator of every field is answered, for every kind of record', async () => {
  const values: Readonly<Record<string, string>> = {
    date: '2005',
    end: '2005',
    moment: '2005',
    country: 'JP',
    lei: 'x',
  };
  for (const collection of Object.keys(COLLECTIONS) as CollectionName[]) {
    for (const field of filterFields(KIND_OF[collection])) {
      for (const operator of OPERATORS_OF[field.as]) {
        const isTerm = field.as === 'term';
        const leads = field.as === 'reference' || field.as === 'subject' || field.as === 'subjects';
        if (leads && operator !== 'empty' && operator !== 'filled') continue;
        const value = isTerm ? (field.terms[0] ?? '') : (values[field.as] ?? '7');
        const tail = operator === 'empty' || operator === 'filled' ? '' : `:${field.as === 'language' ? 'ja' : value}`;
        const { status, text } = await ask(
          'GET',
          `${path}/${collection}?${filterQuery([`${field.name}:${operator}${tail}`])}`,
        );
        expect(`${collection} ${field.name} ${operator} ${status} ${status === 200 ? '' : text}`).toBe(
          `${collection} ${field.name} ${operator} 200 `,
        );
      }
    }
  }
});
