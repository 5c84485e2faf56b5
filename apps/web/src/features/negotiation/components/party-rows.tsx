import { Trans, useLingui } from '@lingui/react/macro';
import { NativeSelect, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWorkspace } from '../../../lib/workspace.ts';
import paper from '../../../dossier/paper.module.css';
import type { PaperDraft } from '../../../dossier/paper-section.tsx';
import { membersOfQuery, organisationsQuery } from '../api/organisation-choices.ts';
import { useNegotiationWords } from './negotiation-words.ts';
import classes from './negotiation.module.css';
import { Rows } from './rows.tsx';

type Props = PaperDraft<'negotiation'> & { readonly slug: string; readonly names: ReadonlyMap<string, string> };

/** Who sits at the table, and on which side. */
export function PartyRows({ slug, draft: { parties }, change, names }: Props) {
  const { t } = useLingui();
  const said = useNegotiationWords();
  const { data: members } = useQuery(membersOfQuery(useWorkspace(), slug));
  const next = (members ?? []).find(({ id }) => parties.every(({ organisation }) => organisation !== id));
  return (
    <Rows
      legend={<Trans>Who negotiates</Trans>}
      rows={parties}
      rowKey={({ organisation }) => organisation}
      add={<Trans>Add a party</Trans>}
      onAdd={() =>
        change({
          parties: [...parties, { organisation: next?.id ?? '', side: parties.length === 0 ? 'ours' : 'theirs' }],
        })
      }
      onRemove={(at) => change({ parties: parties.toSpliced(at, 1) })}
      fields={(row, at) => (
        <div className={paper.row}>
          <OrganisationSelect
            value={row.organisation}
            names={names}
            onChange={(organisation) => change({ parties: parties.with(at, { ...row, organisation }) })}
          />
          <NativeSelect
            label={t`Side`}
            value={row.side}
            data={(['ours', 'theirs'] as const).map((side) => ({ value: side, label: said.side(side) }))}
            onChange={(event) =>
              change({ parties: parties.with(at, { ...row, side: event.currentTarget.value as typeof row.side }) })
            }
          />
        </div>
      )}
    />
  );
}

type SelectProps = {
  readonly value: string;
  readonly names: ReadonlyMap<string, string>;
  readonly onChange: (organisation: string) => void;
};

/** An organisation of the register, by any of its names. */
function OrganisationSelect({ value, names, onChange }: SelectProps) {
  const { t } = useLingui();
  const workspace = useWorkspace();
  const [typed, setTyped] = useState('');
  const [wanted] = useDebouncedValue(typed, 150);
  const { data } = useQuery(organisationsQuery(workspace, wanted));
  const found = new Map([...names, ...(data ?? []).map(({ id, name }) => [id, name] as const)]);
  return (
    <Select
      className={classes.grow ?? ''}
      label={t`Organisation`}
      placeholder={t`Type a name`}
      searchable
      required
      allowDeselect={false}
      data={[...found].filter(([id]) => id !== '').map(([id, name]) => ({ value: id, label: name }))}
      value={value === '' ? null : value}
      onChange={(id) => onChange(id ?? '')}
      onSearchChange={setTyped}
      nothingFoundMessage={<Trans>Type a name</Trans>}
    />
  );
}
