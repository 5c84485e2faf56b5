import type { GrantAnswer, PublicationPageAnswer } from '@entente/contract/sharing';
import { Trans, useLingui } from '@lingui/react/macro';
import { Group } from '@mantine/core';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { Moment } from '../../../ui/moment.tsx';
import { Section } from '../../../ui/section.tsx';
import { AddGrantees } from './add-grantees.tsx';
import { ChangeDay, ConfirmGrant, WithdrawGrant } from './grant-actions.tsx';
import { LastDay } from './last-day.tsx';
import classes from './sharing.module.css';
import { lastDayOf } from './standing.ts';
import { StandingMark } from './standing-mark.tsx';

/** To whom a publication is open, until when, and what the reader may change about it. */
export function GrantsSection({ publication }: { readonly publication: PublicationPageAnswer }) {
  const { grants, abilities } = publication;
  const isSuspended = grants.some(({ state }) => state === 'suspended');
  return (
    <Section
      id="grants"
      title={<Trans>To whom</Trans>}
      count={grants.length}
      action={abilities.publish && <AddGrantees publication={publication} />}
    >
      {isSuspended && (
        <p className={classes.notice}>
          <Trans>
            A backup was restored: what was withdrawn since it was made would be open again. So nobody is let in until
            an owner confirms each grant.
          </Trans>
        </p>
      )}
      <GrantsTable publication={publication} />
    </Section>
  );
}

function GrantsTable({ publication }: { readonly publication: PublicationPageAnswer }) {
  const { t } = useLingui();
  const columns: Column<GrantAnswer>[] = [
    {
      id: 'grantee',
      header: t`Partner or guest`,
      value: ({ grantee }) => grantee,
      cell: ({ grantee, partner }) => (
        <>
          {grantee}
          <span className={classes.small}>
            {partner === null ? <Trans>this guest alone</Trans> : <Trans>everybody of it</Trans>}
          </span>
        </>
      ),
    },
    {
      id: 'state',
      header: t`State`,
      value: ({ state }) => state,
      cell: ({ state }) => <StandingMark state={state} />,
    },
    {
      id: 'until',
      header: t`Last day`,
      value: ({ expiresAt }) => expiresAt,
      cell: ({ expiresAt }) => <LastDay day={lastDayOf(expiresAt)} />,
    },
    {
      id: 'since',
      header: t`Granted on`,
      value: ({ grantedAt }) => grantedAt,
      cell: ({ grantedAt }) => <Moment at={grantedAt} parts="day" />,
    },
    {
      id: 'actions',
      header: t`Actions`,
      value: () => null,
      cell: (grant) => (
        <Group gap={4}>
          {grant.abilities.confirm && <ConfirmGrant publication={publication.id} grant={grant} />}
          {grant.abilities.change && <ChangeDay publication={publication.id} grant={grant} />}
          {grant.abilities.change && <WithdrawGrant publication={publication.id} grant={grant} />}
        </Group>
      ),
    },
  ];
  return (
    <DataTable caption={t`To whom`} columns={columns} rows={publication.grants} rowKey={({ id }) => id} filtered />
  );
}
