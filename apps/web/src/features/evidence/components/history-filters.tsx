import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Select, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { HistorySearch } from '../evidence-search.ts';
import { useCommandWords } from './command-words.ts';
import classes from './history.module.css';
import { RecordFilter } from './record-filter.tsx';

type Props = {
  readonly search: HistorySearch;
  readonly recordName: string | null;
  readonly actors: readonly { readonly id: string; readonly name: string }[];
  readonly commands: readonly string[];
};

/** What narrows the history; the address holds it. */
export function HistoryFilters({ search, recordName, actors, commands }: Props) {
  const { t, i18n } = useLingui();
  const nameOf = useCommandWords();
  const navigate = useNavigate();
  const keep = (narrowed: Partial<Record<keyof HistorySearch, string | undefined>>): void =>
    void navigate({ to: '.', search: (before) => ({ ...before, ...narrowed }), replace: true, resetScroll: false });
  const named = commands.map((command) => ({ value: command, label: nameOf(command) }));
  const isNarrowed = Object.keys(search).length > 0;
  const day = (name: 'from' | 'to', label: string) => (
    <TextInput
      size="xs"
      type="date"
      label={label}
      value={search[name] ?? ''}
      onChange={(event) => keep({ [name]: event.currentTarget.value === '' ? undefined : event.currentTarget.value })}
    />
  );
  return (
    <search className={classes.filters}>
      <RecordFilter
        value={search.record ?? null}
        name={recordName}
        onChange={(record) => keep({ record: record ?? undefined })}
      />
      <Select
        size="xs"
        label={t`What was done`}
        placeholder={t`Everything`}
        clearable
        clearButtonProps={{ 'aria-label': t`Everything` }}
        data={named.sort((one, other) => one.label.localeCompare(other.label, i18n.locale))}
        value={search.command ?? null}
        onChange={(command) => keep({ command: command ?? undefined })}
      />
      <Select
        size="xs"
        label={t`Who`}
        placeholder={t`Everybody`}
        clearable
        clearButtonProps={{ 'aria-label': t`Everybody` }}
        data={actors.map(({ id, name }) => ({ value: id, label: name }))}
        value={search.actor ?? null}
        onChange={(actor) => keep({ actor: actor ?? undefined })}
      />
      {day('from', t`From (day)`)}
      {day('to', t`Until (day)`)}
      {isNarrowed && (
        <Button
          className={classes.reset}
          size="xs"
          variant="default"
          onClick={() =>
            keep({ record: undefined, actor: undefined, command: undefined, from: undefined, to: undefined })
          }
        >
          <Trans>Show all</Trans>
        </Button>
      )}
    </search>
  );
}
