import type { LifecycleCardAnswer } from '@entente/contract/lifecycle';
import { Trans, useLingui } from '@lingui/react/macro';
import { type Column, DataTable } from '../../../../ui/data-table.tsx';
import { Section } from '../../../../ui/section.tsx';
import { LifecycleLink } from '../lifecycle-links.tsx';
import { useLifecycleWords } from '../lifecycle-words.ts';
import { BehindLines } from './board-card.tsx';

type Props = { readonly cards: readonly LifecycleCardAnswer[] };

/** Alliances whose lifecycle is over: ended, or given up before anybody signed. */
export function EndedList({ cards }: Props) {
  const { t } = useLingui();
  const said = useLifecycleWords();
  if (cards.length === 0) return null;
  const columns: Column<LifecycleCardAnswer>[] = [
    {
      id: 'alliance',
      header: t`Alliance`,
      value: ({ slug, name }) => name ?? slug,
      cell: ({ slug, name }) => <LifecycleLink slug={slug}>{name ?? slug}</LifecycleLink>,
    },
    {
      id: 'state',
      header: t`How`,
      term: true,
      value: ({ state }) => (state === 'given-up' ? t`given up before signing` : t`ended`),
    },
    { id: 'stage', header: t`Last stage`, term: true, value: ({ stage }) => said.stage(stage) },
    {
      id: 'behind',
      header: t`Stages behind`,
      value: ({ skipped }) => skipped.length,
      cell: (card) => <BehindLines card={card} />,
    },
  ];
  return (
    <Section id="ended" title={<Trans>Ended or given up</Trans>} count={cards.length}>
      <DataTable caption={t`Ended or given up`} columns={columns} rows={cards} rowKey={({ slug }) => slug} />
    </Section>
  );
}
