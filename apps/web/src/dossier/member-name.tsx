import type { PaperAnswer } from '@entente/contract/dossier';
import { useLingui } from '@lingui/react/macro';

/** A member whom a paper names, by name; who has left is said to have. */
export function MemberName({ id, named }: { readonly id: string | null; readonly named: PaperAnswer['people'] }) {
  const { t } = useLingui();
  const person = named.find((each) => each.id === id);
  if (id === null || person === undefined) return <>{t`nobody`}</>;
  return <>{person.hasLeft ? t`${person.name} (has left)` : person.name}</>;
}
