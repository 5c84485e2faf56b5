import type { PaperOf } from '@entente/contract/dossier';
import { useLingui } from '@lingui/react/macro';
import { usePartyNames } from '../../../../dossier/use-party-names.ts';

/** Voters in words: organisations by name, and a seat of nobody by its holder. */
export function useVoterNames(body: PaperOf<'body'>): (id: string) => string {
  const { t } = useLingui();
  const nameOf = usePartyNames();
  return (id) => {
    const seat = body.seats.find(({ key }) => id === `seat:${key}`);
    return seat ? (seat.holder ?? t`a seat of nobody in particular`) : nameOf(id);
  };
}
