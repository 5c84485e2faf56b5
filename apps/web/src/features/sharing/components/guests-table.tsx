import type { GuestAnswer } from '@entente/contract/sharing';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { Moment } from '../../../ui/moment.tsx';
import { Section } from '../../../ui/section.tsx';
import type { GuestGroup } from './guest-groups.ts';
import { SendOff } from './send-off.tsx';

type Props = { readonly group: GuestGroup; readonly onInvite: (() => void) | null };

/** The guests of one partner organisation. */
export function GuestsOfPartner({ group, onInvite }: Props) {
  const { t } = useLingui();
  const { id, name, guests } = group;
  return (
    <Section
      id={`guests-${id}`}
      title={name}
      count={guests.length}
      action={
        onInvite && (
          <Button size="compact-sm" variant="default" onClick={onInvite} aria-label={t`Invite a guest of ${name}`}>
            <Trans>Invite…</Trans>
          </Button>
        )
      }
    >
      <GuestsTable caption={name} guests={guests} />
    </Section>
  );
}

function GuestsTable({ caption, guests }: { readonly caption: string; readonly guests: readonly GuestAnswer[] }) {
  const { t } = useLingui();
  const columns: Column<GuestAnswer>[] = [
    { id: 'name', header: t`Person`, value: ({ person }) => person.name },
    { id: 'email', header: t`E-mail`, value: ({ person }) => person.email },
    {
      id: 'since',
      header: t`Guest since`,
      value: ({ since }) => since,
      cell: ({ since }) => <Moment at={since} parts="day" />,
    },
    {
      id: 'actions',
      header: t`Actions`,
      value: () => null,
      cell: (guest) => guest.abilities.end && <SendOff guest={guest} />,
    },
  ];
  return <DataTable caption={caption} columns={columns} rows={guests} rowKey={({ person }) => person.id} />;
}

/** Those who were sent off: their names still stand in the rooms they read. */
export function PastGuests({ guests }: { readonly guests: readonly GuestAnswer[] }) {
  const { t } = useLingui();
  const columns: Column<GuestAnswer>[] = [
    { id: 'name', header: t`Person`, value: ({ person }) => person.name },
    { id: 'partner', header: t`Partner`, value: ({ partner }) => partner.name },
    {
      id: 'since',
      header: t`Guest since`,
      value: ({ since }) => since,
      cell: ({ since }) => <Moment at={since} parts="day" />,
    },
    {
      id: 'ended',
      header: t`Guest until`,
      value: ({ endedAt }) => endedAt,
      cell: ({ endedAt }) => endedAt !== null && <Moment at={endedAt} parts="day" />,
    },
  ];
  return (
    <Section id="past-guests" title={<Trans>Those who were sent off</Trans>} count={guests.length}>
      <DataTable
        caption={t`Those who were sent off`}
        columns={columns}
        rows={guests}
        rowKey={({ person, since }) => `${person.id} ${since}`}
      />
    </Section>
  );
}
