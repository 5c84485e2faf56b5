import { type CustomFieldAnswer, customFieldRoutes } from '@entente/contract/register';
import type { SubjectKind } from '@entente/core/kernel';
import { labelIn, type Wording } from '@entente/core/register';
import { useLingui } from '@lingui/react';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { read } from './client.ts';
import { useWorkspace } from './workspace.ts';

/** The fields that a workspace added to the register's own, of every kind, in their order. */
export const customFieldsQuery = (workspace: string) =>
  queryOptions({
    queryKey: ['workspace', workspace, 'custom-fields'],
    queryFn: async ({ signal }) => {
      const path = `/workspaces/${encodeURIComponent(workspace)}/custom-fields`;
      return (await read(path, { answer: customFieldRoutes.list.answer, signal })).items;
    },
  });

const NONE: readonly CustomFieldAnswer[] = [];

/** The workspace's own fields of one kind; those retired come last, for values that still stand. */
export function useCustomFields(kind: SubjectKind): readonly CustomFieldAnswer[] {
  const { data = NONE } = useQuery(customFieldsQuery(useWorkspace()));
  const ofKind = data.filter((field) => field.kind === kind);
  return [...ofKind.filter(({ retired }) => !retired), ...ofKind.filter(({ retired }) => retired)];
}

/** The words of a workspace's own field and its terms in the reader's language. */
export function useCustomWords() {
  const { i18n } = useLingui();
  const language = i18n.locale as keyof Wording;
  return {
    label: ({ labels }: Pick<CustomFieldAnswer, 'labels'>): string => labelIn(labels, language),
    /** A value as people read it: a term by its words, all else as it stands. */
    value: ({ as, terms }: Pick<CustomFieldAnswer, 'as' | 'terms'>, value: string): string => {
      const term = as === 'term' ? terms.find((each) => each.term === value) : undefined;
      return term === undefined ? value : labelIn(term.labels, language) || value;
    },
  };
}
