import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/** How each line of the comparison is computed. */
export const ROW_RULES: Readonly<Record<string, MessageDescriptor>> = {
  type: msg`A partner is new when the firm had no earlier tie of any form with its house; a resource is new when it stood neither in the firm's own stock nor in any earlier tie. Both together give the type.`,
  fresh: msg`Resources that the partner would bring and that the firm does not have yet.`,
  label: msg`The label that scope and shaping give on the day read, with the move and without it.`,
  agreement: msg`The share of counting rules that give the same label.`,
  scope: msg`Partner houses of all alliances of this population; one tied by contracts only counts 0.5.`,
  shaping: msg`Moves that brought something new.`,
  size: msg`Alliances of this population that run on the day read.`,
  partners: msg`Different organisations among the ties that run.`,
  houses: msg`Different houses among the ties that run.`,
  repeatShare: msg`Ties that began after the first one with the same partner, of all ties that run.`,
  houseConcentration: msg`The sum of the squared shares of houses in the ties that run: 1 is a single house.`,
  findings: msg`Findings whose verdict with the move is another than without it.`,
  retaliators: msg`Other houses in running alliances whose product, market or region is known to be the same, and none known to differ. Possible: one of them is unknown.`,
};
