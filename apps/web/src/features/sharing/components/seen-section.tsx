import type { PublicationPageAnswer } from '@entente/contract/sharing';
import { Trans, useLingui } from '@lingui/react/macro';
import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useWorkspace } from '../../../lib/workspace.ts';
import { Section } from '../../../ui/section.tsx';
import { FailureState, LoadingState } from '../../../ui/states.tsx';
import { guestsQuery } from '../api/guest-requests.ts';
import { seenQuery } from '../api/publication-requests.ts';
import { guestGroups, isPresent } from './guest-groups.ts';
import { RoomContentTables } from './room-content.tsx';
import classes from './sharing.module.css';

const ALL = 'edition';

/** What the edition that stands shows, or what one guest gets of it now. */
export function SeenSection({ publication }: { readonly publication: PublicationPageAnswer }) {
  const { t } = useLingui();
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const { as = null } = useSearch({ from: '/w/$workspace/partner-rooms/$publication' });
  const { data } = useQuery(guestsQuery(workspace));
  const groups = guestGroups(data?.items.filter(isPresent) ?? []);
  const see = (guest: string | null): void =>
    void navigate({
      to: '.',
      search: (before) => ({ ...before, as: guest === null || guest === ALL ? undefined : guest }),
      replace: true,
      resetScroll: false,
    });
  const choices = [
    { value: ALL, label: t`Everything it shows` },
    ...groups.map(({ name, guests }) => ({
      group: name,
      items: guests.map(({ person }) => ({ value: person.id, label: person.name })),
    })),
  ];
  return (
    <Section
      id="seen"
      title={<Trans>What they see</Trans>}
      action={
        groups.length > 0 && (
          <Select
            size="xs"
            label={t`See as`}
            data={choices}
            value={as ?? ALL}
            allowDeselect={false}
            searchable
            onChange={see}
          />
        )
      }
    >
      {as === null ? (
        <RoomContentTables content={publication.content} heading="h3" name="shown" />
      ) : (
        <SeenAs publication={publication.id} guest={as} />
      )}
    </Section>
  );
}

function SeenAs({ publication, guest }: { readonly publication: string; readonly guest: string }) {
  const workspace = useWorkspace();
  const { data: guests } = useQuery(guestsQuery(workspace));
  const { data, error, refetch } = useQuery(seenQuery(workspace, publication, guest));
  const found = guests?.items.find(({ person, endedAt }) => person.id === guest && endedAt === null);
  if (error) return <FailureState inline error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState />;
  const name = found?.person.name ?? '';
  const partner = found?.partner.name ?? '';
  return (
    <div role="status">
      {data.room === null ? (
        <p className={classes.notice}>
          <Trans>
            {name} of {partner} gets nothing: no grant to them is open now. The address of the room answers them as one
            that never was.
          </Trans>
        </p>
      ) : (
        <>
          <p className={classes.notice}>
            <Trans>
              This is what {name} of {partner} gets now, read with the rights of a guest.
            </Trans>
          </p>
          <RoomContentTables content={data.room} heading="h3" name="seen-as" />
        </>
      )}
    </div>
  );
}
