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
  'collisions-certain': msg`Pairs of alliances with different partner houses that hold on the day read and overlap in product, market and region for certain: equal terms, or one broader than the other. The move is held against each alliance of the firm.`,
  'collisions-possible': msg`Pairs with different partner houses of which a dimension is unknown, and no known one keeps them apart.`,
  segmentation: msg`1 less the share of colliding pairs among all pairs with different partner houses: between every possible collision counted, and none.`,
  singleSourced: msg`Kinds and subjects that partners bring on the day read, from one house alone, and that the firm does not have itself.`,
  redundant: msg`Kinds and subjects that two partner houses or more bring on the day read: what one would take away, another supplies.`,
  supply: msg`Houses other than the partner that bring the same kind and subject to the firm on the day read, and houses that bring or hold it by the record without the firm.`,
  degree: msg`Others to whom the firm is tied in the network of all recorded alliances, of whatever form, on the last day of the year.`,
  'effective-size': msg`Contacts less what they have in common: a contact whom other contacts reach as well counts less.`,
  efficiency: msg`Effective size by the number of contacts: 1 when no contact is tied to another.`,
  constraint: msg`How far the firm's ties lead back to the same contacts: low with many separate contacts, high with few who know each other.`,
  findings: msg`Findings whose verdict with the move is another than without it.`,
  retaliators: msg`Other houses in running alliances whose product, market or region is known to be the same, and none known to differ. Possible: one of them is unknown.`,
};
