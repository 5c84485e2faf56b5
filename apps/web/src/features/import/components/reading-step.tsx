import { Trans, useLingui } from '@lingui/react/macro';
import { NumberInput, Select } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useWords } from '../../../lib/use-words.ts';
import { useImportWords } from './import-words.ts';
import classes from './import.module.css';
import { LeftOut } from './left-out.tsx';
import { StepSection } from './step-section.tsx';
import { stepTitle } from './step-rail.tsx';
import type { StepProps } from './use-draft.ts';

/** How the table was read: sheet, row of headings, what a row stands for, and what was not taken in. */
export function ReadingStep({ draft, onChange }: StepProps) {
  const { t } = useLingui();
  const words = useWords();
  const own = useImportWords();
  const { encoding, delimiter, sheets } = draft;
  const rows = words.count(draft.rowCount);
  const encodingWords = encoding === null ? '' : own.encoding(encoding);
  const delimiterWords = delimiter === null ? '' : own.delimiter(delimiter);
  return (
    <StepSection step="reading" title={stepTitle('reading')} open={0}>
      <p className={classes.lead}>
        {encoding === null || delimiter === null ? (
          <Trans>{rows} rows of a workbook.</Trans>
        ) : (
          <Trans>
            {rows} rows of text in {encodingWords}, with a {delimiterWords} between columns.
          </Trans>
        )}
      </p>
      <div className={classes.choices}>
        <Select
          className={classes.wide}
          label={t`What a row stands for`}
          data={draft.layouts.map((layout) => ({ value: layout, label: own.layout(layout) }))}
          value={draft.layout}
          onChange={(layout) => layout !== null && layout !== draft.layout && onChange({ layout })}
          allowDeselect={false}
          maxDropdownHeight={360}
        />
        {sheets.length > 0 && (
          <Select
            label={t`Sheet`}
            data={sheets.map(({ name, rows: held }) => ({
              value: name,
              label: t`${name} (${words.count(held)} rows)`,
            }))}
            value={draft.sheet}
            onChange={(sheet) => sheet !== null && sheet !== draft.sheet && onChange({ sheet })}
            allowDeselect={false}
          />
        )}
        <HeaderRow draft={draft} onChange={onChange} />
      </div>
      <LeftOut draft={draft} onChange={onChange} />
    </StepSection>
  );
}

/** The row that names the columns, read again when the reader leaves the field or presses Enter. */
function HeaderRow({ draft, onChange }: StepProps) {
  const { t } = useLingui();
  const [typed, setTyped] = useState<number | string>(draft.headerRow);
  useEffect(() => setTyped(draft.headerRow), [draft.headerRow]);
  const take = (): void => {
    if (typeof typed === 'number' && Number.isInteger(typed) && typed > 0 && typed !== draft.headerRow)
      onChange({ headerRow: typed });
    else setTyped(draft.headerRow);
  };
  return (
    <NumberInput
      className={classes.narrow}
      label={t`Row with the headings`}
      min={1}
      allowDecimal={false}
      allowNegative={false}
      value={typed}
      onChange={setTyped}
      onBlur={take}
      onKeyDown={(event) => event.key === 'Enter' && take()}
    />
  );
}
