import type { KeptMoveAnswer } from '@entente/contract/portfolio';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useWords } from '../../../../lib/use-words.ts';
import { Dialog } from '../../../../ui/dialog.tsx';
import { FailureState } from '../../../../ui/states.tsx';
import type { KeptMoves } from './use-kept-moves.tsx';

type Props = {
  readonly move: KeptMoveAnswer;
  readonly firmName: string;
  readonly kept: KeptMoves;
  readonly onClose: () => void;
};

/** Asks what a move leaves open before an alliance is made of it. */
export function TurnDialog({ move, firmName, kept, onClose }: Props) {
  const { t } = useLingui();
  const words = useWords();
  const { members, name: partnerName } = move.partner;
  const [name, setName] = useState(`${firmName} – ${partnerName}`);
  const [partner, setPartner] = useState(members[0]?.slug ?? '');
  const [recordClass, setClass] = useState<string>(move.class);
  const [tried, setTried] = useState(false);
  const { turning } = kept;
  const save = (event: SubmitEvent): void => {
    event.preventDefault();
    setTried(true);
    if (name.trim() === '') return;
    const chosen = kept.abilities.classes.find((each) => each === recordClass);
    const body = {
      name: name.trim(),
      ...(chosen !== undefined && { class: chosen }),
      ...(members.length > 0 && { partner }),
    };
    turning.mutate({ move, body }, { onSuccess: onClose });
  };
  return (
    <Dialog opened title={t`Turn into an alliance`} onClose={onClose}>
      <form onSubmit={save} noValidate>
        <Stack gap="sm">
          <p>
            <Trans>
              The alliance is added to the register in its first stage, strategy formation, with what the move says:
              both members, shares, resources and domain. It is one change, which can be undone.
            </Trans>
          </p>
          <TextInput
            data-autofocus
            label={t`Name of the alliance`}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={tried && name.trim() === '' ? t`Give it a name.` : undefined}
          />
          {members.length > 0 && (
            <NativeSelect
              label={t`Which organisation of the house`}
              value={partner}
              data={members.map(({ slug, id, name: called }) => ({ value: slug ?? id, label: called ?? slug ?? id }))}
              onChange={(event) => setPartner(event.currentTarget.value)}
            />
          )}
          <NativeSelect
            label={t`Who may see it`}
            value={recordClass}
            data={kept.abilities.classes.map((each) => ({ value: each, label: words.term('classes', each) }))}
            onChange={(event) => setClass(event.currentTarget.value)}
          />
          {turning.error && <FailureState error={turning.error} inline />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              <Trans>Cancel</Trans>
            </Button>
            <Button type="submit" loading={turning.isPending}>
              <Trans>Add the alliance</Trans>
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
