import type { ReleasePreviewAnswer } from '@entente/contract/clean-team';
import { Plural, Trans } from '@lingui/react/macro';
import { useWords } from '../../../lib/use-words.ts';

type Told = Pick<ReleasePreviewAnswer, 'statistic' | 'value' | 'valueTo' | 'unit'>;

/** An aggregate in figures: exact, or the span in which it lies. */
export function AggregateValue({ told }: { readonly told: Told }) {
  const words = useWords();
  const { statistic, unit, valueTo } = told;
  if (statistic === 'count') return <Plural value={Number(told.value)} one="# record" other="# records" />;
  const figure = (value: string): string => (unit === '%' ? words.percent(value) : words.number(value));
  const [from, to] = [figure(told.value), valueTo === null ? null : figure(valueTo)];
  const after = unit === null || unit === '%' ? null : <> {words.unit(unit)}</>;
  if (to === null) {
    return (
      <>
        {from}
        {after}
      </>
    );
  }
  return (
    <>
      <Trans>
        {from} to {to}
      </Trans>
      {after}
    </>
  );
}
