import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Menu, ScrollArea } from '@mantine/core';
import type { TableField } from './table-fields.ts';
import type { TableState } from './use-table-state.ts';

type Props = { readonly fields: readonly TableField[]; readonly state: TableState };

/** By which field the rows stand together. */
export function GroupMenu({ fields, state }: Props) {
  const { t } = useLingui();
  const { group } = state.definition;
  const by = fields.find(({ name }) => name === group)?.label ?? null;
  const choices = fields.filter(({ isShown, isSorted }) => isShown && isSorted);
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button size="compact-sm" variant="default">
          {by === null ? <Trans>Group</Trans> : <Trans>Grouped by {by}</Trans>}
        </Button>
      </Menu.Target>
      <Menu.Dropdown aria-label={t`Group`}>
        {group !== null && (
          <>
            <Menu.Item onClick={() => state.change({ opened: { all: true, but: [] } })}>
              <Trans>Open all groups</Trans>
            </Menu.Item>
            <Menu.Item onClick={() => state.change({ opened: { all: false, but: [] } })}>
              <Trans>Close all groups</Trans>
            </Menu.Item>
            <Menu.Divider />
          </>
        )}
        <ScrollArea.Autosize mah={360} type="auto">
          <Choice
            label={t`No groups`}
            chosen={group === null}
            onChoose={() => state.change({ group: null, opened: null })}
          />
          {choices.map(({ name, label }) => (
            <Choice
              key={name}
              label={label}
              chosen={group === name}
              onChoose={() => state.change({ group: name, opened: null })}
            />
          ))}
        </ScrollArea.Autosize>
      </Menu.Dropdown>
    </Menu>
  );
}

type ChoiceProps = { readonly label: string; readonly chosen: boolean; readonly onChoose: () => void };

function Choice({ label, chosen, onChoose }: ChoiceProps) {
  return (
    <Menu.Item
      aria-current={chosen ? 'true' : undefined}
      leftSection={<span aria-hidden="true">{chosen ? '●' : '○'}</span>}
      onClick={onChoose}
    >
      {label}
    </Menu.Item>
  );
}
