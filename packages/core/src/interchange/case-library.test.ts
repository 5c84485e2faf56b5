import { describe, expect, it } from 'vitest';
import { registerFromSources } from '../register/index.ts';
import { libraryOf, SOURCES } from './library.test-data.ts';

const EXAMPLE = `${SOURCES}
case: { id: example, title: An example, focal: lioho }
organisations:
  - { id: lioho, name: Lioho, evidence: { source: "000", place: Table 2 } }
  - { id: tochigi, name: Tochigi, evidence: { source: "000", place: Table 7 } }
  - { id: fujiwa, kind: venture, evidence: { source: "000", place: Table 7 } }
alliances:
  - id: fujiwa
    venture: fujiwa
    evidence: { source: "000", place: Table 7 }
    name: Fujiwa
    form: joint-venture
    start:
      - { value: "1995", source: "000", place: Table 7 }
      - { value: "1996", source: "001", place: section IV }
    members:
      - { organisation: lioho, evidence: [{ source: "000", place: Table 7 }, { source: "001", place: section IV }] }
      - { organisation: tochigi, evidence: { source: "000", place: Table 7 } }
    stakes:
      - { holder: lioho, share: "40", from: "1995", evidence: { source: "000", place: Table 7 } }
    remarks:
      siting: { value: near the others, source: "000", place: section 4.3.1.3 }
`;

describe('readCaseLibrary', () => {
  it('counts what a case holds', () => {
    const { cases, problems } = libraryOf(EXAMPLE);
    expect(problems).toEqual([]);
    expect(cases).toEqual([
      {
        id: 'example',
        title: 'An example',
        focal: 'lioho',
        organisations: 3,
        alliances: 1,
        facts: 18,
        discrepancies: 1,
      },
    ]);
  });

  it('gives a field the latest document’s value, and with chosen sources theirs alone', () => {
    const { rows } = libraryOf(EXAMPLE);
    const start = (sources: string[] | null) => registerFromSources(rows, sources).alliance('fujiwa')?.start?.text;
    expect([start(null), start(['000']), start(['001'])]).toEqual(['1995', '1995', '1996']);
  });

  it('leaves out rows that the chosen sources do not state', () => {
    const { rows } = libraryOf(EXAMPLE);
    const register = registerFromSources(rows, ['001']);
    expect(register.membershipsOf('fujiwa').map((row) => row.organisation)).toEqual(['lioho']);
    expect(register.stakesIn('fujiwa')).toEqual([]);
  });

  it('leaves out a row whose best claim denies it, and keeps it where only the other source speaks', () => {
    const { rows } = libraryOf(`${SOURCES}
organisations: [{ id: yulon, name: { value: Yulon, source: "000", place: Appendix A } }]
alliances:
  - id: fujian
    form: { value: joint-venture, source: "000", place: Table 3 }
    members:
      - organisation: yulon
        evidence:
          - { source: "000", place: Appendix A }
          - { source: "001", place: Table 3, value: "false", rank: preferred, reason: the table lists all members }
`);
    expect(registerFromSources(rows, null).membershipsOf('fujian')).toEqual([]);
    expect(registerFromSources(rows, ['000']).membershipsOf('fujian')).toHaveLength(1);
  });
});

describe('problems of case files', () => {
  const told = (text: string) => libraryOf(text).problems.map(({ line, column, code }) => `${line}:${column} ${code}`);

  it.each([
    [
      'a source that nobody lists',
      'houses:\n  - { id: a, name: { value: A, source: "009", place: p } }',
      ['2:29 source-unknown'],
    ],
    ['a fact without a source', 'houses:\n  - { id: a, name: A }', ['2:20 fact-without-source']],
    ['an unknown field', 'houses:\n  - id: a\n    colour: red', ['3:5 field-unknown']],
    [
      'a field inside a fact',
      `${SOURCES}houses:\n  - { id: a, name: { value: A, source: "000", place: p, by: me } }`,
      ['6:57 field-unknown'],
    ],
    ['a slug with capitals', 'houses:\n  - { id: Toyota }', ['2:11 field-malformed']],
    [
      'an impossible date',
      `${SOURCES}organisations:\n  - { id: a, founded: { value: "2003-02-30", source: "000", place: p } }`,
      ['6:32 date-malformed'],
    ],
    [
      'a rank without a reason',
      `${SOURCES}houses:\n  - { id: a, name: { value: A, source: "000", place: p, rank: preferred } }`,
      ['6:29 reason-missing'],
    ],
    ['a key twice', 'houses: []\nhouses: []', ['2:1 yaml-malformed']],
    ['an id twice', `${SOURCES}houses: [{ id: a }, { id: a }]`, ['5:27 id-taken']],
    [
      'an unknown organisation',
      `${SOURCES}houses:\n  - id: a\n    members: [{ organisation: b, evidence: { source: "000", place: p } }]`,
      ['7:31 record-unknown'],
    ],
    ['a stake in nothing', `${SOURCES}alliances:\n  - id: a\n    stakes: [{ holders: some }]`, ['7:14 stake-unplaced']],
    [
      'a quotation of 26 words',
      `${SOURCES}houses:\n  - { id: a, name: { value: A, source: "000", place: p, quote: ${'word '.repeat(26)} } }`,
      ['6:64 field-malformed'],
    ],
  ])('names %s by line and column', (_fault, text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  it('tells all problems of all files at once', () => {
    expect(libraryOf('houses:\n  - { id: A }\n  - { id: B }').problems).toHaveLength(2);
  });
});
