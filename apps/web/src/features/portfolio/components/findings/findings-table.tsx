import { useLingui } from '@lingui/react/macro';
import type { Finding } from '@entente/core/portfolio';
import { type Column, DataTable } from '../../../../ui/data-table.tsx';
import { Inspectable } from '../inspectable.tsx';
import { FactList } from './finding-facts.tsx';
import { findingId } from './finding-inspector.tsx';
import classes from './findings.module.css';
import { useFindingWords } from './use-finding-words.ts';
import { VerdictMark } from './verdict-mark.tsx';

type Props = { readonly caption: string; readonly findings: readonly Finding[] };

/** One row a finding: what it says, how it came out, what decides, what to do. */
export function FindingsTable({ caption, findings }: Props) {
  const { t } = useLingui();
  const words = useFindingWords();
  const columns: Column<Finding>[] = [
    {
      id: 'finding',
      header: t`Finding`,
      value: ({ code }) => words.title(code),
      cell: ({ code }) => (
        <>
          <Inspectable id={findingId(code)} className={classes.title}>
            {words.title(code)}
          </Inspectable>
          <p className={classes.says}>{words.says(code)}</p>
        </>
      ),
    },
    {
      id: 'verdict',
      header: t`Verdict`,
      value: ({ code, verdict }) => words.verdict(code, verdict),
      cell: (finding) => (
        <>
          <VerdictMark finding={finding} />
          <p className={classes.reason}>{words.reason(finding.reason)}</p>
        </>
      ),
    },
    {
      id: 'facts',
      header: t`What decides`,
      value: ({ deciding }) => deciding.map(({ record }) => record.name).join('; ') || null,
      cell: ({ deciding }) => <FactList facts={deciding} />,
    },
    {
      id: 'advice',
      header: t`Advice`,
      value: ({ advice }) => words.advice(advice),
    },
  ];
  return (
    <div className={classes.table}>
      <DataTable caption={caption} columns={columns} rows={findings} rowKey={({ code }) => code} />
    </div>
  );
}
