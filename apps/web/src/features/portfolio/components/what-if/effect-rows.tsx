import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { PositionAnswer, WhatIfAnswer } from '@entente/contract/portfolio';
import { useWords } from '../../../../lib/use-words.ts';
import { useMeasureWords } from '../measures/measure-words.ts';
import { useSegmentationWords } from '../segmentation/segmentation-words.ts';
import { usePortfolioWords } from '../words.ts';
import { AddedCollisions, BroughtResources, Contacts } from './effect-details.tsx';
import type { PlannedMove } from './move-address.ts';
import classes from './what-if.module.css';

type Outlook = WhatIfAnswer['outlooks'][number];

/** One line of the comparison: what it is, what it is today, and what each candidate makes of it. */
export type ComparisonRow = {
  readonly id: string;
  readonly label: string;
  readonly today: ReactNode;
  readonly cell: (outlook: Outlook, move: PlannedMove) => ReactNode;
  /** What a figure opens to beyond its rule; null: today. A line without it opens by its name alone. */
  readonly open?: (outlook: Outlook | null) => ReactNode;
  /** A line of which there is nothing today. */
  readonly opensToday?: false;
};

type Shown = (value: number | null) => string;

const POSITIONS = [
  ['degree', 'degree'],
  ['effective-size', 'effectiveSize'],
  ['efficiency', 'efficiency'],
  ['constraint', 'constraint'],
] as const satisfies readonly (readonly [string, keyof PositionAnswer])[];

/** The difference to today, beside a value that is another; `signed` writes it with its sign. */
export function Changed({
  value,
  before,
  shown,
  signed,
}: {
  readonly value: number | null;
  readonly before: number | null;
  readonly shown: Shown;
  readonly signed: (difference: number) => string;
}) {
  if (value === null || value === before) return shown(value);
  if (before === null) return <b>{shown(value)}</b>;
  return (
    <>
      <b>{shown(value)}</b> <span className={classes.quiet}>{signed(value - before)}</span>
    </>
  );
}

/** What a move does to the segmentation of domains, to the supply of resources and to the place in the network. */
export function useEffectRows(answer: WhatIfAnswer): readonly ComparisonRow[] {
  const { t, i18n } = useLingui();
  const words = useWords();
  const portfolio = usePortfolioWords();
  const measures = useMeasureWords();
  const segmentation = useSegmentationWords();
  const { segmentation: domains, redundancy, position } = answer;
  const numbers = new Intl.NumberFormat(i18n.locale, { maximumFractionDigits: 3 });
  const signs = new Intl.NumberFormat(i18n.locale, { maximumFractionDigits: 3, signDisplay: 'exceptZero' });
  const shown: Shown = (value) => (value === null ? t`unknown` : numbers.format(value));
  const signed = (difference: number): string => signs.format(difference);
  const outside = <Trans>outside this population</Trans>;
  const none = <span className={classes.quiet}>–</span>;
  const collisions = (id: 'certain' | 'possible', label: string): ComparisonRow => ({
    id: `collisions-${id}`,
    label,
    today: words.count(domains[id]),
    cell: ({ collisions: effect }) =>
      effect === null ? (
        outside
      ) : (
        <Changed value={effect.after[id]} before={domains[id]} shown={shown} signed={signed} />
      ),
    open: (outlook) =>
      outlook?.collisions && (
        <AddedCollisions added={outlook.collisions.added.filter(({ overlap }) => overlap === id)} />
      ),
  });
  const supply = (id: 'singleSourced' | 'redundant', label: string): ComparisonRow => ({
    id,
    label,
    today: words.count(redundancy[id]),
    cell: ({ redundancy: { after } }) => (
      <Changed value={after[id]} before={redundancy[id]} shown={shown} signed={signed} />
    ),
    open: (outlook) => outlook && <BroughtResources brought={outlook.redundancy.brought} />,
  });
  return [
    collisions('certain', t`Certain collisions`),
    collisions('possible', t`Possible collisions`),
    {
      id: 'segmentation',
      label: t`Segmentation index`,
      today: segmentation.interval(domains.index),
      cell: ({ collisions: effect }) => (effect === null ? outside : segmentation.interval(effect.after.index)),
      open: (outlook) => outlook?.collisions && <AddedCollisions added={outlook.collisions.added} />,
    },
    supply('singleSourced', t`Resources that one house alone brings`),
    supply('redundant', t`Resources that several houses bring`),
    {
      id: 'supply',
      label: t`Who else supplies what it brings`,
      today: none,
      opensToday: false,
      cell: ({ redundancy: { brought } }) =>
        brought.length === 0 ? (
          t`brings nothing`
        ) : (
          <>
            {brought.map(({ kind, subject, offers, elsewhere }) => {
              const [what, here, there] = [
                portfolio.resource(`${kind}:${subject}`),
                words.count(offers.length),
                words.count(elsewhere.length),
              ];
              return (
                <span key={`${kind}:${subject}`} className={classes.line}>
                  {t`${what}: ${here} with us, ${there} elsewhere`}
                </span>
              );
            })}
          </>
        ),
      open: (outlook) => outlook && <BroughtResources brought={outlook.redundancy.brought} />,
    },
    ...POSITIONS.map(([measure, field]): ComparisonRow => {
      return {
        id: measure,
        label: measures.label(measure),
        today: shown(position[field]),
        cell: ({ position: after }) => (
          <Changed value={after[field]} before={position[field]} shown={shown} signed={signed} />
        ),
        open: (outlook) => <Contacts position={outlook?.position ?? position} partner={outlook?.candidate ?? null} />,
      };
    }),
  ];
}
