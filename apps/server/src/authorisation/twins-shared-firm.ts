import type { CollectionName } from '@entente/contract/register';
import type { TestPerson } from './test-people.store.ts';
import type { Places, Selection } from './twins-records.ts';
import type { Asked } from './twins-server.ts';

export type Account = { readonly email: string; readonly cookie: string; readonly personId: string };

export type Publication = { readonly id: string; readonly selection: Selection };
export type AskedOf = { readonly room: string; readonly request: string; readonly digest: string };

/** A firm that shares with the partner whose guest asks, as far as both worlds have it. */
export type Firm = {
  readonly workspace: string;
  readonly owner: TestPerson;
  readonly places: Places;
  readonly partner: string;
  readonly rival: string;
  readonly aside: string;
  /** Guests of the partner and of its rival, beside the one who asks. */
  readonly colleague: TestPerson;
  readonly rivalGuest: TestPerson;
  /** Records that both worlds have, by collection. */
  readonly records: Map<CollectionName, string[]>;
  readonly publications: Publication[];
  readonly requests: AskedOf[];
  /** Health checks with the partner, that stay open. */
  readonly checks: Omit<AskedOf, 'digest'>[];
  readonly guest: Account;
};

/** A request to a path of a workspace, as somebody. */
export const inside = (
  workspace: string,
  person: TestPerson,
  method: Asked['method'],
  path: string,
  body?: unknown,
): Asked => ({
  method,
  url: `/api/v1/workspaces/${workspace}${path}`,
  headers: person.headers,
  ...(body === undefined ? {} : { body }),
});
