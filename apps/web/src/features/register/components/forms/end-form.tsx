import type { BatchAnswer } from '@entente/contract/register';
import { EdtfDate, type SubjectKind } from '@entente/core/kernel';
import { Trans } from '@lingui/react/macro';
import { Checkbox, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../../../lib/use-words.ts';
import { useWorkspace } from '../../../../lib/workspace.ts';
import { COLLECTION_OF } from '../../api/record-kinds.ts';
import { calledOf } from '../../api/record-queries.ts';
import { allianceRecordQuery } from '../../api/register-queries.ts';
import type { RecordWrite } from '../../api/register-writes.ts';
import classes from './forms.module.css';
import type { AnyRecord, FormValues } from './form-values.ts';
import { readValues } from './record-body.ts';
import { RecordForm } from './record-form.tsx';
import type { LeaveGuard } from './use-leave-guard.ts';

type Props = {
  readonly kind: SubjectKind;
  readonly record: AnyRecord;
  readonly guard: LeaveGuard;
  readonly onSaved: (answer: BatchAnswer | null) => void;
};

const ENDING_FIELDS = ['end', 'ending', 'endedInto'];

/** Ends what is still open: an alliance, how and into what, with its members and stakes; anything else by its date. */
export function EndForm({ kind, record, ...rest }: Props) {
  if (kind === 'alliance') return <AllianceEndForm record={record} {...rest} />;
  return <RecordForm kind={kind} record={record} only={['to']} {...rest} />;
}

type OpenRow = AnyRecord & { readonly from: string | null; readonly to: string; readonly exists: boolean };
type OpenPart = { readonly kind: 'membership' | 'stake'; readonly row: OpenRow };

const isOpen = ({ row }: OpenPart): boolean => row.exists && row.to === '..';

/** Whether a part has begun by the end; one that begins later cannot end then. */
function hasBegunBy(from: string | null, end: string): boolean {
  const [start, stop] = [from === null ? null : EdtfDate.parse(from), EdtfDate.parse(end)];
  if (!stop.ok || start === null || !start.ok) return true;
  return start.value.earliest === null || stop.value.latest === null || start.value.earliest <= stop.value.latest;
}

function AllianceEndForm({ record, ...rest }: Omit<Props, 'kind'>) {
  const workspace = useWorkspace();
  const words = useWords();
  const slug = typeof record['slug'] === 'string' ? record['slug'] : record.id;
  const { data } = useQuery(allianceRecordQuery(workspace, slug));
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const open: OpenPart[] = [
    ...(data?.members ?? []).map((row) => ({ kind: 'membership' as const, row })),
    ...(data?.stakes ?? []).map((row) => ({ kind: 'stake' as const, row })),
  ].filter(isOpen);

  const endings = (values: FormValues): readonly RecordWrite[] => {
    const { end } = readValues('alliance', values).body;
    if (typeof end !== 'string' || end === '..') return [];
    return open
      .filter(({ row }) => !kept.has(row.id) && hasBegunBy(row.from, end))
      .map(({ kind, row }) => {
        return { collection: COLLECTION_OF[kind], record: row.id, version: row.version, change: { to: end } };
      });
  };
  const turn = (id: string, ends: boolean): void => {
    const next = new Set(kept);
    if (ends) next.delete(id);
    else next.add(id);
    setKept(next);
  };
  return (
    <RecordForm kind="alliance" record={record} only={ENDING_FIELDS} also={endings} {...rest}>
      {open.length > 0 && (
        <fieldset className={classes.source}>
          <legend>
            <Trans>Ends with it, on the same date</Trans>
          </legend>
          <Stack gap={6}>
            {open.map(({ kind, row }) => (
              <Checkbox
                key={row.id}
                label={`${words.term('subjects', kind)}: ${calledOf(row)}`}
                checked={!kept.has(row.id)}
                onChange={(event) => turn(row.id, event.currentTarget.checked)}
              />
            ))}
          </Stack>
        </fieldset>
      )}
    </RecordForm>
  );
}
