import { useLingui } from '@lingui/react/macro';
import { partiesNamed, useDossier } from './dossier-context.ts';

/** Names of the organisations of the page; one that the reader does not see is told as such. */
export function usePartyNames(): (id: string) => string {
  const { t } = useLingui();
  const names = new Map(partiesNamed(useDossier()).map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? t`an organisation outside the alliance`;
}
