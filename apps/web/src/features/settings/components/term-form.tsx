import type { DomainTermAnswer } from '@entente/contract/register';
import type { DomainDimension } from '@entente/core/register';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { plainTitle } from '../../../lib/plain-words.ts';
import { FailureState } from '../../../ui/states.tsx';
import { placesFor, termOf } from './term-tree.ts';
import type { TermAct } from './use-term-acts.ts';

type Props = {
  readonly dimension: DomainDimension;
  /** All terms of the dimension. */
  readonly terms: readonly DomainTermAnswer[];
  /** The term to change; null adds one. */
  readonly term: DomainTermAnswer | null;
  /** Under which a new one is offered. */
  readonly under: string | null;
  readonly isPending: boolean;
  /** Why the last try was refused. */
  readonly error: Error | null;
  readonly onAct: (act: TermAct) => void;
  readonly onCancel: () => void;
};

/** Adds a term, or renames it and puts it elsewhere. */
export function TermForm({ dimension, terms, term, under, isPending, error, onAct, onCancel }: Props) {
  const { t } = useLingui();
  const [name, setName] = useState(term?.term ?? '');
  const [broader, setBroader] = useState(term === null ? (under ?? '') : (term.broader ?? ''));
  const [reason, setReason] = useState(term?.reason ?? '');
  const [tried, setTried] = useState(false);
  const slug = termOf(name);
  const save = (): void => {
    setTried(true);
    if (slug === '') return;
    const body = { term: slug, broader: broader === '' ? null : broader, reason: reason.trim() === '' ? null : reason };
    onAct(term === null ? { do: 'add', body: { dimension, ...body } } : { do: 'change', term, change: body });
  };
  const places = placesFor(terms, term);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      noValidate
    >
      <Stack gap="sm">
        <TextInput
          data-autofocus
          label={t`Term`}
          description={t`As domains name it: lower-case Latin letters, digits and hyphens.`}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={tried && slug === '' ? t`Type a name in Latin letters.` : null}
        />
        <NativeSelect
          label={t`Lies within`}
          value={broader}
          data={[
            { value: '', label: t`nothing broader` },
            ...places.map((place) => ({ value: place.term, label: plainTitle(place.term) })),
          ]}
          onChange={(event) => setBroader(event.currentTarget.value)}
        />
        <TextInput
          label={t`Why it stands there`}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {error && <FailureState error={error} inline />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            <Trans>Cancel</Trans>
          </Button>
          <Button type="submit" loading={isPending}>
            <Trans>Save</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
