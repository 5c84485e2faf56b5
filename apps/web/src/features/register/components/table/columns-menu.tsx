import { Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, Button, Checkbox, Popover, ScrollArea } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import classes from './table.module.css';
import type { TableField } from './table-fields.ts';
import { columnsMoved } from './table-state.ts';
import type { TableState } from './use-table-state.ts';

type Props = { readonly fields: readonly TableField[]; readonly state: TableState };

/** Which columns the table has and in which order; those that are shown stand first, in their order. */
export function ColumnsMenu({ fields, state }: Props) {
  const { t } = useLingui();
  const { columns } = state.definition;
  const shown = columns.flatMap((name) => fields.find((field) => field.name === name && field.isShown) ?? []);
  const hidden = fields.filter(({ name, isShown }) => isShown && !columns.includes(name));
  const show = (next: readonly string[]): void => state.change({ columns: [...next] });
  const turn = (name: string): void => {
    if (!columns.includes(name)) show([...columns, name]);
    else if (shown.length > 1) show(columns.filter((column) => column !== name));
  };
  const move = (name: string, by: number): void => {
    const to = shown.findIndex((field) => field.name === name) + by;
    if (to >= 0 && to < shown.length)
      show(
        columnsMoved(
          shown.map((field) => field.name),
          name,
          to,
        ),
      );
  };
  const onKey = (event: KeyboardEvent, name: string): void => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    move(name, event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <Popover position="bottom-end" trapFocus withinPortal>
      <Popover.Target>
        <Button size="compact-sm" variant="default">
          <Trans>Columns</Trans>
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="xs" aria-label={t`Columns`}>
        <ScrollArea.Autosize mah={400} type="auto" offsetScrollbars="present">
          <ul className={classes.columns}>
            {shown.map((field, at) => (
              <li key={field.name} onKeyDown={(event) => onKey(event, field.name)}>
                <Checkbox size="xs" label={field.label} checked onChange={() => turn(field.name)} />
                <ActionIcon
                  variant="transparent"
                  color="gray"
                  size="sm"
                  aria-label={t`Move ${field.label} up`}
                  disabled={at === 0}
                  onClick={() => move(field.name, -1)}
                >
                  <span aria-hidden="true">↑</span>
                </ActionIcon>
                <ActionIcon
                  variant="transparent"
                  color="gray"
                  size="sm"
                  aria-label={t`Move ${field.label} down`}
                  disabled={at === shown.length - 1}
                  onClick={() => move(field.name, 1)}
                >
                  <span aria-hidden="true">↓</span>
                </ActionIcon>
              </li>
            ))}
          </ul>
          {hidden.length > 0 && (
            <ul className={classes.columns} data-hidden>
              {hidden.map((field) => (
                <li key={field.name}>
                  <Checkbox size="xs" label={field.label} checked={false} onChange={() => turn(field.name)} />
                </li>
              ))}
            </ul>
          )}
        </ScrollArea.Autosize>
      </Popover.Dropdown>
    </Popover>
  );
}
