import type { DomainTermAnswer, DomainTermChange, DomainTermCreation } from '@entente/contract/register';
import { useLingui } from '@lingui/react/macro';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { failureWords } from '../../../lib/failure-words.ts';
import { plainTitle } from '../../../lib/plain-words.ts';
import { useWorkspace } from '../../../lib/workspace.ts';
import { changeTerm, createTerm, domainTermsQuery, removeTerm } from '../api/domain-terms.ts';

/** What can be done to the classification. */
export type TermAct =
  | { readonly do: 'add'; readonly body: DomainTermCreation }
  | { readonly do: 'change'; readonly term: DomainTermAnswer; readonly change: DomainTermChange }
  | { readonly do: 'remove'; readonly term: DomainTermAnswer };

/** An act that was done, and how it is taken back: found by name, since its id may be another by then. */
type Done = { readonly said: string; readonly back: (terms: readonly DomainTermAnswer[]) => TermAct | null };

const same = (one: Pick<DomainTermAnswer, 'dimension' | 'term'>, dimension: string, term: string): boolean =>
  one.dimension === dimension && one.term === term;

function backOf(act: TermAct): Done['back'] {
  if (act.do === 'add') {
    const { dimension, term } = act.body;
    return (terms) => {
      const found = terms.find((each) => same(each, dimension, term));
      return found ? { do: 'remove', term: found } : null;
    };
  }
  const { dimension, term, broader, reason } = act.term;
  if (act.do === 'remove') return () => ({ do: 'add', body: { dimension, term, broader, reason } });
  return (terms) => {
    const found = terms.find((each) => same(each, dimension, act.change.term ?? term));
    return found ? { do: 'change', term: found, change: { term, broader, reason } } : null;
  };
}

/** Acts on the classification, each of which can be taken back, the last one first. */
export function useTermActs(terms: readonly DomainTermAnswer[]) {
  const { t, i18n } = useLingui();
  const workspace = useWorkspace();
  const client = useQueryClient();
  const [done, setDone] = useState<readonly Done[]>([]);
  const wordsFor = (act: TermAct): string => {
    const name = plainTitle(act.do === 'add' ? act.body.term : act.term.term);
    if (act.do === 'add') return t`“${name}” added`;
    if (act.do === 'remove') return t`“${name}” removed`;
    return act.change.term !== undefined && act.change.term !== act.term.term
      ? t`“${name}” renamed`
      : t`“${name}” moved`;
  };
  const run = useMutation({
    mutationFn: async ({ act }: { readonly act: TermAct; readonly isUndo: boolean }): Promise<unknown> => {
      if (act.do === 'add') return createTerm(workspace, act.body);
      if (act.do === 'remove') return removeTerm(workspace, act.term);
      return changeTerm(workspace, act.term, act.change);
    },
    onSuccess: (_answer, { act, isUndo }) => {
      setDone((before) => (isUndo ? before.slice(0, -1) : [...before, { said: wordsFor(act), back: backOf(act) }]));
    },
    onError: (error, { act, isUndo }) => {
      // A form tells of its own refusal.
      if (!isUndo && act.do !== 'remove') return;
      const { happened, todo } = failureWords(error, i18n);
      notifications.show({ color: 'red', title: happened, message: todo, autoClose: false });
    },
    onSettled: async () => {
      // What was computed by another classification is read anew with it.
      await client.invalidateQueries({ queryKey: domainTermsQuery(workspace).queryKey });
      await client.invalidateQueries({ queryKey: ['workspace', workspace, 'segmentation'] });
    },
  });
  const last = done.at(-1);
  return {
    act: (act: TermAct) =>
      run.mutateAsync({ act, isUndo: false }).then(
        () => true,
        () => false,
      ),
    isPending: run.isPending,
    error: run.error,
    /** Forgets the last refusal. */
    forget: run.reset,
    /** What was done last; null when there is nothing to take back. */
    last: last?.said ?? null,
    undo: (): void => {
      const back = last?.back(terms) ?? null;
      if (back === null) setDone((before) => before.slice(0, -1));
      else run.mutate({ act: back, isUndo: true });
    },
  };
}
