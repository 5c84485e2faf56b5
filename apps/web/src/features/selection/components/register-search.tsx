import type { CandidateScreenAnswer } from '@entente/contract/portfolio';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAsOf } from '../../../lib/as-of.ts';
import { useFocal } from '../../../lib/focal.ts';
import { useWords } from '../../../lib/use-words.ts';
import { useWorkspace } from '../../../lib/workspace.ts';
import { FailureState, LoadingState } from '../../../ui/states.tsx';
import { screensQuery } from '../api/selection-requests.ts';
import { useChoice } from './choice-context.ts';
import { Screens } from './screens.tsx';
import { WideTable } from './wide-table.tsx';
import classes from './choice.module.css';

type Props = { readonly onAdd: (organisation: Pick<CandidateScreenAnswer, 'id' | 'name'>) => void };

/** Organisations of the register that could come onto the long list, with the screens as filters. */
export function RegisterSearch({ onAdd }: Props) {
  const [isOpen, setOpen] = useState(false);
  const { choice, set } = useChoice();
  const workspace = useWorkspace();
  const focal = useFocal();
  const { data } = useQuery({
    ...screensQuery(workspace, focal ?? '', { besides: '-', organisations: ['-'] }),
    enabled: choice.firm === null && focal !== null,
  });
  if (choice.firm === null)
    return data === undefined ? null : (
      <p data-screen-only>
        <Trans>Whose partner is chosen is not said, so the register cannot be screened.</Trans>{' '}
        <Button size="compact-xs" variant="default" onClick={() => set({ ...choice, firm: data.focal.id })}>
          <Trans>It is for {data.focal.name}</Trans>
        </Button>
      </p>
    );
  return (
    <details data-screen-only onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <Trans>Look for candidates in the register</Trans>
      </summary>
      {isOpen && <SearchForm firm={choice.firm} onAdd={onAdd} />}
    </details>
  );
}

function SearchForm({ firm, onAdd }: Props & { readonly firm: string }) {
  const { t } = useLingui();
  const words = useWords();
  const { slug } = useChoice();
  const workspace = useWorkspace();
  const { text: asOf } = useAsOf();
  const [typed, setTyped] = useState('');
  const [name] = useDebouncedValue(typed, 200);
  const [country, setCountry] = useState('');
  const [clear, setClear] = useState(false);
  const asked = { besides: slug, asOf: asOf ?? undefined, name, country: country === '' ? null : country, clear };
  const { data, error, refetch } = useQuery(screensQuery(workspace, firm, asked));
  return (
    <>
      <div className={classes.actions}>
        <TextInput size="xs" label={t`Name`} value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />
        <NativeSelect
          size="xs"
          label={t`Country`}
          value={country}
          onChange={(event) => setCountry(event.currentTarget.value)}
          data={[
            { value: '', label: t`every country` },
            ...(data?.countries ?? []).map((value) => ({ value, label: words.country(value) })),
          ]}
        />
        <Checkbox
          size="xs"
          label={t`Without those who collide or are tied to a partner`}
          checked={clear}
          onChange={(event) => setClear(event.currentTarget.checked)}
        />
      </div>
      {error && !data ? (
        <FailureState error={error} inline onRetry={() => void refetch()} />
      ) : data ? (
        <Found items={data.items} total={data.total} onAdd={onAdd} />
      ) : (
        <LoadingState lines={4} />
      )}
    </>
  );
}

type FoundProps = Props & { readonly items: readonly CandidateScreenAnswer[]; readonly total: number };

function Found({ items, total, onAdd }: FoundProps) {
  const { t } = useLingui();
  const { choice } = useChoice();
  const count = items.length;
  const isThere = ({ id, name }: CandidateScreenAnswer): boolean =>
    choice.candidates.some((each) => each.organisation === id || each.name === name);
  return (
    <>
      <p className={classes.lead} aria-live="polite">
        {total > count ? (
          <Trans>
            {total} organisations; the first {count} are shown. Narrow the search to see others.
          </Trans>
        ) : total === 0 ? (
          <Trans>No organisation of the register is like that. Try fewer filters.</Trans>
        ) : (
          <Trans>{total} organisations</Trans>
        )}
      </p>
      <WideTable label={t`Organisations of the register`} isTall>
        <table className={classes.grid}>
          <tbody>
            {items.map((item) => (
              <tr key={item.id}>
                <th scope="row">
                  {item.name}
                  <div className={classes.found}>
                    <Button
                      size="compact-xs"
                      variant="default"
                      disabled={isThere(item)}
                      {...(!isThere(item) && { 'aria-label': t`Add ${item.name} to the long list` })}
                      onClick={() => onAdd(item)}
                    >
                      {isThere(item) ? <Trans>on the list</Trans> : <Trans>Add</Trans>}
                    </Button>
                  </div>
                </th>
                <td className={classes.told}>
                  <Screens of={`search.${item.slug}`} name={item.name} screen={item} isInRegister />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
    </>
  );
}
