import { type CustomFieldAnswer, customFieldRoutes } from '@entente/contract/register';
import type { SubjectKind } from '@entente/core/kernel';
import { CUSTOM_PREFIX, isCustomField, labelIn, type Wording } from '@entente/core/register';
import { useLingui } from '@lingui/react';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { read } from './client.ts';
import { useWords } from './use-words.ts';
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

/** The definition of a workspace's own field by the name that claims and changes have for it; null for all other fields. */
export function useOwnField(): (kind: SubjectKind, field: string) => CustomFieldAnswer | null {
  const { data = NONE } = useQuery(customFieldsQuery(useWorkspace()));
  return (kind, field) => data.find((each) => each.kind === kind && field === `${CUSTOM_PREFIX}${each.key}`) ?? null;
}

/** What a field of a kind is called in the reader's language, the workspace's own fields too. */
export function useFieldName(): (kind: SubjectKind, field: string) => string {
  const { i18n } = useLingui();
  const words = useWords();
  const ownField = useOwnField();
  const { isPending } = useQuery(customFieldsQuery(useWorkspace()));
  return (kind, field) => {
    const own = ownField(kind, field);
    // A key is no name: until the names are there, nothing is said.
    if (own === null && isPending && isCustomField(field)) return '…';
    return own === null ? words.field(field) : labelIn(own.labels, i18n.locale as keyof Wording);
  };
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
