import { describe, expect, it } from 'vitest';
import { withOrganisations } from './case-papers.ts';
import { libraryOf, SOURCES } from './library.test-data.ts';

const caseWith = (papers: string): string => `${SOURCES}
case: { id: example, title: An example, focal: lioho }
organisations:
  - { id: lioho, name: Lioho, evidence: { source: "000", place: Table 2 } }
alliances:
  - id: fujiwa
    evidence: { source: "000", place: Table 7 }
    name: Fujiwa
papers:
${papers}`;

describe('papers of a case', () => {
  it.each([
    [
      'of an alliance that is not there',
      '  - { id: one, alliance: nothing, content: "kind: action" }',
      'record-unknown',
    ],
    [
      'that name an organisation that is not there',
      '  - { id: one, alliance: fujiwa, content: "organisation: organisation/nobody" }',
      'record-unknown',
    ],
    ['that are no YAML', '  - { id: one, alliance: fujiwa, content: "a: [" }', 'field-malformed'],
    ['that say words alone', '  - { id: one, alliance: fujiwa, content: "words" }', 'field-malformed'],
  ])('are refused %s, with file and line', (_name, papers, code) => {
    const { problems } = libraryOf(caseWith(papers));
    expect(problems.map((problem) => [problem.code, problem.line])).toEqual([[code, 14]]);
  });

  it('keep numbers as numbers, and name organisations by their ids', () => {
    const { papers, problems } = libraryOf(
      caseWith(`  - id: one
    alliance: fujiwa
    content: |
      kind: action
      weight: 0.25
      firms: [organisation/lioho, organisation, null]`),
    );
    expect(problems).toEqual([]);
    expect(papers).toEqual([
      {
        id: 'one',
        alliance: 'fujiwa',
        content: { kind: 'action', weight: 0.25, firms: ['organisation/lioho', 'organisation', null] },
      },
    ]);
    expect(withOrganisations(papers[0]?.content, (slug) => `id of ${slug}`)).toMatchObject({
      firms: ['id of lioho', 'organisation', null],
    });
  });
});
