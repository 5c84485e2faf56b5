import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Aim, DomainDimension } from '@entente/core/portfolio';

export const AIM_TEXTS: Readonly<Record<Aim, MessageDescriptor>> = {
  'more-houses': msg`More partner houses`,
  'more-new-resources': msg`More new resources`,
  'less-concentration': msg`Less weight on single houses`,
  'more-repeat-ties': msg`More ties with known partners`,
  'fewer-retaliators': msg`Fewer partners who may retaliate`,
  'fewer-concerns': msg`Fewer findings that warn`,
};

export const DIMENSION_TEXTS: Readonly<Record<DomainDimension, MessageDescriptor>> = {
  product: msg`product`,
  market: msg`market`,
  region: msg`region`,
};
