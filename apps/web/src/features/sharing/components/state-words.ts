import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { GrantState } from './standing.ts';

export const STATE_WORDS: Readonly<Record<GrantState, MessageDescriptor>> = {
  open: msg`open`,
  suspended: msg`waits for an owner`,
  expired: msg`expired`,
  withdrawn: msg`withdrawn`,
};
