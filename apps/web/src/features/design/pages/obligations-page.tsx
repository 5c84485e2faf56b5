import { OBLIGATION_SIDES, OBLIGATION_STATES } from '@entente/core/lifecycle';
import { Trans, useLingui } from '@lingui/react/macro';
import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useAsOf } from '../../../lib/as-of.ts';
import { type ObligationSearch, OPEN } from '../../../lib/obligation-search.ts';
import { papersQuery } from '../../../lib/papers.ts';
import { usePageTitle } from '../../../ui/page-title.ts';
import { Section } from '../../../ui/section.tsx';
import { EmptyState, FailureState, LoadingState } from '../../../ui/states.tsx';
import classes from '../components/design.module.css';
import shared from '../../../dossier/dossier.module.css';
import { CATEGORY_WORDS, SIDE_WORDS, STATE_WORDS } from '../components/design-words.ts';
import { Totals } from '../components/obligations/obligation-figures.tsx';
import {
  categoryOf,
  chosenRows,
  isKnownCategory,
  NOBODY,
  type ObligationRow,
  obligationRows,
} from '../components/obligations/obligation-rows.ts';
import { ObligationsFile, ObligationTable } from '../components/obligations/obligation-table.tsx';

const ROUTE = '/w/$workspace/obligations';
const KINDS = ['obligation'] as const;

/** The obligations of every alliance: what is late first, narrowed as the address says. */
export function ObligationsPage() {
  const { t } = useLingui();
  const { workspace } = useParams({ from: ROUTE });
  const search = useSearch({ from: ROUTE });
  const { day } = useAsOf();
  const { data, error, refetch } = useQuery(papersQuery(workspace, KINDS));
  usePageTitle(t`Obligations`);
  if (error && !data) return <FailureState error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState lines={12} />;
  const all = obligationRows(data.items, day);
  const shown = chosenRows(all, search);
  const [dated, undated] = [
    shown.filter(({ reading }) => !reading.isUndated),
    shown.filter(({ reading }) => reading.isUndated),
  ];
  return (
    <>
      <h1>
        <Trans>Obligations</Trans>
      </h1>
      {all.length === 0 ? (
        <EmptyState title={<Trans>No obligation is recorded yet</Trans>}>
          <Trans>Obligations are added on the pages of the alliances whose contracts give them.</Trans>
        </EmptyState>
      ) : (
        <>
          <Choices all={all} search={search} />
          <Totals obligations={shown.map(({ paper }) => paper)} />
          <Section
            id="dated"
            title={<Trans>With a date</Trans>}
            count={dated.length}
            action={<ObligationsFile rows={[...dated, ...undated]} day={day} />}
          >
            <ObligationTable
              rows={dated}
              day={day}
              caption={t`Obligations with a date`}
              empty={t`No obligation with a date is of this kind.`}
            />
          </Section>
          {undated.length > 0 && (
            <Section id="undated" title={<Trans>Without a date</Trans>} count={undated.length}>
              <p className={shared.quiet}>
                <Trans>Nobody says by when: they are never upcoming or overdue. Find the day in the contract.</Trans>
              </p>
              <ObligationTable rows={undated} day={day} caption={t`Obligations without a date`} empty="" />
            </Section>
          )}
        </>
      )}
    </>
  );
}

type ChoicesProps = { readonly all: readonly ObligationRow[]; readonly search: ObligationSearch };

/** State, side, category and holder: those that there are. */
function Choices({ all, search }: ChoicesProps) {
  const { t, i18n } = useLingui();
  const navigate = useNavigate({ from: ROUTE });
  const choose = (name: keyof ObligationSearch, value: string): void =>
    void navigate({
      search: (before) => ({ ...before, [name]: value === '' ? undefined : value }),
      replace: true,
      resetScroll: false,
    });
  const categories = [...new Set(all.map(({ paper }) => categoryOf(paper)))];
  const holders = new Map(
    all.flatMap(({ paper: { content, people } }) => {
      const holder = people.find(({ id }) => id === content.holder);
      return holder ? [[holder.id, holder.name] as const] : [];
    }),
  );
  const any = { value: '', label: t`all` };
  const lists = [
    {
      name: 'state',
      label: t`State`,
      data: [
        { value: OPEN, label: t`still to be met` },
        ...OBLIGATION_STATES.map((state) => ({ value: state, label: i18n._(STATE_WORDS[state]) })),
      ],
    },
    {
      name: 'side',
      label: t`Whose`,
      data: OBLIGATION_SIDES.map((side) => ({ value: side, label: i18n._(SIDE_WORDS[side]) })),
    },
    {
      name: 'category',
      label: t`Category`,
      data: categories.map((category) => ({
        value: category,
        label: isKnownCategory(category) ? i18n._(CATEGORY_WORDS[category]) : category.slice(1),
      })),
    },
    {
      name: 'holder',
      label: t`Who sees to it`,
      data: [
        ...[...holders].map(([value, label]) => ({ value, label })),
        ...(all.some(({ paper }) => paper.content.holder === null) ? [{ value: NOBODY, label: t`nobody` }] : []),
      ],
    },
  ] as const;
  return (
    <div className={classes.asked} role="search" aria-label={t`Which obligations`}>
      {lists.map(({ name, label, data }) => (
        <NativeSelect
          key={name}
          size="xs"
          label={label}
          data={[any, ...data]}
          value={search[name] ?? ''}
          onChange={(event) => choose(name, event.currentTarget.value)}
        />
      ))}
    </div>
  );
}
