import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Radio, Stack, VisuallyHidden } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useCustomWords } from '../../../../lib/custom-fields.ts';
import { type OwnField, ownName } from './custom-values.ts';
import { useFieldLabel } from './field-input.tsx';
import classes from './forms.module.css';
import type { FormField, FormValue, FormValues, Picked } from './form-values.ts';
import { ShownOwnValue, ShownValue } from './shown-value.tsx';
import { type Choice, isUndecided, type MergeField, mergedValues } from './three-way-merge.ts';

type Field = MergeField<FormValue>;

type Props = {
  /** What the record is called. */
  readonly title: string;
  readonly shapes: readonly FormField[];
  /** The workspace's own fields among them. */
  readonly own?: readonly OwnField[];
  readonly fields: readonly Field[];
  readonly isSaving: boolean;
  readonly saveLabel?: string;
  readonly onSave: (values: FormValues) => void;
  /** Drops what was typed and keeps what the other person saved. */
  readonly onKeepTheirs: () => void;
  /** Goes back to the form with everything that was typed. */
  readonly onBack: () => void;
};

const isList = (value: FormValue): value is readonly Picked[] => Array.isArray(value);

/** Both values where they can stand together: records of either side, notes one after the other. */
function joinedValue({ mine, theirs }: Field): FormValue {
  if (isList(mine) && isList(theirs)) {
    const both = new Map(
      [...theirs, ...mine].map((picked) => [`${picked.kind} ${picked.reference ?? picked.name}`, picked]),
    );
    return [...both.values()];
  }
  return typeof mine === 'string' && typeof theirs === 'string' ? `${theirs}\n\n${mine}` : mine;
}

const canJoin = ({ as }: FormField): boolean => as === 'note' || as === 'subjects';

/** Two people changed one record: the version both began from, mine and theirs, and for each field the choice. */
export function MergeScreen({
  title,
  shapes,
  own = [],
  fields,
  isSaving,
  saveLabel,
  onSave,
  onKeepTheirs,
  onBack,
}: Props) {
  const [chosen, setChosen] = useState<Readonly<Record<string, Choice>>>({});
  const decided = fields.map((field) => ({ ...field, choice: chosen[field.name] ?? field.choice }));
  const shown = decided.filter(({ changed }) => changed !== 'nobody');
  const save = (): void => {
    const values = mergedValues(decided, joinedValue);
    if (values) onSave(values);
  };
  return (
    <div>
      <p role="alert">
        <Trans>
          “{title}” was changed by somebody else while you had it open. Nothing of yours is saved yet, and nothing is
          lost: choose for each field.
        </Trans>
      </p>
      <MergeTable>
        <tbody>
          {shown.map((field) => (
            <MergeRow
              key={field.name}
              field={field}
              shape={shapes.find(({ name }) => name === field.name)}
              own={own.find((each) => ownName(each) === field.name)}
              onChoose={(choice) => setChosen({ ...chosen, [field.name]: choice })}
            />
          ))}
        </tbody>
      </MergeTable>
      {isUndecided(decided) && (
        <p className={classes.both}>
          <Trans>Both of you changed a field: choose which value it takes.</Trans>
        </p>
      )}
      <Group justify="flex-end" gap="xs" mt="md">
        <Button variant="default" onClick={onBack}>
          <Trans>Back to the form</Trans>
        </Button>
        <Button variant="default" onClick={onKeepTheirs}>
          <Trans>Keep what was saved</Trans>
        </Button>
        <Button onClick={save} loading={isSaving} disabled={isUndecided(decided)}>
          {saveLabel ?? <Trans>Save the choice</Trans>}
        </Button>
      </Group>
    </div>
  );
}

/** The table in which three versions stand beside each other, whatever rows it has. */
export function MergeTable({ children }: { readonly children: ReactNode }) {
  const { t } = useLingui();
  return (
    <table className={classes.merge} aria-label={t`Three versions`}>
      <thead>
        <tr>
          <th scope="col">{t`Field`}</th>
          <th scope="col">{t`When you began`}</th>
          <th scope="col">{t`Yours`}</th>
          <th scope="col">{t`Saved meanwhile`}</th>
          <th scope="col">{t`Take`}</th>
        </tr>
      </thead>
      {children}
    </table>
  );
}

type RowProps = {
  /** What the field is of, where a screen shows several records. */
  readonly of?: string;
  readonly field: Field;
  readonly shape: FormField | undefined;
  readonly own?: OwnField | undefined;
  /** Left out: shown only. */
  readonly onChoose?: (choice: Choice) => void;
};

/** One field: the version both began from, mine and theirs, and the choice. */
export function MergeRow({ of, field, shape, own, onChoose }: RowProps) {
  const { t } = useLingui();
  const labelOf = useFieldLabel();
  const ownWords = useCustomWords();
  const name = own ? ownWords.label(own) : labelOf(field.name);
  const label = of === undefined ? name : `${of}, ${name}`;
  if (!shape && !own) return null;
  const value = (of: FormValue): ReactNode =>
    own ? <ShownOwnValue field={own} value={of} /> : shape ? <ShownValue field={shape} value={of} /> : null;
  const joins = own ? own.as === 'note' : shape !== undefined && canJoin(shape);
  const { base, mine, theirs, changed, choice } = field;
  return (
    <tr>
      <th scope="row">
        {name}
        {changed === 'both' && (
          <div className={classes.both}>
            <Trans>both changed it</Trans>
          </div>
        )}
      </th>
      <td data-label={t`When you began`}>{value(base)}</td>
      <td data-label={t`Yours`}>{value(mine)}</td>
      <td data-label={t`Saved meanwhile`}>{value(theirs)}</td>
      <td {...(onChoose === undefined ? {} : { 'data-label': t`Take` })}>
        {changed === 'alike' ? (
          <Trans>both the same</Trans>
        ) : onChoose === undefined ? null : (
          <Radio.Group
            label={<VisuallyHidden>{t`${label}: whose value`}</VisuallyHidden>}
            value={choice ?? ''}
            onChange={(value) => onChoose(value as Choice)}
          >
            <Stack gap={6}>
              <Radio size="sm" value="mine" label={t`Mine`} />
              <Radio size="sm" value="theirs" label={t`Theirs`} />
              {changed === 'both' && joins && <Radio size="sm" value="joined" label={t`Both`} />}
            </Stack>
          </Radio.Group>
        )}
      </td>
    </tr>
  );
}
