import type { ReleaseAnswer } from '@entente/contract/clean-team';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../../lib/use-words.ts';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { InspectButton } from '../../../ui/inspect-button.tsx';
import { Inspected } from '../../../ui/inspector.tsx';
import { Moment } from '../../../ui/moment.tsx';
import { AggregateValue } from './aggregate-value.tsx';
import { FIELD_LABELS, STATISTIC_WORDS } from './aggregate-words.ts';
import { DecisionDialog } from './decision-dialog.tsx';
import { Behind, ReleaseFacts } from './release-facts.tsx';

type Props = {
  readonly caption: string;
  readonly releases: readonly ReleaseAnswer[];
  readonly empty: ReactNode;
  /** What they wait for, or came to. */
  readonly stage: 'waiting' | 'released' | 'past';
};

const inspectedId = ({ id }: ReleaseAnswer): string => `release.${id}`;

/** Aggregates with their figures; each opens to how it came about, and for the clean team to what may be decided. */
export function ReleasesTable({ caption, releases, empty, stage }: Props) {
  const { t, i18n } = useLingui();
  const words = useWords();
  const [opened, setOpened] = useState<string | null>(null);
  const looked = releases.find(({ id }) => id === opened);
  const inTeam = releases.some(({ abilities }) => abilities.inputs);
  const ofWhat = ({ of, quantity }: ReleaseAnswer): string =>
    quantity === null ? i18n._(FIELD_LABELS[of]) : words.quantity(quantity);
  const columns: Column<ReleaseAnswer>[] = [
    {
      id: 'title',
      header: t`Aggregate`,
      value: ({ title }) => title,
      cell: (release) => <InspectButton id={inspectedId(release)}>{release.title}</InspectButton>,
    },
    { id: 'of', header: t`Of`, value: ofWhat },
    { id: 'statistic', header: t`Statistic`, value: ({ statistic }) => i18n._(STATISTIC_WORDS[statistic]) },
    {
      id: 'value',
      header: t`Value`,
      numeric: true,
      value: ({ value }) => Number(value),
      cell: (release) => <AggregateValue told={release} />,
    },
    {
      id: 'behind',
      header: t`Behind it`,
      value: ({ contributors }) => contributors,
      cell: (release) => <Behind told={release} />,
    },
    ...(stage === 'released'
      ? [
          {
            id: 'when',
            header: t`Released on`,
            value: ({ decidedAt }: ReleaseAnswer) => decidedAt,
            cell: ({ decidedAt }: ReleaseAnswer) => decidedAt !== null && <Moment at={decidedAt} parts="day" />,
          },
        ]
      : []),
    ...(stage === 'waiting'
      ? [{ id: 'by', header: t`Proposed by`, value: ({ proposedBy }: ReleaseAnswer) => proposedBy.name }]
      : []),
    ...(stage === 'past'
      ? [
          {
            id: 'state',
            header: t`State`,
            value: ({ state }: ReleaseAnswer) => (state === 'refused' ? t`refused` : t`withdrawn`),
          },
          { id: 'reason', header: t`Reason`, value: ({ reason }: ReleaseAnswer) => reason },
        ]
      : []),
    ...(inTeam
      ? [
          {
            id: 'actions',
            header: t`Actions`,
            value: () => null,
            cell: (release: ReleaseAnswer) => <Look release={release} onOpen={() => setOpened(release.id)} />,
          },
        ]
      : []),
  ];
  return (
    <>
      <DataTable caption={caption} columns={columns} rows={releases} rowKey={({ id }) => id} empty={empty} />
      {releases.map((release) => (
        <Inspected key={release.id} id={inspectedId(release)} title={release.title}>
          <ReleaseFacts release={release} />
        </Inspected>
      ))}
      {looked && <DecisionDialog release={looked} onClose={() => setOpened(null)} />}
    </>
  );
}

function Look({ release, onOpen }: { readonly release: ReleaseAnswer; readonly onOpen: () => void }) {
  const { t } = useLingui();
  const { abilities, title } = release;
  return (
    <Button
      size="compact-sm"
      variant={abilities.approve ? 'filled' : 'default'}
      aria-label={abilities.approve ? t`Look and decide: ${title}` : t`Look: ${title}`}
      onClick={onOpen}
    >
      {abilities.approve ? <Trans>Look and decide…</Trans> : <Trans>Look…</Trans>}
    </Button>
  );
}
