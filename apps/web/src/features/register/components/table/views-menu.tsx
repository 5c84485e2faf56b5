import type { ViewAnswer } from '@entente/contract/register';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Checkbox, Group, Menu, Stack, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { type SyntheticEvent, useState } from 'react';
import { failureWords } from '../../../../lib/failure-words.ts';
import { Dialog } from '../../../../ui/dialog.tsx';
import { viewsQuery } from '../../api/table-queries.ts';
import classes from './table.module.css';
import type { TableName } from './table-kinds.ts';
import type { TableState } from './use-table-state.ts';
import { changeView, removeView, saveNewView } from './view-writes.ts';

type Props = { readonly workspace: string; readonly table: TableName; readonly state: TableState };

/** What is asked for in the dialog: a new view, or another name for the one that is shown. */
type Asked = 'new' | 'rename' | null;

/** The saved views of the table: which one is shown, whether it still is as it was saved, and all that is done with it. */
export function ViewsMenu({ workspace, table, state }: Props) {
  const { t, i18n } = useLingui();
  const client = useQueryClient();
  const [asked, setAsked] = useState<Asked>(null);
  const { view, views, definition, plain, isChanged, show } = state;
  const { queryKey } = viewsQuery(workspace, table);

  const done = async (act: () => Promise<ViewAnswer | null>): Promise<void> => {
    try {
      const kept = await act();
      await client.invalidateQueries({ queryKey });
      setAsked(null);
      show(kept?.definition ?? plain, kept, false);
    } catch (error) {
      const { happened, todo } = failureWords(error, i18n);
      notifications.show({ color: 'red', title: happened, message: todo, autoClose: false });
    }
  };
  const own = views.filter(({ mine }) => mine);
  const others = views.filter(({ mine }) => !mine);
  const mine = view?.abilities.change === true ? view : null;
  return (
    <>
      <Menu position="bottom-start" withinPortal>
        <Menu.Target>
          <Button size="compact-sm" variant="subtle" rightSection={<span aria-hidden="true">▾</span>}>
            <span className={classes.viewName}>{view?.name ?? t`Standard view`}</span>
            {view !== null && isChanged && (
              <span className={classes.changed}>
                {' '}
                · <Trans>changed</Trans>
              </span>
            )}
          </Button>
        </Menu.Target>
        <Menu.Dropdown miw={240}>
          <ViewItem name={t`Standard view`} chosen={view === null} onChoose={() => show(plain, null, false)} />
          {own.length > 0 && (
            <Menu.Label>
              <Trans>Your views</Trans>
            </Menu.Label>
          )}
          {own.map((each) => (
            <ViewItem
              key={each.id}
              name={each.name}
              note={each.shared ? t`shared` : null}
              chosen={view?.id === each.id}
              onChoose={() => show(each.definition, each, false)}
            />
          ))}
          {others.length > 0 && (
            <Menu.Label>
              <Trans>Shared with you</Trans>
            </Menu.Label>
          )}
          {others.map((each) => (
            <ViewItem
              key={each.id}
              name={each.name}
              chosen={view?.id === each.id}
              onChoose={() => show(each.definition, each, false)}
            />
          ))}
          <Menu.Divider />
          {mine !== null && isChanged && (
            <>
              <Menu.Item onClick={() => void done(() => changeView(workspace, mine, { definition }))}>
                <Trans>Save in this view</Trans>
              </Menu.Item>
            </>
          )}
          {isChanged && (
            <Menu.Item onClick={() => show(view?.definition ?? plain, view, false)}>
              <Trans>Take the changes back</Trans>
            </Menu.Item>
          )}
          <Menu.Item onClick={() => setAsked('new')}>
            <Trans>Save as a new view…</Trans>
          </Menu.Item>
          {mine !== null && (
            <>
              <Menu.Item onClick={() => setAsked('rename')}>
                <Trans>Rename…</Trans>
              </Menu.Item>
              <Menu.Item onClick={() => void done(() => changeView(workspace, mine, { shared: !mine.shared }))}>
                {mine.shared ? <Trans>Stop sharing it</Trans> : <Trans>Share it with the workspace</Trans>}
              </Menu.Item>
              <Menu.Item
                c="var(--ink-danger)"
                onClick={() => void done(() => removeView(workspace, mine).then(() => null))}
              >
                <Trans>Delete this view</Trans>
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      <Dialog
        opened={asked !== null}
        title={asked === 'rename' ? t`Rename the view` : t`Save as a new view`}
        onClose={() => setAsked(null)}
      >
        <ViewForm
          name={asked === 'rename' ? (view?.name ?? '') : ''}
          sharing={asked === 'new'}
          onSave={(name, shared) =>
            void done(() =>
              asked === 'rename' && mine !== null
                ? changeView(workspace, mine, { name })
                : saveNewView(workspace, { name, shared, collection: table, definition }),
            )
          }
        />
      </Dialog>
    </>
  );
}

type ItemProps = {
  readonly name: string;
  readonly note?: string | null;
  readonly chosen: boolean;
  readonly onChoose: () => void;
};

function ViewItem({ name, note = null, chosen, onChoose }: ItemProps) {
  return (
    <Menu.Item
      aria-current={chosen ? 'true' : undefined}
      leftSection={<span aria-hidden="true">{chosen ? '●' : '○'}</span>}
      rightSection={note !== null && <span className={classes.quiet}>{note}</span>}
      onClick={onChoose}
    >
      {name}
    </Menu.Item>
  );
}

type FormProps = {
  readonly name: string;
  readonly sharing: boolean;
  readonly onSave: (name: string, shared: boolean) => void;
};

function ViewForm({ name, sharing, onSave }: FormProps) {
  const { t } = useLingui();
  const [text, setText] = useState(name);
  const [shared, setShared] = useState(false);
  const save = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (text.trim() !== '') onSave(text.trim(), shared);
  };
  return (
    <form onSubmit={save}>
      <Stack gap="sm">
        <TextInput
          data-autofocus
          label={t`Name`}
          value={text}
          maxLength={200}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {sharing && (
          <Checkbox
            label={t`Share it with the workspace`}
            checked={shared}
            onChange={(event) => setShared(event.currentTarget.checked)}
          />
        )}
        <Group justify="flex-end">
          <Button type="submit" disabled={text.trim() === ''}>
            <Trans>Save</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
