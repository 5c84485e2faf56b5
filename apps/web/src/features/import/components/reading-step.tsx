import { Trans, useLingui } from '@lingui/react/macro';
import { NumberInput, Select } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useWords } from '../../../lib/use-words.ts';
import { useImportWords } from './import-words.ts';
import classes from './import.module.css';
import { LeftOut } from './left-out.tsx';
import { StepSection } from './step-section.tsx';
import { stepTitle } from './step-rail.tsx';
import { kindOfLayout } from './targets.ts';
import type { StepProps } from './use-draft.ts';

/** What tables come in mostly; labels of the Encoding Standard. */
const ENCODINGS = ['utf-8', 'shift_jis', 'euc-jp', 'big5', 'gb18030', 'utf-16le', 'windows-1252'] as const;
const DELIMITERS = [',', ';', '\t', '|'] as const;

const withPresent = (known: readonly string[], present: string): readonly string[] =>
  known.includes(present) ? known : [present, ...known];

/** How the table was read: sheet, row of headings, what a row stands for, and what was not taken in. */
export function ReadingStep({ draft, onChange }: StepProps) {
  const { t } = useLingui();
  const words = useWords();
  const own = useImportWords();
  const { encoding, delimiter, sheets } = draft;
  const rows = words.count(draft.rowCount);
  const items = (names: readonly string[]): { value: string; label: string }[] =>
    names.map((layout) => ({ value: layout, label: own.layout(layout) }));
  const ofAlliances = draft.layouts.filter((layout) => kindOfLayout(layout) === null);
  const ofRecords = draft.layouts.filter((layout) => kindOfLayout(layout) !== null);
  return (
    <StepSection step="reading" title={stepTitle('reading')} open={0}>
      <p className={classes.lead}>
        <Trans>{rows} rows were read. If something looks wrong, change it here; the table is read again at once.</Trans>
      </p>
      <div className={classes.choices}>
        <Select
          className={classes.wide}
          label={t`What a row stands for`}
          data={[
            { group: t`Alliances and their partners`, items: items(ofAlliances) },
            { group: t`Records of one kind`, items: items(ofRecords) },
          ]}
          value={draft.layout}
          onChange={(layout) => layout !== null && layout !== draft.layout && onChange({ layout })}
          allowDeselect={false}
          maxDropdownHeight={360}
        />
        {sheets.length > 0 && (
          <Select
            label={t`Sheet`}
            data={sheets.map(({ name }) => name)}
            value={draft.sheet}
            onChange={(sheet) => sheet !== null && sheet !== draft.sheet && onChange({ sheet })}
            allowDeselect={false}
          />
        )}
        <HeaderRow draft={draft} onChange={onChange} />
        {encoding !== null && (
          <Select
            className={classes.narrow}
            label={t`Encoding`}
            data={withPresent(ENCODINGS, encoding).map((value) => ({ value, label: own.encoding(value) }))}
            value={encoding}
            onChange={(chosen) => chosen !== null && chosen !== encoding && onChange({ encoding: chosen })}
            allowDeselect={false}
          />
        )}
        {delimiter !== null && (
          <Select
            className={classes.narrow}
            label={t`Between columns`}
            data={withPresent(DELIMITERS, delimiter).map((value) => ({ value, label: own.delimiter(value) }))}
            value={delimiter}
            onChange={(chosen) => chosen !== null && chosen !== delimiter && onChange({ delimiter: chosen })}
            allowDeselect={false}
          />
        )}
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
