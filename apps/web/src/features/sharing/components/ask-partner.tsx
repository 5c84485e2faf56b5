import type { GuestAnswer, PublicationPageAnswer } from '@entente/contract/sharing';
import { Trans } from '@lingui/react/macro';
import { Button, Menu } from '@mantine/core';
import { useToldMutation } from '../../../lib/use-told-mutation.ts';
import { useWorkspace } from '../../../lib/workspace.ts';
import { askPartner } from '../api/publication-requests.ts';
import { openPartners } from './request-partners.ts';

type Props = { readonly publication: PublicationPageAnswer; readonly guests: readonly GuestAnswer[] };

/** Asks one of the partners to whom the room is open about the edition that stands. */
export function AskPartner({ publication, guests }: Props) {
  const workspace = useWorkspace();
  const { id, grants, requests, edition } = publication;
  const ask = useToldMutation((partner: string) => askPartner(workspace, id, partner));
  const isAsked = (partner: string): boolean =>
    requests.some(
      (request) =>
        request.kind === 'venture-stakes' &&
        request.partner === partner &&
        request.edition.number === edition.number &&
        request.state !== 'closed',
    );
  const partners = openPartners(grants, guests);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button size="compact-sm" variant="default" loading={ask.isPending} disabled={partners.length === 0}>
          <Trans>Ask a partner…</Trans>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Trans>Ask to confirm or comment the stakes of edition {edition.number}</Trans>
        </Menu.Label>
        {partners.map(({ id: partner, name }) => (
          <Menu.Item key={partner} disabled={isAsked(partner)} onClick={() => ask.mutate(partner)}>
            {isAsked(partner) ? <Trans>{name} (asked already)</Trans> : name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
