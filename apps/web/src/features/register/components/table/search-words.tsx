import { Trans } from '@lingui/react/macro';

type Props = { readonly search: string; readonly isComing: boolean };

/** What stands in a list of records while it is empty. */
export function SearchWords({ search, isComing }: Props) {
  if (search.trim() === '') return <Trans>Type a name</Trans>;
  return isComing ? <Trans>Searching…</Trans> : <Trans>Nothing of this name</Trans>;
}
