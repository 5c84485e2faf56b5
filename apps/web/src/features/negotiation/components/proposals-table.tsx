import { Trans, useLingui } from '@lingui/react/macro';
import { useWords } from '../../../lib/use-words.ts';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { DateText } from '../../../ui/date-text.tsx';
import { InspectButton } from '../../../ui/inspect-button.tsx';
import {
  type Named,
  type Negotiation,
  numberOf,
  type Proposal,
  type Reading,
  useNegotiationWords,
} from './negotiation-words.ts';

type Props = { readonly content: Negotiation; readonly reading: Reading; readonly named: Named };
type Row = { readonly proposal: Proposal; readonly standing: Reading['proposals'][number] };

/** The proposals in time: what each is worth to both sides, where it lies under a reservation, what its side gave up. */
export function ProposalsTable({ content, reading, named }: Props) {
  const { t } = useLingui();
  const { count } = useWords();
  const said = useNegotiationWords();
  const { issues, proposals, accepted } = content;
  const rows = reading.proposals.flatMap((standing): Row[] => {
    const proposal = proposals.find(({ key }) => key === standing.proposal);
    return proposal === undefined ? [] : [{ proposal, standing }];
  });
  const columns: Column<Row>[] = [
    {
      id: 'number',
      header: t`No.`,
      numeric: true,
      value: ({ proposal }) => numberOf(reading, proposal.key),
      cell: ({ proposal }) => `${count(numberOf(reading, proposal.key))}${proposal.key === accepted ? ' ✓' : ''}`,
    },
    {
      id: 'on',
      header: t`Day`,
      value: ({ proposal }) => proposal.on,
      cell: ({ proposal }) => <DateText value={proposal.on} />,
    },
    {
      id: 'by',
      header: t`By`,
      value: ({ proposal, standing }) => `${said.organisation(named, proposal.by)} (${said.side(standing.side)})`,
    },
    { id: 'values', header: t`What was put`, value: ({ proposal }) => said.settlement(issues, proposal.values) },
    {
      id: 'ours',
      header: t`Utility for us`,
      numeric: true,
      value: ({ standing }) => standing.ours,
      cell: ({ proposal, standing }) => (
        <InspectButton id={`negotiation.proposal.${proposal.key}`} unknown={standing.ours === null}>
          {said.utility(standing.ours)}
        </InspectButton>
      ),
    },
    {
      id: 'theirs',
      header: t`For them, estimated`,
      numeric: true,
      value: ({ standing }) => standing.theirs,
      cell: ({ standing }) => said.utility(standing.theirs),
    },
    {
      id: 'under',
      header: t`Under our reservation`,
      value: ({ standing }) => (standing.underOurs.length === 0 ? '' : said.issues(issues, standing.underOurs)),
      cell: ({ standing }) =>
        standing.underOurs.length === 0 ? (
          <Trans>no</Trans>
        ) : (
          <>
            <span aria-hidden="true">▲ </span>
            {said.issues(issues, standing.underOurs)}
          </>
        ),
    },
    {
      id: 'given',
      header: t`Given up by its side`,
      numeric: true,
      value: ({ standing }) => standing.concession?.given ?? null,
      cell: ({ standing }) =>
        standing.concession === null ? <Trans>first</Trans> : said.utility(standing.concession.given),
    },
    {
      id: 'room',
      header: t`Left to gain for us`,
      numeric: true,
      value: ({ standing }) => standing.roomForUs,
      cell: ({ standing }) => said.utility(standing.roomForUs),
    },
  ];
  return (
    <DataTable
      caption={t`Proposals`}
      columns={columns}
      rows={rows}
      rowKey={({ proposal }) => proposal.key}
      empty={<Trans>No proposal yet: edit, and add what was put on the table.</Trans>}
    />
  );
}
