import { SOURCE_KINDS } from '@entente/core/register';
import { Trans, useLingui } from '@lingui/react/macro';
import { Select } from '@mantine/core';
import { type Control, Controller, type FieldErrors, useWatch } from 'react-hook-form';
import { useWords } from '../../../../lib/use-words.ts';
import classes from './forms.module.css';
import type { FormValues, Picked } from './form-values.ts';
import { RecordSelect } from './record-select.tsx';
import { PlaceInput, QuoteInput } from './source-texts.tsx';
import { BESIDE } from './write-plan.ts';

type Props = { readonly control: Control<FormValues>; readonly errors: FieldErrors<FormValues> };

const isSource = (value: unknown): value is Picked => typeof value === 'object' && value !== null && 'kind' in value;

/** Where what is entered stands written: a source, the place in it, its words. Without it, it stands as typed in. */
export function SourcePart({ control, errors }: Props) {
  const { t } = useLingui();
  const source = useWatch({ control, name: BESIDE.source });
  const errorOf = (name: string): string | undefined => errors[name]?.message;
  return (
    <fieldset className={classes.source}>
      <legend>
        <Trans>Source of what you enter</Trans>
      </legend>
      <div className={classes.fields}>
        <div className={classes.wide}>
          <Controller
            control={control}
            name={BESIDE.source}
            render={({ field }) => (
              <SourceSelect
                label={t`Source`}
                description={t`Left empty, it is kept as typed in by you.`}
                value={isSource(field.value) ? field.value : null}
                onChange={field.onChange}
                error={errorOf(BESIDE.source)}
              />
            )}
          />
        </div>
        {isSource(source) && (
          <>
            <Controller
              control={control}
              name={BESIDE.place}
              render={({ field }) => (
                <PlaceInput
                  value={typeof field.value === 'string' ? field.value : ''}
                  onChange={field.onChange}
                  onBlur={field.onBlur}
                  inputRef={field.ref}
                  error={errorOf(BESIDE.place)}
                />
              )}
            />
            <Controller
              control={control}
              name={BESIDE.quote}
              render={({ field }) => (
                <QuoteInput
                  value={typeof field.value === 'string' ? field.value : ''}
                  onChange={field.onChange}
                  onBlur={field.onBlur}
                  inputRef={field.ref}
                  error={errorOf(BESIDE.quote)}
                />
              )}
            />
          </>
        )}
      </div>
    </fieldset>
  );
}

type SourceProps = {
  readonly label: string;
  readonly description?: string;
  readonly required?: boolean;
  readonly value: Picked | null;
  readonly onChange: (source: Picked | null) => void;
  readonly error?: string | undefined;
};

/** A source that is there, or a new one by its title and kind. */
export function SourceSelect({ value, onChange, ...rest }: SourceProps) {
  const { t } = useLingui();
  const words = useWords();
  const kinds = SOURCE_KINDS.filter((kind) => kind !== 'entry');
  return (
    <>
      <RecordSelect {...rest} kinds={['source']} value={value} onChange={onChange} />
      {value?.reference === null && (
        <Select
          mt="xs"
          label={t`What kind of source is it?`}
          data={kinds.map((kind) => ({ value: kind, label: words.term('sourceKinds', kind) }))}
          value={value.sourceKind ?? 'document'}
          onChange={(kind) => onChange({ ...value, sourceKind: kind ?? 'document' })}
          allowDeselect={false}
        />
      )}
    </>
  );
}
