import type { StakeAnswer } from '@entente/contract/register';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { RequestFailure } from '../../../../lib/problem.ts';
import { useWorkspace } from '../../../../lib/workspace.ts';
import { FailureState } from '../../../../ui/states.tsx';
import { currentStakes } from '../../api/record-queries.ts';
import { placeOf } from '../forms/form-problems.ts';
import type { Picked } from '../forms/form-values.ts';
import { LeaveWarning } from '../forms/leave-warning.tsx';
import { useProblemText } from '../forms/problem-text.ts';
import { useLeaveGuard } from '../forms/use-leave-guard.ts';
import { useSave } from '../forms/use-save.tsx';
import { ShareSums } from './share-sums-table.tsx';
import { type Decision, decidedRows, type Meetings, meetingsOf } from './stake-meetings.ts';
import { StakeMergeScreen } from './stake-merge-screen.tsx';
import { StakeRowInputs } from './stake-row-inputs.tsx';
import { isBlank, newRow, rowOf, rowProblems, stakeIn, type StakeRow, writesOf } from './stake-rows.ts';
import classes from './venture-stakes.module.css';

type Props = {
  readonly alliance: Picked;
  readonly venture: Picked;
  readonly stakes: readonly StakeAnswer[];
  readonly onDone: () => void;
};

/** Refusals that may come of what somebody else saved meanwhile. */
const MET = ['version-stale', 'record-not-found', 'stake-overlap', 'stakes-over-100'];

/** Every stake in a venture in one table, with the sums through time; saved as one change. */
export function VentureStakes({ alliance, venture, stakes, onDone }: Props) {
  const { t } = useLingui();
  const workspace = useWorkspace();
  const problemText = useProblemText();
  const guard = useLeaveGuard(onDone);
  const { save, error, isPending } = useSave();
  const made = useRef(0);
  const fresh = (): StakeRow => newRow(`new-${(made.current += 1)}`, alliance, venture);
  const [rows, setRows] = useState<readonly StakeRow[]>(() => [...stakes.map(rowOf), fresh()]);
  const [reason, setReason] = useState('');
  const [refused, setRefused] = useState<Readonly<Record<string, string>>>({});
  const [isTried, setTried] = useState(false);
  const [merge, setMerge] = useState<Meetings | null>(null);
  const [isMerged, setMerged] = useState(false);

  const { writes, rows: written } = writesOf(rows);
  const isChanged = writes.length > 0;
  const { mark } = guard;
  useEffect(() => {
    mark(isChanged);
    return () => mark(false);
  }, [mark, isChanged]);

  const problems = rowProblems(rows);
  // What is over the whole is told while typing; what is not filled in yet, once it was tried.
  const told = problems.filter(({ code }) => isTried || code === 'stakes-over-100' || code === 'stake-overlap');
  const errors = {
    ...refused,
    ...Object.fromEntries(told.map((problem) => [`${problem.row} ${problem.field ?? ''}`, problemText(problem)])),
  };
  const put = (row: StakeRow): void => {
    setRefused({});
    const next = rows.map((each) => (each.key === row.key ? row : each));
    const last = next.at(-1);
    setRows(last && !isBlank(last) ? [...next, fresh()] : next);
  };

  /** Brings the table up to what is recorded now; rows that both touched are met, all of them at once. */
  const meetOthers = async (): Promise<void> => {
    const found = meetingsOf(rows, await currentStakes(workspace, venture.reference ?? ''));
    if (found.meetings.length > 0) setMerge(found);
    else setRows(found.rows);
  };
  const refuse = async (failure: unknown): Promise<void> => {
    if (!(failure instanceof RequestFailure)) return;
    const { code } = failure;
    if (MET.includes(code)) await meetOthers();
    if (code === 'version-stale' || code === 'record-not-found') return;
    const found = (failure.document?.errors ?? []).map((each) => ({ ...each, ...placeOf(each.pointer) }));
    setRefused(
      Object.fromEntries(
        found.flatMap(({ write, field, ...problem }) =>
          write === null ? [] : [[`${written[write] ?? ''} ${field ?? 'holder'}`, problemText(problem)]],
        ),
      ),
    );
  };
  const submit = async (): Promise<void> => {
    setTried(true);
    if (problems.length > 0) return;
    if (!isChanged) return onDone();
    const why = reason.trim() === '' ? null : reason.trim();
    const done = (): void => {
      mark(false);
      onDone();
    };
    await save({ changes: writes, reason: why, told: <Trans>The stakes are saved.</Trans> }).then(done, refuse);
  };

  if (merge) {
    const take = (decisions: ReadonlyMap<string, Decision>): void => {
      setRefused({});
      setRows(decidedRows(merge, decisions));
      setMerged(true);
      setMerge(null);
    };
    return <StakeMergeScreen merge={merge} onTake={take} onBack={() => setMerge(null)} />;
  }
  const isPlaced = Object.keys(errors).length > 0;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {isMerged && (
        <p role="status">
          <Trans>What you chose stands in the table. Look at the sums, then save.</Trans>
        </p>
      )}
      <table className={classes.table} aria-label={t`Stakes in ${venture.name}`}>
        <thead>
          <tr>
            <th scope="col">{t`Holder`}</th>
            <th scope="col">{t`Unnamed holders`}</th>
            <th scope="col">{t`How many`}</th>
            <th scope="col">{t`Share %`}</th>
            <th scope="col">{t`Votes %`}</th>
            <th scope="col">{t`From`}</th>
            <th scope="col">{t`Until`}</th>
            <th scope="col">{t`Action`}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <StakeRowInputs key={row.key} row={row} number={at + 1} errors={errors} onChange={put} />
          ))}
        </tbody>
      </table>
      <ShareSums stakes={rows.flatMap((row) => (isBlank(row) ? [] : (stakeIn(row) ?? [])))} />
      <Group align="flex-end" gap="sm" mt="sm">
        <TextInput
          className={classes.reason ?? ''}
          size="xs"
          label={t`Reason`}
          description={t`Kept with the change.`}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Button variant="default" onClick={guard.request}>
          <Trans>Cancel</Trans>
        </Button>
        <Button type="submit" loading={isPending}>
          <Trans>Save the stakes</Trans>
        </Button>
      </Group>
      {guard.isAsking && <LeaveWarning guard={guard} />}
      {error !== null && !isPlaced && <FailureState error={error} inline />}
    </form>
  );
}
