import type { WhatIfAnswer } from '@entente/contract/portfolio';
import type { CandidatePartner, Focal, WhatIf } from '@entente/core/portfolio';
import type { Register } from '@entente/core/register';
import type { PositionsWith } from './position-with.ts';

type Named = WhatIfAnswer['focal'];

const named = (row: { readonly slug: string; readonly name: string | null } | null, id: string): Named => ({
  slug: row?.slug ?? id,
  name: row?.name ?? row?.slug ?? id,
});

/**
 * What would change, with names instead of ids.
 * @param whole the register as all sources tell it
 */
export function whatIfAnswerOf(
  whole: Register,
  focal: Focal,
  partners: readonly CandidatePartner[],
  { day, today, segmentation, redundancy, outlooks, scores }: WhatIf,
  positions: PositionsWith,
): WhatIfAnswer {
  const nameOf = (partner: CandidatePartner | undefined): string => {
    if (partner === undefined || partner.kind === 'stranger') return partner?.name ?? '';
    return named(partner.kind === 'house' ? whole.house(partner.id) : whole.organisation(partner.id), partner.id).name;
  };
  const partnerOf = (key: string): Named => {
    const id = key.slice(key.indexOf(':') + 1);
    return named(key.startsWith('house:') ? whole.house(id) : whole.organisation(id), id);
  };
  return {
    focal: named(focal.kind === 'house' ? whole.house(focal.id) : whole.organisation(focal.id), focal.id),
    day,
    today,
    segmentation,
    redundancy,
    position: positions.today,
    outlooks: outlooks.map(({ before: _today, retaliators, ...outlook }, place) => ({
      ...outlook,
      candidate: nameOf(partners[place]),
      retaliators:
        retaliators?.map(({ key, alliance, ...overlap }) => ({
          partner: partnerOf(key),
          alliance: named(whole.alliance(alliance), alliance),
          ...overlap,
        })) ?? null,
      position: positions.outlooks[place] ?? positions.today,
    })),
    scores,
  };
}
