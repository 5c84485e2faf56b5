import type { PublicationPageAnswer } from '@entente/contract/sharing';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { Moment } from '../../../ui/moment.tsx';
import { Section } from '../../../ui/section.tsx';

type Deed = PublicationPageAnswer['deeds'][number];

const DEED_WORDS: Readonly<Record<Deed['action'], MessageDescriptor>> = {
  read: msg`read it`,
  answer: msg`sent an answer`,
  signature: msg`signed`,
  'gate-word': msg`decided on a gate`,
};
const TOLD_MOST = 100;
const SHOWN_FIRST = 8;

/** What guests did with a publication. */
export function DeedsSection({ deeds }: { readonly deeds: readonly Deed[] }) {
  const { t, i18n } = useLingui();
  const [all, { open }] = useDisclosure(false);
  const rows = deeds.map((deed, nth) => ({ ...deed, nth })).slice(0, all ? TOLD_MOST : SHOWN_FIRST);
  const columns: Column<(typeof rows)[number]>[] = [
    { id: 'when', header: t`When`, value: ({ doneAt }) => doneAt, cell: ({ doneAt }) => <Moment at={doneAt} /> },
    { id: 'person', header: t`Person`, value: ({ person }) => person },
    { id: 'partner', header: t`Partner`, value: ({ partner }) => partner },
    { id: 'what', header: t`What`, value: ({ action }) => i18n._(DEED_WORDS[action]) },
  ];
  return (
    <Section id="deeds" title={<Trans>What guests did</Trans>} count={deeds.length}>
      <DataTable
        caption={t`What guests did`}
        columns={columns}
        rows={rows}
        rowKey={({ nth }) => String(nth)}
        empty={<Trans>Nobody has opened it yet.</Trans>}
        filtered
      />
      {rows.length < deeds.length && (
        <Button size="compact-sm" variant="default" onClick={open}>
          <Trans>Show all</Trans>
        </Button>
      )}
      {rows.length === TOLD_MOST && (
        <p>
          <Trans>The last hundred are listed; the audit holds them all.</Trans>
        </p>
      )}
    </Section>
  );
}
