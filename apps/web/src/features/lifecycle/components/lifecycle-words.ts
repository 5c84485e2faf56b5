import type { LifecycleBoardAnswer, LifecycleTemplateAnswer } from '@entente/contract/lifecycle';
import type { CriterionState } from '@entente/core/lifecycle';
import type { Wording } from '@entente/core/register';
import type { I18n, MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { useMemo } from 'react';
import { plainWords } from '../../../lib/plain-words.ts';
import { useWords, type Words } from '../../../lib/use-words.ts';
import { useTemplate } from './template-context.ts';

export type EndingKey = keyof LifecycleBoardAnswer['endings'][number]['endings'];

const CRITERION_STATES: Readonly<Record<CriterionState, MessageDescriptor>> = {
  met: msg`met`,
  unmet: msg`not met`,
  waived: msg`waived`,
  lapsed: msg`waiver lapsed`,
  open: msg`not judged yet`,
};

const APPROVER_STATES = {
  approved: msg`approved`,
  refused: msg`refused`,
  awaited: msg`awaited`,
} as const;

const OTHER_ENDINGS: Readonly<Record<string, MessageDescriptor>> = {
  'given-up': msg`given up before signing`,
  none: msg`goes on`,
  unknown: msg`unknown`,
};

function wordsIn(i18n: I18n, words: Words, { template }: LifecycleTemplateAnswer) {
  const said = (wording: Wording): string => wording[i18n.locale as keyof Wording];
  const stageOf = (key: string) => template.stages.find((stage) => stage.key === key);
  const stage = (key: string): string => {
    const found = stageOf(key);
    return found ? said(found.name) : plainWords(key);
  };
  return {
    said,
    stage,
    /** Stages by their names, in a row. */
    stages: (keys: readonly string[]): string => words.listed(keys.map(stage)),
    /** A decision, deliverable or exit criterion of a stage. */
    item(of: string, key: string): string {
      const found = stageOf(of);
      const items = found ? [...found.decisions, ...found.deliverables, ...found.exitCriteria] : [];
      const item = items.find((each) => each.key === key);
      return item ? said(item.words) : plainWords(key);
    },
    criterionState: (state: CriterionState): string => i18n._(CRITERION_STATES[state]),
    approverState: (state: keyof typeof APPROVER_STATES): string => i18n._(APPROVER_STATES[state]),
    /** How an alliance ended; what goes on or is unknown has words too. */
    ending(key: string): string {
      const other = OTHER_ENDINGS[key];
      return other ? i18n._(other) : words.term('endings', key);
    },
  };
}

export type LifecycleWords = ReturnType<typeof wordsIn>;

/** Stages, their items and the states of gates in the reader's language. */
export function useLifecycleWords(): LifecycleWords {
  const { i18n } = useLingui();
  const words = useWords();
  const template = useTemplate();
  return useMemo(() => wordsIn(i18n, words, template), [i18n, i18n.locale, words, template]);
}
