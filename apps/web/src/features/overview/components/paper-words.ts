import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/** What papers with which something is to be done are called, by their kind; the others are told by their stage alone. */
export const PAPER_WORDS: Readonly<Partial<Record<string, MessageDescriptor>>> = {
  action: msg({ message: 'Action', context: 'paper' }),
  issue: msg({ message: 'Issue', context: 'paper' }),
  meeting: msg({ message: 'Meeting', context: 'paper' }),
  'hand-over': msg({ message: 'Hand-over', context: 'paper' }),
  obligation: msg({ message: 'Obligation', context: 'paper' }),
  negotiation: msg({ message: 'Negotiation', context: 'paper' }),
  'term-sheet': msg({ message: 'Term sheet', context: 'paper' }),
  'partner-choice': msg({ message: 'Choice of partner', context: 'paper' }),
  'exit-plan': msg({ message: 'Exit plan', context: 'paper' }),
};
