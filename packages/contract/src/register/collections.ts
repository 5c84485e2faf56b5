import type { z } from 'zod';
import { alliances, memberships } from './alliances.ts';
import type { Collection } from './collection.ts';
import { events } from './events.ts';
import { claims, sources } from './evidence-collections.ts';
import { houseMemberships, houses } from './houses.ts';
import { conditions, measures, workforces } from './measures.ts';
import { organisationNames, organisations } from './organisations.ts';
import { people } from './people.ts';
import { domains, resources } from './resources.ts';
import { stakes } from './stakes.ts';

/** Every kind of record that is listed, read and written in the same way, by its name in addresses. */
export const COLLECTIONS = {
  organisations,
  'organisation-names': organisationNames,
  houses,
  'house-memberships': houseMemberships,
  alliances,
  memberships,
  stakes,
  resources,
  domains,
  people,
  events,
  measures,
  conditions,
  workforces,
  sources,
  claims,
} as const satisfies Readonly<Record<string, Collection>>;
export type CollectionName = keyof typeof COLLECTIONS;

/** A record of a collection as the API answers it. */
export type RecordAnswer<Name extends CollectionName> = z.output<(typeof COLLECTIONS)[Name]['record']>;

/** A collection by a name that is known only when the program runs, with answers of its own type. */
export const collectionNamed = <Name extends CollectionName>(
  name: Name,
): Collection<Name, z.ZodType<RecordAnswer<Name>>> =>
  COLLECTIONS[name] as unknown as Collection<Name, z.ZodType<RecordAnswer<Name>>>;
