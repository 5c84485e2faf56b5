import type { LifecycleCardAnswer } from '@entente/contract/lifecycle';
import { Trans, useLingui } from '@lingui/react/macro';
import { VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { type Column, DataTable } from '../../../../ui/data-table.tsx';
import { InspectButton } from '../../../../ui/inspect-button.tsx';
import { Days } from '../counted.tsx';
import { LifecycleLink } from '../lifecycle-links.tsx';
import { useLifecycleWords } from '../lifecycle-words.ts';
import { useTemplate } from '../template-context.ts';
import { GateLines, inspected } from './board-card.tsx';
import classes from './board.module.css';

type Props = { readonly cards: readonly LifecycleCardAnswer[] };

/** How a stage stands to an alliance: it is there, or was, or was not. */
type Passage = 'here' | 'passed' | 'skipped' | 'unrecorded' | 'ahead';

const RANK: readonly Passage[] = ['ahead', 'unrecorded', 'skipped', 'passed', 'here'];

function passageOf(card: LifecycleCardAnswer, stage: string): Passage {
  if (card.stage === stage) return 'here';
  if (card.skipped.includes(stage)) return 'skipped';
  if (card.unrecorded.includes(stage)) return 'unrecorded';
  return card.visited.includes(stage) ? 'passed' : 'ahead';
}

function Marked({ sign, children }: { readonly sign: string; readonly children: ReactNode }) {
  return (
    <>
      <span aria-hidden="true">{sign}</span>
      <VisuallyHidden>{children}</VisuallyHidden>
    </>
  );
}

function PassageCell({ card, passage }: { readonly card: LifecycleCardAnswer; readonly passage: Passage }) {
  switch (passage) {
    case 'here':
      return (
        <InspectButton id={inspected('days', card.slug)}>
          <span aria-hidden="true">● </span>
          <Days count={card.daysInStage} />
        </InspectButton>
      );
    case 'passed':
      return (
        <Marked sign="✓">
          <Trans>gone through</Trans>
        </Marked>
      );
    case 'skipped':
      return (
        <span className={classes.skipped}>
          <Marked sign="▲">
            <Trans>skipped</Trans>
          </Marked>
        </span>
      );
    case 'unrecorded':
      return (
        <Marked sign="?">
          <Trans>not recorded</Trans>
        </Marked>
      );
    case 'ahead':
      return (
        <Marked sign="·">
          <Trans>ahead</Trans>
        </Marked>
      );
  }
}

/** The same as the columns: alliances by stages. */
export function BoardTable({ cards }: Props) {
  const { t } = useLingui();
  const said = useLifecycleWords();
  const order = useTemplate().template.stages.map(({ key }) => key);
  const columns: Column<LifecycleCardAnswer>[] = [
    {
      id: 'alliance',
      header: t`Alliance`,
      value: ({ slug, name }) => name ?? slug,
      cell: ({ slug, name }) => <LifecycleLink slug={slug}>{name ?? slug}</LifecycleLink>,
    },
    ...order.map(
      (key): Column<LifecycleCardAnswer> => ({
        id: key,
        header: said.stage(key),
        value: (card) => RANK.indexOf(passageOf(card, key)),
        cell: (card) => <PassageCell card={card} passage={passageOf(card, key)} />,
      }),
    ),
    {
      id: 'gate',
      header: t`Gate`,
      value: ({ daysOverdue }) => daysOverdue ?? 0,
      cell: (card) => <GateLines card={card} />,
    },
  ];
  return (
    <>
      <p className={classes.quiet}>
        <Trans>● here · ✓ gone through · ▲ skipped · ? not recorded</Trans>
      </p>
      <DataTable caption={t`Alliances by stage`} columns={columns} rows={cards} rowKey={({ slug }) => slug} filtered />
    </>
  );
}
