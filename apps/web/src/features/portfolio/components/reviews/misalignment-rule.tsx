import type { EquityMember, ToldMisalignment } from '@entente/core/portfolio';
import { Trans, useLingui } from '@lingui/react/macro';
import { useWords } from '../../../../lib/use-words.ts';
import { useWorkspace } from '../../../../lib/workspace.ts';
import { RuleBody } from '../../../../ui/rule-body.tsx';
import { placeItems, ReviewMethodLink } from './review-links.tsx';
import { useReviewWords } from './review-words.ts';

type Props = {
  readonly misalignment: ToldMisalignment | null;
  readonly members: readonly Pick<EquityMember, 'key' | 'name' | 'equity'>[];
  readonly contributions: Readonly<Record<string, string>> | null;
  readonly evidence: readonly EquityMember[];
  readonly illustrative: boolean;
};

/** How far equity stands from contribution: the rule, each member's two figures, and where the stakes are told. */
export function MisalignmentRule({ misalignment, members, contributions, evidence, illustrative }: Props) {
  const { t } = useLingui();
  const words = useWords();
  const said = useReviewWords();
  const workspace = useWorkspace();
  const places = [
    ...new Map(evidence.flatMap((member) => member.evidence).map((each) => [JSON.stringify(each), each])).values(),
  ];
  const figure = misalignment && said.misalignment(misalignment);
  return (
    <RuleBody
      rule={
        <Trans>
          Half the sum, over the members, of how far equity and contribution lie apart: the percentage points that would
          have to change hands. A contribution is the sum over the criteria of weight times the member’s part.
        </Trans>
      }
      inputs={[
        { label: t`Misalignment`, value: figure ?? t`unknown` },
        ...members.map(({ key, name, equity }) => {
          const held = equity === null ? t`unknown` : words.percent(equity);
          const given = contributions?.[key];
          const part = given === undefined ? t`unknown` : words.percent(given);
          return { label: name, value: t`equity ${held}, contribution ${part}` };
        }),
      ]}
      sources={placeItems(workspace, places)}
      links={[<ReviewMethodLink key="card" />]}
    >
      {misalignment !== null && misalignment.points === null && (
        <p>
          <Trans>
            Not all stakes are known. Between the bounds it may be anything: the unknown holders have together what the
            known ones leave.
          </Trans>
        </p>
      )}
      {evidence.some(({ disputed }) => disputed) && (
        <p>
          <span aria-hidden="true">⚑ </span>
          <Trans>Sources disagree about a stake or a member.</Trans>
        </p>
      )}
      {evidence.some(({ uncertain }) => uncertain) && (
        <p>
          <Trans>The date from which a stake holds is vague, and may lie after this day.</Trans>
        </p>
      )}
      {illustrative && (
        <p>
          <Trans>
            Contributions and coalition values are illustrative: made up to show the method. No source gives them.
          </Trans>
        </p>
      )}
    </RuleBody>
  );
}
