import { Trans, useLingui } from '@lingui/react/macro';
import { NativeSelect, Textarea } from '@mantine/core';
import { today } from '../../../lib/as-of.ts';
import { DayField } from '../../../dossier/paper-fields.tsx';
import paper from '../../../dossier/paper.module.css';
import type { PaperDraft } from '../../../dossier/paper-section.tsx';
import type { NegotiationIssue, Proposal } from './negotiation-words.ts';
import { AmountInput, newKey, Rows } from './rows.tsx';

type Props = PaperDraft<'negotiation'> & { readonly names: ReadonlyMap<string, string> };

/** What was put on the table, when and by whom. */
export function ProposalRows({ draft, change, names }: Props) {
  const { t } = useLingui();
  const { proposals, issues, parties } = draft;
  return (
    <Rows
      legend={<Trans>Proposals</Trans>}
      rows={proposals}
      rowKey={({ key }) => key}
      add={<Trans>Add a proposal</Trans>}
      onAdd={() =>
        change({
          proposals: [
            ...proposals,
            { key: newKey(), on: today(), by: parties[0]?.organisation ?? '', values: [], comment: null },
          ],
        })
      }
      onRemove={(at) => {
        const gone = proposals[at]?.key;
        change({
          proposals: proposals.toSpliced(at, 1),
          accepted: draft.accepted === gone ? null : draft.accepted,
        });
      }}
      fields={(row, at) => {
        const set = (part: Partial<Proposal>): void => change({ proposals: proposals.with(at, { ...row, ...part }) });
        return (
          <>
            <div className={paper.row}>
              <DayField label={t`Day`} value={row.on} onChange={(on) => on !== null && set({ on })} />
              <NativeSelect
                label={t`By`}
                value={row.by}
                data={parties.map(({ organisation }) => ({
                  value: organisation,
                  label: names.get(organisation) ?? t`unknown`,
                }))}
                onChange={(event) => set({ by: event.currentTarget.value })}
              />
            </div>
            <div className={paper.row}>
              {issues.map((issue) => (
                <ValueInput key={issue.key} issue={issue} proposal={row} onChange={(values) => set({ values })} />
              ))}
            </div>
            <Textarea
              label={t`Comment`}
              autosize
              minRows={1}
              value={row.comment ?? ''}
              onChange={(event) =>
                set({ comment: event.currentTarget.value === '' ? null : event.currentTarget.value })
              }
            />
          </>
        );
      }}
    />
  );
}

type ValueProps = {
  readonly issue: NegotiationIssue;
  readonly proposal: Proposal;
  readonly onChange: (values: Proposal['values']) => void;
};

/** What a proposal says of one issue; left empty, it leaves the issue open. */
function ValueInput({ issue, proposal: { values }, onChange }: ValueProps) {
  const { t } = useLingui();
  const value = values.find((each) => each.issue === issue.key)?.value ?? null;
  const set = (next: number | string | null): void => {
    const others = values.filter((each) => each.issue !== issue.key);
    onChange(next === null ? others : [...others, { issue: issue.key, value: next }]);
  };
  const label = issue.name === '' ? t`Issue` : issue.name;
  if (issue.scale === 'number')
    return (
      <AmountInput
        label={issue.unit === null ? label : `${label} (${issue.unit})`}
        value={typeof value === 'number' ? value : null}
        onChange={set}
      />
    );
  return (
    <NativeSelect
      label={label}
      value={typeof value === 'string' ? value : ''}
      data={[
        { value: '', label: t`left open` },
        ...issue.options.map(({ key, name }) => ({ value: key, label: name })),
      ]}
      onChange={(event) => set(event.currentTarget.value === '' ? null : event.currentTarget.value)}
    />
  );
}
