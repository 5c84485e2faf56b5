import type { Register } from '../register/index.ts';
import { type Focal, ownSideOf } from './own-side.ts';

/**
 * The register cut down to one firm's side: its alliances, and what the rules read of them. Look-ups by id still answer
 * for the whole register. What is computed on it costs by the size of the firm's portfolio, not of the register.
 */
export function firmSideOf(register: Register, focal: Focal): Register {
  const own = ownSideOf(register, focal);
  const alliances = new Set(own.alliances.map(({ id }) => id));
  const memberships = own.alliances.flatMap(({ id }) => register.membershipsOf(id));
  const members = new Set([...own.organisations, ...memberships.map(({ organisation }) => organisation)]);
  const concerns = ({ kind, id }: { readonly kind: string; readonly id: string }): boolean =>
    kind === 'alliance' ? alliances.has(id) : own.notPartners.has(id);
  const ofHouse = focal.kind === 'house' ? focal.id : null;
  const ownHouses = new Set(
    [...own.organisations].flatMap((id) => register.houseMembershipsOf(id).map((row) => row.house)),
  );
  return {
    ...register,
    alliances: own.alliances,
    memberships,
    houseMemberships: register.houseMemberships.filter(
      ({ house, organisation }) => house === ofHouse || ownHouses.has(house) || members.has(organisation),
    ),
    events: register.events.filter(({ about }) => about.some(concerns)),
    people: register.people.filter(({ dispatchedTo }) => dispatchedTo !== null && own.notPartners.has(dispatchedTo)),
    workforces: register.workforces.filter(({ organisation }) => own.notPartners.has(organisation)),
  };
}
