import { Trans, useLingui } from '@lingui/react/macro';
import { Button, NumberInput } from '@mantine/core';
import type { ReactNode } from 'react';
import paper from '../../../dossier/paper.module.css';
import classes from './negotiation.module.css';

type Props<Row> = {
  readonly legend: ReactNode;
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly add: ReactNode;
  readonly onAdd: () => void;
  readonly onRemove: (at: number) => void;
  readonly fields: (row: Row, at: number) => ReactNode;
};

/** Rows of a form that are added and taken away. */
export function Rows<Row>({ legend, rows, rowKey, add, onAdd, onRemove, fields }: Props<Row>) {
  const { t } = useLingui();
  return (
    <fieldset className={paper.part}>
      <legend>{legend}</legend>
      {rows.map((row, at) => {
        const place = at + 1;
        return (
          <div key={rowKey(row)} className={classes.typed}>
            {fields(row, at)}
            <Button
              size="compact-xs"
              variant="subtle"
              color="gray"
              aria-label={t`Take away row ${place}`}
              onClick={() => onRemove(at)}
            >
              <Trans>Take away</Trans>
            </Button>
          </div>
        );
      })}
      <Button size="xs" variant="default" mt="xs" onClick={onAdd}>
        {add}
      </Button>
    </fieldset>
  );
}

export const newKey = (): string => crypto.randomUUID();

type AmountProps = {
  readonly label: string;
  readonly value: number | null;
  readonly min?: number;
  readonly onChange: (value: number | null) => void;
};

/** A number, or none: left empty, it is not known. */
export function AmountInput({ label, value, min, onChange }: AmountProps) {
  return (
    <NumberInput
      className={classes.narrow ?? ''}
      label={label}
      hideControls
      decimalScale={6}
      {...(min !== undefined && { min })}
      value={value ?? ''}
      onChange={(typed) => {
        const number = typed === '' || typed === '-' ? null : Number(typed);
        onChange(number === null || Number.isNaN(number) ? null : number);
      }}
    />
  );
}
