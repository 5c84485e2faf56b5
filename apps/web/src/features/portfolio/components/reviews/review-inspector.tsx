import type { ReviewAnswer } from '@entente/contract/portfolio';
import { Trans, useLingui } from '@lingui/react/macro';
import { useWords } from '../../../../lib/use-words.ts';
import { useWorkspace } from '../../../../lib/workspace.ts';
import { Inspected } from '../../../../ui/inspector.tsx';
import { RuleBody } from '../../../../ui/rule-body.tsx';
import { MisalignmentRule } from './misalignment-rule.tsx';
import { partKey, type ReviewReading, type Typed } from './review-content.ts';
import { SourcePlace } from '../../../../ui/source-place.tsx';
import { placeItems, ReviewMethodLink } from './review-links.tsx';
import { useReviewWords } from './review-words.ts';

type Props = { readonly review: ReviewAnswer; readonly typed: Typed; readonly reading: ReviewReading };

/** What stands behind each figure of a review. */
export function ReviewInspector({ review, typed, reading }: Props) {
  const { t } = useLingui();
  return (
    <>
      <Inspected id="review.misalignment" title={t`Misalignment`}>
        <MisalignmentRule
          misalignment={reading.misalignment}
          members={review.members}
          contributions={reading.told}
          evidence={review.register}
          illustrative={review.illustrative}
        />
      </Inspected>
      {review.members.map((member) => (
        <InspectedMember key={member.key} member={member} {...{ review, typed, reading }} />
      ))}
      {review.contributions.map((row) => (
        <InspectedPart key={partKey(row.criterion, row.member)} row={row} review={review} />
      ))}
    </>
  );
}

function InspectedMember({
  review,
  typed,
  reading,
  member,
}: Props & { readonly member: ReviewAnswer['members'][number] }) {
  const { t } = useLingui();
  const words = useWords();
  const said = useReviewWords();
  const workspace = useWorkspace();
  const now = review.register.find(({ key }) => key === member.key);
  const unknown = t`unknown`;
  const card = <ReviewMethodLink key="card" />;
  return (
    <>
      <Inspected id={`review.equity.${member.key}`} title={t`Equity: ${member.name}`}>
        <RuleBody
          rule={
            now?.isRest ? (
              <Trans>No stake is recorded, and the recorded ones come to 100 %: this member holds none.</Trans>
            ) : (
              <Trans>The stake in the venture that holds on the day of the review, as the register tells it.</Trans>
            )
          }
          inputs={[
            { label: t`In the review`, value: member.equity === null ? unknown : words.percent(member.equity) },
            {
              label: t`In the register now`,
              value: now === undefined || now.equity === null ? unknown : words.percent(now.equity),
            },
          ]}
          sources={placeItems(workspace, now?.evidence ?? [])}
          links={[card]}
        >
          {now?.disputed && (
            <p>
              <span aria-hidden="true">⚑ </span>
              <Trans>Sources disagree about a stake or a member.</Trans>
            </p>
          )}
        </RuleBody>
      </Inspected>
      <Inspected id={`review.contribution.${member.key}`} title={t`Contribution: ${member.name}`}>
        <RuleBody
          rule={<Trans>The sum over the criteria of weight times the member’s part.</Trans>}
          inputs={[
            ...typed.criteria.map(({ key, name, weight }) => {
              const part = typed.parts[partKey(key, member.key)] ?? '';
              return { label: said.criterion(key, name), value: `${weight} × ${part === '' ? unknown : `${part} %`}` };
            }),
            { label: t`Contribution`, value: reading.told?.[member.key] ?? unknown },
          ]}
          links={[card]}
        >
          {review.illustrative && (
            <p>
              <Trans>
                Contributions and coalition values are illustrative: made up to show the method. No source gives them.
              </Trans>
            </p>
          )}
        </RuleBody>
      </Inspected>
    </>
  );
}

type PartProps = { readonly row: ReviewAnswer['contributions'][number]; readonly review: ReviewAnswer };

function InspectedPart({ row, review }: PartProps) {
  const { t } = useLingui();
  const words = useWords();
  const said = useReviewWords();
  const criterion = review.criteria.find(({ key }) => key === row.criterion);
  const member = review.members.find(({ key }) => key === row.member);
  const title = `${said.criterion(row.criterion, criterion?.name ?? row.criterion)}: ${member?.name ?? row.member}`;
  return (
    <Inspected id={`review.part.${partKey(row.criterion, row.member)}`} title={title}>
      <RuleBody
        rule={
          review.illustrative ? (
            <Trans>
              Contributions and coalition values are illustrative: made up to show the method. No source gives them.
            </Trans>
          ) : (
            <Trans>Judged in the review: the member’s part of what all members contribute by this criterion.</Trans>
          )
        }
        inputs={[
          { label: t`Part`, value: row.value === null ? t`unknown` : words.percent(row.value) },
          ...(row.note === null ? [] : [{ label: t`Note`, value: row.note }]),
        ]}
        sources={
          row.source === null && row.place === null
            ? []
            : [<SourcePlace key="given" source={row.source} place={row.place} />]
        }
      />
    </Inspected>
  );
}
