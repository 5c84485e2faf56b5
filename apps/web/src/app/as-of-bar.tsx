import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { organisationRecordQuery } from '../features/register/api/register-queries.ts';
import { useDatedEvents } from '../features/register/api/dated-events.ts';
import { asOfFrom, today, useAsOf } from '../lib/as-of.ts';
import { ticksOf } from '../lib/as-of-steps.ts';
import { AsOfControl } from '../ui/as-of-control.tsx';

type Props = { readonly workspace: string; readonly focal: string | null };

/** The as-of control with the events of the firm in focus as its ticks; the address holds the date. */
export function AsOfBar({ workspace, focal }: Props) {
  const { text, day } = useAsOf();
  const navigate = useNavigate();
  const { data } = useQuery({ ...organisationRecordQuery(workspace, focal ?? ''), enabled: focal !== null });
  const events = useDatedEvents(data);
  const ticks = useMemo(() => ticksOf(events), [events]);
  const change = useCallback(
    (asOf: string | null) =>
      void navigate({
        to: '.',
        search: (before) => ({ ...before, asOf: asOf ?? undefined }),
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  );
  return (
    <AsOfControl
      text={text}
      day={day}
      today={today()}
      ticks={ticks}
      onChange={change}
      isDate={(draft) => asOfFrom(draft, '').text !== null}
    />
  );
}
