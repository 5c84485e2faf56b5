import { isPublishable, type AccessClass } from '@entente/core/accounts';
import { Trans } from '@lingui/react/macro';
import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useWorkspace } from '../../../lib/workspace.ts';
import { useAbilities } from '../../../lib/workspaces.ts';
import { publicationsQuery } from '../api/publication-requests.ts';
import { LastDay } from './last-day.tsx';
import classes from './sharing.module.css';
import { openUntil } from './standing.ts';

type Props = { readonly alliance: { readonly id: string; readonly class: AccessClass } };

/** On the page of an alliance: who is shown something of it, and the way to share it. */
export function AllianceSharing({ alliance }: Props) {
  const { readSharing, publish } = useAbilities();
  return readSharing ? <Sharing alliance={alliance} mayPublish={publish} /> : null;
}

function Sharing({ alliance, mayPublish }: Props & { readonly mayPublish: boolean }) {
  const workspace = useWorkspace();
  const { data } = useQuery(publicationsQuery(workspace, alliance.id));
  const grants = data?.items.flatMap((publication) => publication.grants) ?? [];
  const open = grants.filter(({ state }) => state === 'open');
  const day = openUntil(open);
  const names = [...new Set(open.map(({ grantee }) => grantee))].join(', ');
  const params = { workspace };
  return (
    <Group gap="xs" my="xs">
      {mayPublish && isPublishable(alliance.class) && (
        <Button
          size="compact-sm"
          variant="default"
          renderRoot={(props) => (
            <Link {...props} to="/w/$workspace/partner-rooms/new" params={params} search={{ alliance: alliance.id }} />
          )}
        >
          <Trans>Share with partners…</Trans>
        </Button>
      )}
      {day !== null && (
        <span className={classes.quiet}>
          <Trans>
            Shown to {names} until <LastDay day={day} />
          </Trans>
        </span>
      )}
      {data && data.items.length > 0 && (
        <Link to="/w/$workspace/partner-rooms" params={params} search={{ alliance: alliance.id }}>
          <Trans>Its partner rooms</Trans>
        </Link>
      )}
    </Group>
  );
}
