import type { WhatIfAnswer } from '@entente/contract/portfolio';
import type { WhatIf } from '@entente/core/portfolio';
import type { FirmReading } from './firm-readings.commands.ts';

type Named = WhatIfAnswer['focal'];

const named = (row: { readonly slug: string; readonly name: string | null } | null, id: string): Named => ({
  slug: row?.slug ?? id,
  name: row?.name ?? row?.slug ?? id,
});

/** What would change, with names instead of ids. */
export function whatIfAnswerOf({ whole, focal }: FirmReading, { day, today, outlooks, scores }: WhatIf): WhatIfAnswer {
  const partnerOf = (key: string): Named => {
    const [kind, id = ''] = [key.slice(0, key.indexOf(':')), key.slice(key.indexOf(':') + 1)];
    return named(kind === 'house' ? whole.house(id) : whole.organisation(id), id);
  };
  return {
    focal: named(focal.kind === 'house' ? whole.house(focal.id) : whole.organisation(focal.id), focal.id),
    day,
    today,
    outlooks: outlooks.map(({ before: _before, retaliators, ...outlook }) => ({
      ...outlook,
      retaliators:
        retaliators?.map(({ key, alliance, ...overlap }) => ({
          partner: partnerOf(key),
          alliance: named(whole.alliance(alliance), alliance),
          ...overlap,
        })) ?? null,
    })),
    scores,
  };
}
