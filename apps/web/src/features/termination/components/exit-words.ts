import type { STAKE_WAYS, TASK_STATES, TRIGGER_STATES } from '@entente/core/lifecycle';
import { useLingui } from '@lingui/react/macro';

/** The states of triggers and tasks and the ways of stakes, in the reader's language. */
export function useExitWords() {
  const { t } = useLingui();
  return {
    trigger: (state: (typeof TRIGGER_STATES)[number]): string =>
      ({ watched: t`watched`, met: t`it is met`, past: t`past` })[state],
    task: (state: (typeof TASK_STATES)[number]): string =>
      ({ open: t`to be done`, done: t`done`, dropped: t`dropped` })[state],
    way: (way: (typeof STAKE_WAYS)[number]): string =>
      ({ sell: t`sell`, buy: t`buy`, list: t`list on an exchange`, dissolve: t`dissolve`, keep: t`keep` })[way],
  };
}
