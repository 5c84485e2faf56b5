import { useLingui } from '@lingui/react/macro';
import {
  type Advice,
  type Finding,
  type FindingCode,
  type FindingInput,
  type FindingReason,
  type InputName,
  PROPOSITIONS,
  type Verdict,
} from '@entente/core/portfolio';
import { useWords } from '../../../../lib/use-words.ts';
import { usePortfolioWords } from '../words.ts';
import { FINDING_TEXTS } from './finding-texts.ts';
import { FOUND_TEXTS, INPUT_TEXTS, VERDICT_TEXTS } from './input-texts.ts';
import { ADVICE_TEXTS, REASON_TEXTS } from './reason-texts.ts';

export const isProposition = (code: FindingCode): boolean => (PROPOSITIONS as readonly string[]).includes(code);

/** Findings in the reader's language. */
export function useFindingWords() {
  const { i18n, t } = useLingui();
  const terms = useWords();
  const portfolio = usePortfolioWords();
  const shares = new Intl.NumberFormat(i18n.locale, { maximumFractionDigits: 2 });
  const asked = ({ asked: rule }: FindingInput): string | null => {
    if (rule === null) return null;
    const than = shares.format(rule.than);
    return rule.at === 'least' ? t`at least ${than}` : t`at most ${than}`;
  };
  const value = ({ value: given }: FindingInput): string => {
    switch (given.kind) {
      case 'count':
        return terms.count(given.count);
      case 'years':
        return terms.count(given.years);
      case 'shares': {
        const [from, to] = [shares.format(given.from), shares.format(given.to)];
        return from === to ? from : t`${from} to ${to}`;
      }
      case 'configuration':
        return portfolio.typeName(given.type);
      case 'position':
        return terms.term('positions', given.position);
      case 'unknown':
        return t`unknown`;
    }
  };
  return {
    title: (code: FindingCode): string => i18n._(FINDING_TEXTS[code].title),
    says: (code: FindingCode): string => i18n._(FINDING_TEXTS[code].says),
    rule: (code: FindingCode): string => i18n._(FINDING_TEXTS[code].rule),
    verdict: (code: FindingCode, verdict: Verdict): string =>
      i18n._((isProposition(code) ? VERDICT_TEXTS : FOUND_TEXTS)[verdict]),
    reason: (reason: FindingReason): string => i18n._(REASON_TEXTS[reason]),
    advice: (advice: Advice): string => i18n._(ADVICE_TEXTS[advice]),
    input: (name: InputName): string => i18n._(INPUT_TEXTS[name]),
    value,
    asked,
    /** The finding in one line, for where there is room for no more. */
    line: ({ code, verdict, reason }: Finding): string => {
      const [title, why] = [i18n._(FINDING_TEXTS[code].title), i18n._(REASON_TEXTS[reason])];
      return verdict === 'not-enough-data' ? t`${title}: not enough data` : t`${title}: ${why}`;
    },
  };
}
