import type { PaperAnswer, PaperOf } from '@entente/contract/dossier';
import type { StakeAnswer } from '@entente/contract/register';
import type { Share } from '@entente/core/kernel';
import { type StakeToUnwind, type StakeUnwinding, unwindingWrites } from '@entente/core/lifecycle';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { today } from '../../../lib/as-of.ts';
import { keptSearch } from '../../../lib/kept-search.ts';
import { useToldMutation } from '../../../lib/use-told-mutation.ts';
import { useWords } from '../../../lib/use-words.ts';
import { useWorkspace } from '../../../lib/workspace.ts';
import { DateText } from '../../../ui/date-text.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { DayField } from '../../../dossier/paper-fields.tsx';
import classes from '../../../dossier/paper.module.css';
import { TableScroll } from '../../../ui/table-scroll.tsx';
import { useUndoNotice } from '../../../ui/undo-notice.tsx';
import { restoreStake, type Unwinding, unwindStake, ventureStakesQuery } from '../api/venture-stakes.ts';
import { useExitWords } from './exit-words.ts';

type Props = {
  readonly slug: string;
  readonly content: PaperOf<'exit-plan'>;
  readonly organisations: PaperAnswer['organisations'];
};

const OPEN_END = '..';
const heldBy = (stakes: readonly StakeAnswer[], organisation: string): StakeAnswer | null =>
  stakes.find(({ holder, to }) => holder?.id === organisation && to === OPEN_END) ?? null;

/** The stakes that the plan names, beside what the register says of them now. */
export function StakesToUnwind({ slug, content, organisations }: Props) {
  const { t } = useLingui();
  const workspace = useWorkspace();
  const { data } = useQuery(ventureStakesQuery(workspace, slug));
  const words = useExitWords();
  const nameOf = (id: string | null): string | null => {
    const firm = organisations.find((each) => each.id === id);
    return firm ? (firm.name ?? firm.slug) : null;
  };
  if (content.stakes.length === 0)
    return (
      <p className={classes.unknown}>
        <Trans>No stake is named.</Trans>
      </p>
    );
  return (
    <>
      <TableScroll label={t`What becomes of the stakes`}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">
                <Trans>Stake of</Trans>
              </th>
              <th scope="col">
                <Trans>What becomes of it</Trans>
              </th>
              <th scope="col">
                <Trans>By</Trans>
              </th>
              <th scope="col">
                <Trans>What the register says</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {content.stakes.map((row) => (
              <tr key={row.key}>
                <th scope="row">{nameOf(row.organisation)}</th>
                <td>
                  {words.way(row.way)}
                  {nameOf(row.to) !== null && ` → ${nameOf(row.to)}`}
                  {row.terms !== '' && <div className={classes.quiet}>{row.terms}</div>}
                </td>
                <td>
                  {row.due === null ? (
                    <span className={classes.unknown}>
                      <Trans>no day yet</Trans>
                    </span>
                  ) : (
                    <DateText value={row.due} />
                  )}
                </td>
                <td>{data && <Registered row={row} receiver={nameOf(row.to)} stakes={data.stakes} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      <p>
        <Link to="/w/$workspace/alliances/$slug" params={{ workspace, slug }} search={keptSearch} hash="stakes">
          <Trans>All stakes of the venture</Trans>
        </Link>
      </p>
    </>
  );
}

type RowProps = {
  readonly row: StakeUnwinding;
  /** Who takes it over, by name; null: nobody. */
  readonly receiver: string | null;
  readonly stakes: readonly StakeAnswer[];
};

function Registered({ row, receiver, stakes }: RowProps) {
  const words = useWords();
  const held = heldBy(stakes, row.organisation);
  const ended = stakes.findLast(({ holder, to }) => holder?.id === row.organisation && to !== OPEN_END);
  if (held === null)
    return ended === undefined ? (
      <span className={classes.unknown}>
        <Trans>no stake recorded</Trans>
      </span>
    ) : (
      <span className={classes.good}>
        ✓{' '}
        <Trans>
          ended <DateText value={ended.to} />
        </Trans>
      </span>
    );
  return (
    <Group gap="xs">
      <span>
        {held.share === null ? (
          <span className={classes.unknown}>
            <Trans>share not known</Trans>
          </span>
        ) : (
          words.percent(held.share)
        )}
      </span>
      {row.way !== 'keep' && <Unwind row={row} receiver={receiver} held={held} stakes={stakes} />}
    </Group>
  );
}

const asked = (stake: StakeAnswer): StakeToUnwind => ({
  id: stake.id,
  version: stake.version,
  holder: stake.holder?.id ?? '',
  // The register holds shares alone there.
  share: stake.share as Share | null,
  votingShare: stake.votingShare as Share | null,
});

function Unwind({ row, receiver, held, stakes }: RowProps & { readonly held: StakeAnswer }) {
  const { t } = useLingui();
  const words = useWords();
  const workspace = useWorkspace();
  const [opened, { open, close }] = useDisclosure(false);
  const [day, setDay] = useState<string | null>(row.due ?? today());
  const [reason, setReason] = useState('');
  const offer = useUndoNotice();
  const writing = useToldMutation(async (unwinding: Unwinding) => {
    const { change } = await unwindStake(unwinding);
    offer(t`The register says that the stake ended.`, () => restoreStake(workspace, change.id));
  });
  const receiving = row.to === null ? null : heldBy(stakes, row.to);
  const taken = row.to === null ? null : { by: row.to, receiving: receiving && asked(receiving) };
  const writes = day === null ? null : unwindingWrites(asked(held), day, taken);
  const begun = writes?.find((each) => each.act === 'begin');
  const share = begun?.share ?? null;
  const now = share === null ? t`a share that is not known` : words.percent(share);
  return (
    <span data-screen-only>
      <Button size="compact-xs" variant="default" onClick={open}>
        <Trans>End it in the register…</Trans>
      </Button>
      <Dialog opened={opened} title={t`End the stake`} onClose={close}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (writes !== null) writing.mutate({ workspace, stake: held, writes, reason }, { onSuccess: close });
          }}
        >
          <Stack gap="sm">
            <p>
              <Trans>The register then says that this stake ended, as one change that can be undone.</Trans>{' '}
              {begun && (
                <Trans>
                  From the next day {receiver} holds {now}.
                </Trans>
              )}
            </p>
            <DayField label={t`Last day`} value={day} onChange={setDay} />
            <Textarea
              label={t`Reason (optional)`}
              autosize
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
            <Group justify="flex-end">
              <Button variant="default" onClick={close}>
                <Trans>Cancel</Trans>
              </Button>
              <Button type="submit" disabled={writes === null} loading={writing.isPending}>
                <Trans>End the stake</Trans>
              </Button>
            </Group>
          </Stack>
        </form>
      </Dialog>
    </span>
  );
}
