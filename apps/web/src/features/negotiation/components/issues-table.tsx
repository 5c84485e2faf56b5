import { Trans, useLingui } from '@lingui/react/macro';
import { InspectButton } from '../../../ui/inspect-button.tsx';
import paper from '../../../ui/paper/paper.module.css';
import { type Negotiation, type NegotiationIssue, type Reading, useNegotiationWords } from './negotiation-words.ts';
import classes from './negotiation.module.css';
import { ZoneBar } from './zone-bar.tsx';

type Props = { readonly content: Negotiation; readonly reading: Reading };
type Zone = Reading['zones'][number];

/** Each issue with what we want, what we believe they want, and where both could agree. */
export function IssuesTable({ content: { issues }, reading }: Props) {
  const { t } = useLingui();
  const said = useNegotiationWords();
  if (issues.length === 0)
    return (
      <p className={paper.quiet}>
        <Trans>No issue is named yet: edit, and name what is to be agreed on.</Trans>
      </p>
    );
  return (
    <div className={paper.scroll} role="group" aria-label={t`Issues`} tabIndex={0}>
      <table className={paper.table}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Issue</Trans>
            </th>
            <th scope="col">
              <Trans>Our target and reservation</Trans>
            </th>
            <th scope="col">
              <Trans>Theirs, as we estimate</Trans>
            </th>
            <th scope="col">
              <Trans>Zone of possible agreement</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {issues.map((issue, nth) => {
            const weight = reading.weights[nth];
            const zone = reading.zones[nth];
            return (
              <tr key={issue.key}>
                <th scope="row">
                  {issue.name}
                  <span className={classes.ground}>{said.topic(issue.topic)}</span>
                </th>
                <td>
                  <Aim issue={issue} side="ours" weight={weight?.ours ?? null} />
                </td>
                <td>
                  <Aim issue={issue} side="theirs" weight={weight?.theirs ?? null} />
                  <span className={classes.ground}>
                    {issue.theirs.ground === null ? (
                      <Trans>nothing is estimated</Trans>
                    ) : (
                      <Trans>Estimate, from: {issue.theirs.ground}</Trans>
                    )}
                  </span>
                </td>
                <td>
                  {issue.scale === 'number' && <ZoneBar issue={issue} zone={zone} />}
                  {zone && (
                    <InspectButton id={`negotiation.zone.${issue.key}`} unknown={zone.state === 'unknown'}>
                      <ZoneText issue={issue} zone={zone} />
                    </InspectButton>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

type AimProps = { readonly issue: NegotiationIssue; readonly side: 'ours' | 'theirs'; readonly weight: number | null };

function Aim({ issue, side, weight }: AimProps) {
  const said = useNegotiationWords();
  const { target, reservation } = issue[side];
  return (
    <>
      <span className={classes.ends}>
        <Trans>Target {said.value(issue, target)}</Trans>
      </span>
      <span className={classes.ends}>
        <Trans>Reservation {said.value(issue, reservation)}</Trans>
      </span>
      <span className={classes.ends}>
        <Trans>Weight {said.percent(weight)}</Trans>
      </span>
    </>
  );
}

/** Where both would sign, in a few words. */
export function ZoneText({ issue, zone }: { readonly issue: NegotiationIssue; readonly zone: Zone }) {
  const said = useNegotiationWords();
  const { state, lowest, highest, options } = zone;
  if (state === 'unknown') return <Trans>unknown</Trans>;
  if (state === 'empty')
    return (
      <>
        <span aria-hidden="true">▲ </span>
        <Trans>empty: nothing that both would sign</Trans>
      </>
    );
  if (options !== null) return <>{options.map((key) => said.value(issue, key)).join(' / ')}</>;
  const [from, to] = [said.value(issue, lowest), said.value(issue, highest)];
  if (lowest === null) return <Trans>up to {to}</Trans>;
  if (highest === null) return <Trans>from {from}</Trans>;
  return lowest === highest ? (
    <Trans>{from} alone</Trans>
  ) : (
    <Trans>
      {from} to {to}
    </Trans>
  );
}
