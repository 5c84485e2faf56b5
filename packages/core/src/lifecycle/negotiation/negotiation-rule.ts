import type { Problem } from '../../kernel/index.ts';
import { NO_FACTS, type PaperRule } from '../dossier/paper-rule.ts';
import { wantsOf } from './issue-values.ts';
import { type NegotiationIssue, type Negotiation, type NumberIssue, type OptionIssue, SIDES } from './negotiation.ts';

const refused = (pointer: string, message: string, fix: string): Problem => ({
  code: 'value-refused',
  message,
  fix,
  pointer,
});

/** Places at which a key stands that stood before. */
function repeats(keys: readonly string[]): readonly number[] {
  return keys.flatMap((key, nth) => (keys.indexOf(key) < nth ? [nth] : []));
}

const repeated = (keys: readonly string[], list: string, part: string): readonly Problem[] =>
  repeats(keys).map((nth) => refused(`${list}/${nth}/${part}`, 'It stands here twice', 'Keep one of the two.'));

function numberProblems(issue: NumberIssue, at: string): readonly Problem[] {
  return SIDES.flatMap((side) => {
    const { wants, target, reservation } = issue[side];
    if (target === null || reservation === null) return [];
    const told = wantsOf({ ...issue[side], wants: null });
    if (told !== null && (wants === null || wants === told)) return [];
    return [
      refused(
        `${at}/${side}/target`,
        'The target is no better for the side than its reservation',
        'The reservation is the last value that the side would sign: give a target that is better than it, or leave one of them empty.',
      ),
    ];
  });
}

function optionProblems(issue: OptionIssue, at: string): readonly Problem[] {
  const keys = issue.options.map(({ key }) => key);
  return [
    ...repeated(keys, `${at}/options`, 'key'),
    ...SIDES.flatMap((side): readonly Problem[] => {
      const { points, target, reservation } = issue[side];
      const named = [...points.map(({ option }) => option), ...[target, reservation].filter((key) => key !== null)];
      const pointsOf = (option: string | null) => points.find((each) => each.option === option)?.points ?? null;
      const [best, worst] = [pointsOf(target), pointsOf(reservation)];
      const twice = repeated(
        points.map(({ option }) => option),
        `${at}/${side}/points`,
        'option',
      );
      if (named.some((key) => !keys.includes(key)))
        return [...twice, refused(`${at}/${side}`, 'The issue has no such option', 'Choose among its options.')];
      if (best !== null && worst !== null && best <= worst)
        return [
          ...twice,
          refused(
            `${at}/${side}/target`,
            'The target has no more points than the reservation',
            'Give the option that the side hopes for more points than the worst that it would sign.',
          ),
        ];
      return twice;
    }),
  ];
}

/** Whether anything at all is estimated of the other side. */
const isEstimated = ({ theirs }: NegotiationIssue): boolean =>
  theirs.target !== null ||
  theirs.reservation !== null ||
  theirs.weight !== null ||
  ('points' in theirs ? theirs.points.length > 0 : theirs.wants !== null);

function issueProblems(issue: NegotiationIssue, nth: number): readonly Problem[] {
  const at = `/issues/${nth}`;
  const own = issue.scale === 'number' ? numberProblems(issue, at) : optionProblems(issue, at);
  if (!isEstimated(issue) || issue.theirs.ground !== null) return own;
  const groundless: Problem = {
    code: 'field-required',
    message: 'What the other side wants is estimated without a ground',
    fix: 'Say what the estimate rests on: what was said, seen or read.',
    pointer: `${at}/theirs/ground`,
  };
  return [...own, groundless];
}

/** Whether a value can stand for an issue: a number, or one of its options. */
const isOfIssue = (issue: NegotiationIssue, value: number | string): boolean =>
  issue.scale === 'number' ? typeof value === 'number' : issue.options.some(({ key }) => key === value);

function proposalProblems({ parties, issues, proposals }: Negotiation): readonly Problem[] {
  return proposals.flatMap(({ by, values }, nth) => {
    const at = `/proposals/${nth}`;
    const isParty = parties.some(({ organisation }) => organisation === by);
    return [
      ...(isParty ? [] : [refused(`${at}/by`, 'It is of nobody at the table', 'Choose one of the parties.')]),
      ...repeated(
        values.map(({ issue }) => issue),
        `${at}/values`,
        'issue',
      ),
      ...values.flatMap(({ issue: key, value }, place) => {
        const issue = issues.find((each) => each.key === key);
        if (issue !== undefined && isOfIssue(issue, value)) return [];
        return [
          refused(
            `${at}/values/${place}`,
            issue === undefined ? 'There is no such issue' : 'The value is not one of the issue',
            issue?.scale === 'options' ? 'Choose one of its options.' : 'Give a number for an issue that is there.',
          ),
        ];
      }),
    ];
  });
}

function problems(negotiation: Negotiation): readonly Problem[] {
  const { parties, issues, proposals, accepted } = negotiation;
  const missing = SIDES.some((side) => !parties.some((party) => party.side === side));
  return [
    ...(missing
      ? [refused('/parties', 'A side of the table has nobody', 'Name one organisation at least on each side.')]
      : []),
    ...repeated(
      parties.map(({ organisation }) => organisation),
      '/parties',
      'organisation',
    ),
    ...repeated(
      issues.map(({ key }) => key),
      '/issues',
      'key',
    ),
    ...repeated(
      proposals.map(({ key }) => key),
      '/proposals',
      'key',
    ),
    ...issues.flatMap(issueProblems),
    ...proposalProblems(negotiation),
    ...(accepted === null || proposals.some(({ key }) => key === accepted)
      ? []
      : [refused('/accepted', 'There is no such proposal', 'Choose one of the proposals, or none.')]),
  ];
}

/** What we would walk away at is read by nobody of another side, ever. */
export const NEGOTIATION: PaperRule<Negotiation> = {
  stage: 'negotiation',
  class: 'NEVER',
  isSingle: true,
  facts: ({ parties, accepted }) => ({
    ...NO_FACTS,
    isOpen: accepted === null,
    organisations: parties.map(({ organisation }) => organisation),
  }),
  problems,
};
