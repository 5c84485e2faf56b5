import { type CalendarFeedMaking, FEED_LANGUAGES } from '@entente/contract/calendar';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Radio, Stack } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useToldMutation } from '../../../../lib/use-told-mutation.ts';
import { useWorkspace } from '../../../../lib/workspace.ts';
import { Moment } from '../../../../ui/moment.tsx';
import { Section } from '../../../../ui/section.tsx';
import { ShownOnce } from '../../../../ui/shown-once.tsx';
import { FailureState } from '../../../../ui/states.tsx';
import { feedQuery, makeFeed, withdrawFeed } from '../../api/management-requests.ts';
import classes from '../../../../dossier/dossier.module.css';

type Covers = CalendarFeedMaking['covers'];

/** The reader's calendar at a secret address, for a calendar program. */
export function FeedSection() {
  const { t, i18n } = useLingui();
  const workspace = useWorkspace();
  const client = useQueryClient();
  const { data } = useQuery(feedQuery(workspace));
  const [covers, setCovers] = useState<Covers>('all');
  const language = FEED_LANGUAGES.find((each) => each === i18n.locale) ?? 'en';
  const make = useMutation({
    mutationFn: () => makeFeed(workspace, { covers, language }),
    onSettled: () => client.invalidateQueries({ queryKey: feedQuery(workspace).queryKey }),
  });
  const withdraw = useToldMutation(() => withdrawFeed(workspace));
  const feed = data?.feed ?? null;
  return (
    <Section id="feed" title={<Trans>In your own calendar</Trans>}>
      <p className={classes.lead}>
        <Trans>
          A calendar program reads this calendar at a secret address of yours: what you may read at that moment, and
          nothing that is kept from most of the firm. Whoever has the address reads it, so pass it to nobody. It ends
          when you withdraw it, make another, or leave.
        </Trans>
      </p>
      {make.data ? (
        <ShownOnce secret={`${window.location.origin}${make.data.path}`} onDone={() => make.reset()}>
          <Trans>This is the address. It is shown this once: add it to your calendar program as a subscription.</Trans>
        </ShownOnce>
      ) : (
        data && (
          <Stack gap="sm" align="start">
            {feed && (
              <p>
                {feed.covers === 'own' ? (
                  <Trans>
                    You have had an address since <Moment at={feed.madeAt} />, for what you hold or are named in.
                  </Trans>
                ) : (
                  <Trans>
                    You have had an address since <Moment at={feed.madeAt} />, for every alliance that you read.
                  </Trans>
                )}
              </p>
            )}
            <Radio.Group
              label={t({ message: 'What it holds', context: 'calendar' })}
              value={covers}
              onChange={setCovers}
            >
              <Stack gap={6} my={6}>
                <Radio value="all" label={t`Every alliance that I read`} />
                <Radio value="own" label={t`What I hold or am named in`} />
              </Stack>
            </Radio.Group>
            {make.error && <FailureState inline error={make.error} />}
            <Group gap="xs" data-screen-only>
              <Button size="xs" variant="default" loading={make.isPending} onClick={() => make.mutate()}>
                {feed ? <Trans>Make another address</Trans> : <Trans>Make an address</Trans>}
              </Button>
              {feed && (
                <Button
                  size="xs"
                  variant="default"
                  color="red"
                  loading={withdraw.isPending}
                  onClick={() => withdraw.mutate(undefined)}
                >
                  <Trans>Withdraw the address</Trans>
                </Button>
              )}
            </Group>
          </Stack>
        )
      )}
    </Section>
  );
}
