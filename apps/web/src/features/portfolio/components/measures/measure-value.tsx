import { Trans } from '@lingui/react/macro';
import { VisuallyHidden } from '@mantine/core';
import type { PanelMeasureName } from '@entente/contract/portfolio';
import { InspectButton } from '../../../../ui/inspect-button.tsx';
import type { MeasureUnit } from './measure-groups.ts';
import { useMeasureWords } from './measure-words.ts';

type Props = {
  /** Id of the `Inspected` it opens. */
  readonly id: string;
  readonly measure: PanelMeasureName;
  readonly unit: MeasureUnit;
  readonly value: number | null;
};

/** A value that opens to its rule and inputs; what is not defined says so, and opens too. */
export function MeasureValue({ id, measure, unit, value }: Props) {
  const words = useMeasureWords();
  return (
    <InspectButton id={id} unknown={value === null}>
      <VisuallyHidden>{words.label(measure)} </VisuallyHidden>
      {value === null ? (
        <>
          <span aria-hidden="true">–</span>
          <VisuallyHidden>
            <Trans>not defined</Trans>
          </VisuallyHidden>
        </>
      ) : (
        words.value(value, unit, measure)
      )}
    </InspectButton>
  );
}
