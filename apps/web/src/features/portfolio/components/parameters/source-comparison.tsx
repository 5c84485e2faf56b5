import { Trans } from '@lingui/react/macro';
import type { Reading } from '../configuration/reading.ts';
import { usePortfolioWords } from '../words.ts';

type Props = { readonly chosen: Reading | null; readonly all: Reading | null };

/** What all sources together say, beside what the chosen ones do. */
export function SourceComparison({ chosen, all }: Props) {
  const words = usePortfolioWords();
  if (!all) return null;
  const { label, scope, shaping } = all.entry;
  const name = words.typeName(label);
  const differs = chosen?.entry.label !== label;
  return differs ? (
    <p data-differs>
      <span aria-hidden="true">▲ </span>
      <Trans>
        With all sources the label is {name} (scope {words.count(scope)}, shaping {words.count(shaping)}).
      </Trans>
    </p>
  ) : (
    <p>
      <Trans>
        With all sources the label is the same (scope {words.count(scope)}, shaping {words.count(shaping)}).
      </Trans>
    </p>
  );
}
