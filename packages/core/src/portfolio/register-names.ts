import type { Register, Resource } from '../register/index.ts';
import type { Area } from './areas.ts';
import { evidencePlaces } from './evidence-places.ts';
import type { Offer } from './redundancy.ts';
import type { AreaEntry, Named, OfferEntry, Party } from './segmentation-entries.ts';

/** A row by its short name and its full one, as far as it has them. */
export const namedOf = (row: { readonly slug: string; readonly name: string | null } | null, id: string): Named => ({
  slug: row?.slug ?? id,
  name: row?.name ?? row?.slug ?? id,
});

/** Gives the rows of one register their names. */
export class Names {
  readonly #register: Register;

  constructor(register: Register) {
    this.#register = register;
  }

  organisation(id: string): Named {
    return namedOf(this.#register.organisation(id), id);
  }

  alliance(id: string): Named {
    return namedOf(this.#register.alliance(id), id);
  }

  party(key: string, organisations: readonly string[]): Party {
    const id = key.slice(key.indexOf(':') + 1);
    const isHouse = key.startsWith('house:');
    const row = isHouse ? this.#register.house(id) : this.#register.organisation(id);
    return {
      kind: isHouse ? 'house' : 'organisation',
      ...namedOf(row, id),
      organisations: organisations.map((each) => this.organisation(each)),
    };
  }

  area({ domain, product, market, region, activity, uncertain }: Area): AreaEntry {
    const evidence = domain === null ? [] : evidencePlaces(this.#register.claimsOn('domain', domain.id));
    return { product, market, region, activity, uncertain, from: domain?.from?.text ?? null, evidence };
  }

  offer({ house, organisations, resources }: Offer): OfferEntry {
    return {
      party: this.party(house, organisations),
      by: resources.map(({ id, alliance, organisation }) => ({
        alliance: alliance === null ? null : this.alliance(alliance),
        organisation: this.organisation(organisation),
        evidence: evidencePlaces(this.#register.claimsOn('resource', id)),
      })),
    };
  }

  resource({ id, kind, subject }: Resource) {
    return { kind, subject, evidence: evidencePlaces(this.#register.claimsOn('resource', id)) };
  }
}
