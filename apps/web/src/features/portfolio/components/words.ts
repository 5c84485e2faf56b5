import type { I18n, MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { useMemo } from 'react';
import type { ConfigurationType, ContestReason, MoveKind, Novelty, Population } from '@entente/core/portfolio';
import { plainTitle } from '../../../lib/plain-words.ts';
import { useWords } from '../../../lib/use-words.ts';

/** The terms of this page in the reader's language, one table a vocabulary. */
type Names<K extends string> = Readonly<Record<K, MessageDescriptor>>;

const TYPE_NAMES: Names<ConfigurationType> = {
  optimization: msg`Optimization`,
  'resource-development': msg`Resource Development`,
  'alliance-portfolio-development': msg`Alliance Portfolio Development`,
  diversification: msg`Diversification`,
};

const POPULATION_NAMES: Names<Population> = {
  all: msg`all alliances`,
  equity: msg`equity alliances`,
  'joint-ventures': msg`joint ventures`,
};

const MOVE_KIND_NAMES: Names<MoveKind> = {
  formed: msg`formed`,
  joined: msg`partner joined`,
  'resource-added': msg`resource added`,
  'domain-added': msg`domain added`,
  'stake-changed': msg`stakes changed`,
  left: msg`partner left`,
  ended: msg`ended`,
  merged: msg`merged`,
};

const NOVELTY_NAMES: Names<Novelty> = { existing: msg`existing`, new: msg`new` };

function reasonWords(reason: ContestReason, i18n: I18n): string {
  switch (reason.code) {
    case 'scope-at-threshold':
      return i18n._(msg`scope is exactly at the threshold`);
    case 'scope-one-short':
      return i18n._(msg`one partner house short of extensive scope`);
    case 'shaping-at-threshold':
      return i18n._(msg`shaping is exactly at the threshold`);
    case 'shaping-one-short':
      return i18n._(msg`one explorative move short`);
    case 'level-decides': {
      const { scopeByHouse, scopeByOrganisation } = reason;
      return i18n._(msg`counted by house the scope is ${scopeByHouse}, by organisation ${scopeByOrganisation}`);
    }
    case 'window-decides':
      return i18n._(msg`the length of the window decides`);
  }
}

function wordsIn(i18n: I18n, terms: ReturnType<typeof useWords>) {
  const numbers = new Intl.NumberFormat(i18n.locale);
  const shares = new Intl.NumberFormat(i18n.locale, { style: 'percent' });
  const lists = new Intl.ListFormat(i18n.locale, { type: 'conjunction' });
  return {
    typeName: (type: ConfigurationType): string => i18n._(TYPE_NAMES[type]),
    population: (population: Population): string => i18n._(POPULATION_NAMES[population]),
    moveKind: (kind: MoveKind): string => i18n._(MOVE_KIND_NAMES[kind]),
    novelty: (novelty: Novelty): string => i18n._(NOVELTY_NAMES[novelty]),
    reasons: (reasons: readonly ContestReason[]): string =>
      reasons.map((reason) => reasonWords(reason, i18n)).join('; '),
    count: (count: number): string => numbers.format(count),
    share: (share: number): string => shares.format(share),
    separator: terms.separator,
    listed: terms.listed,
    list: (items: readonly string[]): string => lists.format(items),
    /** A resource key, `kind:subject`: the subject as recorded, the kind in the reader's language. */
    resource: (key: string): string => {
      const colon = key.indexOf(':');
      const kind = terms.term('resourceKinds', key.slice(0, colon));
      const subject = plainTitle(key.slice(colon + 1));
      return i18n._(msg`${subject} (${kind})`);
    },
  };
}

export type PortfolioWords = ReturnType<typeof wordsIn>;

/** Labels, moves and reasons in the reader's language. */
export function usePortfolioWords(): PortfolioWords {
  const { i18n } = useLingui();
  const terms = useWords();
  return useMemo(() => wordsIn(i18n, terms), [i18n, terms]);
}
