import { Trans, useLingui } from '@lingui/react/macro';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { InspectButton } from '../../../ui/inspect-button.tsx';
import { type Negotiation, type NegotiationIssue, type Reading, useNegotiationWords } from './negotiation-words.ts';
import classes from './negotiation.module.css';
import { ZoneBar } from './zone-bar.tsx';

type Props = { readonly content: Negotiation; readonly reading: Reading };
type Zone = Reading['zones'][number];
type Row = {
  readonly issue: NegotiationIssue;
  readonly weight: Reading['weights'][number] | undefined;
  readonly zone: Zone | undefined;
};

/** Each issue with what we want, what we believe they want, and where both could agree. */
export function IssuesTable({ content: { issues }, reading }: Props) {
  const { t } = useLingui();
  const said = useNegotiationWords();
  const rows = issues.map((issue, nth) => ({ issue, weight: reading.weights[nth], zone: reading.zones[nth] }));
  const columns: Column<Row>[] = [
    {
      id: 'issue',
      header: t`Issue`,
      value: ({ issue }) => issue.name,
      cell: ({ issue }) => (
        <>
          <strong>{issue.name}</strong>
          <span className={classes.ground}>{said.topic(issue.topic)}</span>
        </>
      ),
    },
    {
      id: 'ours',
      header: t`Our target and reservation`,
      value: ({ weight }) => weight?.ours ?? null,
      cell: ({ issue, weight }) => <Aim issue={issue} side="ours" weight={weight?.ours ?? null} />,
    },
    {
      id: 'theirs',
      header: t`Theirs, as we estimate`,
      value: ({ weight }) => weight?.theirs ?? null,
      cell: ({ issue, weight }) => (
        <>
          <Aim issue={issue} side="theirs" weight={weight?.theirs ?? null} />
          <span className={classes.ground}>
            {issue.theirs.ground === null ? (
              <Trans>nothing is estimated</Trans>
            ) : (
              <Trans>Estimate, from: {issue.theirs.ground}</Trans>
            )}
          </span>
        </>
      ),
    },
    {
      id: 'zone',
      header: t`Zone of possible agreement`,
      value: ({ zone }) => zone?.state ?? null,
      cell: ({ issue, zone }) =>
        zone && (
          <>
            {issue.scale === 'number' && <ZoneBar issue={issue} zone={zone} />}
            <InspectButton id={`negotiation.zone.${issue.key}`} unknown={zone.state === 'unknown'}>
              <ZoneText issue={issue} zone={zone} />
            </InspectButton>
          </>
        ),
    },
  ];
  return (
    <DataTable
      caption={t`Issues`}
      columns={columns}
      rows={rows}
      rowKey={({ issue }) => issue.key}
      empty={<Trans>No issue is named yet: edit, and name what is to be agreed on.</Trans>}
    />
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
