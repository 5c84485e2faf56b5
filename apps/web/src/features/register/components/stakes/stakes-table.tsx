import type { StakeAnswer } from '@entente/contract/register';
import { Trans, useLingui } from '@lingui/react/macro';
import { firstDay } from '../../../../lib/reading.ts';
import { useWords } from '../../../../lib/use-words.ts';
import { type Column, DataTable } from '../../../../ui/data-table.tsx';
import { Fact } from '../fact.tsx';
import { useActionColumn } from '../forms/row-actions.tsx';
import { OrganisationLink } from '../record-links.tsx';
import { PeriodCell } from '../rows/period-cell.tsx';
import { useStandingWords } from '../rows/standing-words.ts';

type Props = {
  readonly stakes: readonly StakeAnswer[];
  /** Which side is shown: the holders of one issuer, or the issuers of one holder. */
  readonly side: 'holders' | 'issuers' | 'both';
};

/** Stakes with their sources. */
export function StakesTable({ stakes, side }: Props) {
  const { t } = useLingui();
  const words = useWords();
  const setBack = useStandingWords();
  const actions = useActionColumn<StakeAnswer>('stake');
  const holderName = ({ holder, holders }: StakeAnswer): string => holder?.name ?? holder?.slug ?? holders ?? '';
  const named = (stake: StakeAnswer): string =>
    `${holderName(stake)} → ${stake.issuer.name ?? stake.issuer.slug ?? ''}`;
  const holder: Column<StakeAnswer> = {
    id: 'holder',
    header: t`Holder`,
    value: holderName,
    cell: (stake) => <Holder stake={stake} />,
  };
  const issuer: Column<StakeAnswer> = {
    id: 'issuer',
    header: t`Share in`,
    value: (stake) => stake.issuer.name,
    cell: (stake) => <OrganisationLink organisation={stake.issuer} />,
  };
  const columns: Column<StakeAnswer>[] = [
    ...(side === 'issuers' ? [] : [holder]),
    ...(side === 'holders' ? [] : [issuer]),
    {
      id: 'share',
      header: t`Share`,
      numeric: true,
      value: ({ share }) => (share === null ? null : Number(share)),
      cell: (stake) => (
        <Fact
          kind="stake"
          id={stake.id}
          field="share"
          of={named(stake)}
          value={stake.share}
          shown={stake.share === null ? null : words.percent(stake.share)}
        />
      ),
    },
    ...(stakes.some(({ votingShare }) => votingShare !== null)
      ? [
          {
            id: 'votes',
            header: t`Share of votes`,
            numeric: true,
            value: ({ votingShare }: StakeAnswer) => (votingShare === null ? null : Number(votingShare)),
            cell: (stake: StakeAnswer) =>
              stake.votingShare !== null && (
                <Fact kind="stake" id={stake.id} field="votingShare" of={named(stake)} value={stake.votingShare} />
              ),
          },
        ]
      : []),
    {
      id: 'period',
      header: t`Period`,
      value: ({ from }) => firstDay(from),
      cell: (stake) => <PeriodCell kind="stake" row={stake} of={named(stake)} />,
    },
    ...actions,
  ];
  return <DataTable caption={t`Stakes`} columns={columns} rows={stakes} rowKey={({ id }) => id} setBack={setBack} />;
}

function Holder({ stake }: { readonly stake: StakeAnswer }) {
  const { holder, holders, holderCount } = stake;
  if (holder) return <OrganisationLink organisation={holder} />;
  return (
    <>
      {holders}
      {holderCount !== null && (
        <>
          {' '}
          <Trans>({holderCount} unnamed)</Trans>
        </>
      )}
    </>
  );
}
