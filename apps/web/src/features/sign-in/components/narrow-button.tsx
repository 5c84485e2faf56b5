import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { narrowSession } from '../api/session-requests.ts';
import { useAccountChange } from './use-account-change.ts';
import { useEntered } from './use-entered.ts';

type Props = { readonly workspace: { readonly slug: string; readonly name: string } };

/** Goes on in a session for one workspace alone. */
export function NarrowButton({ workspace: { slug, name } }: Props) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const enter = useEntered();
  const narrow = useAccountChange(async () => {
    enter(await narrowSession(slug));
    await navigate({ to: '/w/$workspace', params: { workspace: slug } });
  });
  return (
    <Button
      size="compact-sm"
      variant="default"
      aria-label={t`Work in ${name} alone`}
      loading={narrow.isPending}
      onClick={() => narrow.mutate(undefined)}
    >
      <Trans>Work in this one alone</Trans>
    </Button>
  );
}
