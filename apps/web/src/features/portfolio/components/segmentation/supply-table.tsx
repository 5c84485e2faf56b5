import type { OfferEntry, SupplyEntry } from '@entente/core/portfolio';
import { Trans, useLingui } from '@lingui/react/macro';
import { plainTitle } from '../../../../lib/plain-words.ts';
import { useWords } from '../../../../lib/use-words.ts';
import { type Column, DataTable } from '../../../../ui/data-table.tsx';
import { Section } from '../../../../ui/section.tsx';
import { Inspectable } from '../inspectable.tsx';
import { AllianceName, InRow, PartyName, Places } from './named-links.tsx';
import { useSegmentation } from './segmentation-context.ts';
import classes from './segmentation.module.css';

const names = (offers: readonly OfferEntry[]): string => offers.map(({ party }) => party.name).join(', ');

/** Who offers each resource, who else could, and what one house alone offers. */
export function SupplySection() {
  const { t } = useLingui();
  const { answer } = useSegmentation();
  const words = useWords();
  const columns: Column<SupplyEntry>[] = [
    {
      id: 'subject',
      header: t`Resource`,
      value: ({ subject }) => plainTitle(subject),
      cell: ({ kind, subject }) => (
        <Inspectable id={`segmentation.supply.${kind}.${subject}`}>{plainTitle(subject)}</Inspectable>
      ),
    },
    { id: 'kind', header: t`Kind`, value: ({ kind }) => words.term('resourceKinds', kind) },
    {
      id: 'offers',
      header: t`Offered by`,
      value: ({ offers }) => names(offers),
      cell: ({ offers }) => <Parties offers={offers} />,
    },
    {
      id: 'single',
      header: t`Supply`,
      value: ({ singleSourced, own, offers }) =>
        singleSourced ? t`one house alone` : own ? t`the firm holds it too` : t`${offers.length} houses`,
      cell: ({ singleSourced, own, offers }) =>
        singleSourced ? (
          <span className={classes.flag}>
            <span aria-hidden="true">▲ </span>
            <Trans>one house alone</Trans>
          </span>
        ) : own ? (
          <Trans>the firm holds it too</Trans>
        ) : (
          <Trans>{offers.length} houses</Trans>
        ),
    },
    {
      id: 'elsewhere',
      header: t`On record elsewhere`,
      value: ({ elsewhere }) => names(elsewhere) || null,
      cell: ({ elsewhere }) => (elsewhere.length === 0 ? t`nobody` : <Parties offers={elsewhere} />),
    },
  ];
  return (
    <Section id="redundancy" title={<Trans>Redundancy of resources</Trans>} count={answer.supplies.length}>
      <DataTable
        caption={t`Redundancy of resources`}
        columns={columns}
        rows={answer.supplies}
        rowKey={({ kind, subject }) => `${kind} ${subject}`}
        empty={<Trans>No partner is on record with a resource that it brings on this day.</Trans>}
        filtered
      />
      <SharedList />
    </Section>
  );
}

function Parties({ offers }: { readonly offers: readonly OfferEntry[] }) {
  return (
    <InRow items={offers} keyOf={({ party }) => party.slug}>
      {({ party }) => <PartyName party={party} />}
    </InRow>
  );
}

/** What documents say is shared between the alliances. */
function SharedList() {
  const { answer } = useSegmentation();
  if (answer.shared.length === 0) return null;
  return (
    <>
      <h3 className={classes.sub}>
        <Trans>Shared between alliances, as the documents say</Trans>
      </h3>
      <ul className={classes.list}>
        {answer.shared.map(({ what, by }) => (
          <li key={what} className={classes.entry}>
            <p className={classes.entryTitle}>{plainTitle(what)}</p>
            <p className={classes.quiet}>
              <InRow items={by} keyOf={({ alliance }) => alliance.slug}>
                {({ alliance }) => <AllianceName {...alliance} />}
              </InRow>
            </p>
            <p className={classes.quiet}>
              <Places evidence={by[0]?.evidence ?? []} />
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
