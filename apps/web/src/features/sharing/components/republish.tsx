import type { PublicationPageAnswer } from '@entente/contract/sharing';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useWorkspace } from '../../../lib/workspace.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { FailureState, LoadingState } from '../../../ui/states.tsx';
import { previewQuery, republish } from '../api/publication-requests.ts';
import { DifferencesView } from './differences-view.tsx';
import { editionDifferences } from './edition-differences.ts';

type Props = { readonly publication: PublicationPageAnswer };

/** Publishes the records as they are now, once it was seen what that changes. */
export function Republish({ publication }: Props) {
  const { t } = useLingui();
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={open}>
        <Trans>Publish again…</Trans>
      </Button>
      <Dialog opened={opened} title={t`Publish again`} onClose={close} size="xl">
        <NextEdition publication={publication} onDone={close} />
      </Dialog>
    </>
  );
}

function NextEdition({ publication, onDone }: Props & { readonly onDone: () => void }) {
  const workspace = useWorkspace();
  const client = useQueryClient();
  const { id, title, alliance, selection, edition, content, requests } = publication;
  const next = useQuery({
    ...previewQuery(workspace, { alliance: alliance.id, title, selection }),
    // What is compared is read anew each time that somebody asks.
    staleTime: 0,
    gcTime: 0,
  });
  const making = useMutation({
    mutationFn: () => republish(workspace, id),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['workspace', workspace] });
      onDone();
    },
  });
  if (next.error && !next.data) return <FailureState inline error={next.error} onRetry={() => void next.refetch()} />;
  if (!next.data || next.isFetching) return <LoadingState />;
  const differences = editionDifferences(content.sections, next.data.sections);
  const number = edition.number + 1;
  const isAsking = requests.some(({ state }) => state === 'open' || state === 'answered');
  return (
    <Stack gap="sm">
      <DifferencesView differences={differences} />
      <p>
        <Trans>
          Guests see edition {number} from their next request on. Edition {edition.number} stays in the record.
        </Trans>
        {isAsking && (
          <>
            {' '}
            <Trans>
              What was asked about edition {edition.number} can then neither be answered nor signed any more; ask anew.
            </Trans>
          </>
        )}
      </p>
      {making.error && <FailureState inline error={making.error} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={onDone} data-autofocus>
          <Trans>Cancel</Trans>
        </Button>
        <Button loading={making.isPending} disabled={differences.length === 0} onClick={() => making.mutate()}>
          <Trans>Publish edition {number}</Trans>
        </Button>
      </Group>
    </Stack>
  );
}
