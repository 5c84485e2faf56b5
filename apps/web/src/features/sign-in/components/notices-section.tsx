import { Trans, useLingui } from '@lingui/react/macro';
import { Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Section } from '../../../ui/section.tsx';
import { FailureState, LoadingState } from '../../../ui/states.tsx';
import { changeNotices, noticesQuery } from '../api/notice-requests.ts';
import { useAccountChange } from './use-account-change.ts';

/** Whether e-mail comes when a room is opened or published anew, and when something is asked, answered or signed there. */
export function NoticesSection() {
  const { t } = useLingui();
  const { data, error, refetch } = useQuery(noticesQuery);
  const change = useAccountChange(changeNotices);
  return (
    <Section id="notices" title={<Trans>Notices by e-mail</Trans>}>
      {error && !data && <FailureState inline error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingState lines={1} />}
      {data && (
        <Switch
          label={t`Tell me when a room is opened for me or has a new edition, and when something is asked, answered or signed`}
          checked={change.isPending ? !data.wanted : data.wanted}
          disabled={change.isPending}
          onChange={({ currentTarget: { checked } }) => change.mutate({ wanted: checked })}
        />
      )}
    </Section>
  );
}
