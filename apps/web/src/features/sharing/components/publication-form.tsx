import type { AllianceAnswer } from '@entente/contract/register';
import type { PublicationAnswer } from '@entente/contract/sharing';
import type { ShareableKind } from '@entente/core/accounts';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Stack, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useWorkspace } from '../../../lib/workspace.ts';
import { FailureState, LoadingState } from '../../../ui/states.tsx';
import { guestsQuery } from '../api/guest-requests.ts';
import { previewQuery, publish } from '../api/publication-requests.ts';
import { type Choice, membersQuery } from '../api/register-choices.ts';
import classes from './compose.module.css';
import { granteeChoices, granteesOf, partnerKey } from './grantee-choices.ts';
import { GranteesInput } from './grantees-input.tsx';
import { isPresent } from './guest-groups.ts';
import { PublicationPreview } from './publication-preview.tsx';
import { ALL_COUNTED, chosenOf, FIRST_SELECTION, type Selection } from './selection.ts';
import { SelectionInput } from './selection-input.tsx';
import { lastDays } from './standing.ts';
import { UntilInput } from './until-input.tsx';

const SETTLING_MS = 250;

type Props = {
  readonly alliance: Pick<AllianceAnswer, 'id' | 'slug' | 'name'>;
  readonly onPublished: (publication: PublicationAnswer) => void;
};

/** What of one alliance is published, to whom and until when, beside what they will get. */
export function PublicationForm({ alliance, onPublished }: Props) {
  const workspace = useWorkspace();
  const name = alliance.name ?? alliance.slug;
  const counted = useQuery(previewQuery(workspace, { alliance: alliance.id, title: name, selection: ALL_COUNTED }));
  if (counted.error && !counted.data)
    return <FailureState inline error={counted.error} onRetry={() => void counted.refetch()} />;
  if (!counted.data) return <LoadingState lines={12} />;
  const counts = new Map(counted.data.sections.map(({ kind, count }) => [kind, count ?? 0]));
  return <Form alliance={{ id: alliance.id, name }} counts={counts} onPublished={onPublished} />;
}

type FormProps = {
  readonly alliance: Choice;
  readonly counts: ReadonlyMap<ShareableKind, number>;
  readonly onPublished: Props['onPublished'];
};

function Form({ alliance, counts, onPublished }: FormProps) {
  const { t } = useLingui();
  const workspace = useWorkspace();
  const client = useQueryClient();
  const guests = useQuery(guestsQuery(workspace)).data?.items.filter(isPresent) ?? [];
  const members = useQuery(membersQuery(workspace, alliance.id)).data ?? [];
  const [added, setAdded] = useState<readonly Choice[]>([]);
  const [title, setTitle] = useState(alliance.name);
  const [selection, setSelection] = useState<Selection>(FIRST_SELECTION);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [until, setUntil] = useState(lastDays(new Date()).usual);
  const [sent, setSent] = useState<{ readonly text: string; readonly key: string } | null>(null);
  const choices = granteeChoices(guests, members, added);
  const to = granteesOf(chosen, choices);
  const body = { alliance: alliance.id, title: title.trim(), selection: chosenOf(selection), to, until };
  const [settled] = useDebouncedValue(body.selection, SETTLING_MS);
  const making = useMutation({
    mutationFn: (key: string) => publish(workspace, body, key),
    onSuccess: async (publication) => {
      await client.invalidateQueries({ queryKey: ['workspace', workspace] });
      onPublished(publication);
    },
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const text = JSON.stringify(body);
    // The same content is published once, however often it is sent.
    const key = sent?.text === text ? sent.key : crypto.randomUUID();
    setSent({ text, key });
    making.mutate(key);
  };
  const missing = body.selection.length === 0 ? t`Choose what is shown.` : to.length === 0 ? t`Choose to whom.` : null;
  return (
    <div className={classes.compose}>
      <form onSubmit={submit}>
        <Stack gap="lg">
          <TextInput
            label={t`Title`}
            description={t`Partners read it, and it heads what they take away.`}
            required
            maxLength={200}
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <SelectionInput value={selection} onChange={setSelection} counts={counts} />
          <GranteesInput
            choices={choices}
            value={chosen}
            onChange={setChosen}
            onAdd={(organisation) => {
              setAdded([...added, organisation]);
              setChosen([...new Set([...chosen, partnerKey(organisation.id)])]);
            }}
          />
          <UntilInput value={until} onChange={setUntil} />
          {making.error && <FailureState inline error={making.error} />}
          <div className={classes.finish}>
            <Button type="submit" loading={making.isPending} disabled={missing !== null}>
              <Trans>Publish</Trans>
            </Button>
            <span className={classes.quiet} role="status">
              {missing ?? <Trans>They see it at once.</Trans>}
            </span>
          </div>
        </Stack>
      </form>
      <PublicationPreview alliance={alliance.id} title={title} selection={settled} />
    </div>
  );
}
