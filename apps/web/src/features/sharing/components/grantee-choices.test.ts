import type { GrantAnswer, GuestAnswer } from '@entente/contract/sharing';
import { expect, test } from 'vitest';
import { granteeChoices, grantedKeys, granteesOf, partnerKey, personKey } from './grantee-choices.ts';

const guest = (id: string, partner: string): GuestAnswer => ({
  person: { id, name: id, email: null },
  partner: { id: partner, name: partner },
  since: '2026-01-01T00:00:00Z',
  endedAt: null,
  abilities: { end: true },
});
const choices = granteeChoices(
  [guest('anna', 'Mazda'), guest('bert', 'Kia'), guest('carl', 'Mazda')],
  [
    { id: 'Itochu', name: 'Itochu' },
    { id: 'Mazda', name: 'Mazda' },
  ],
  [{ id: 'Bank', name: 'Bank' }],
);

test('members of the alliance come first, those with guests before those without', () => {
  expect(choices.map(({ name, guests, isMember }) => [name, guests.length, isMember])).toEqual([
    ['Mazda', 2, true],
    ['Itochu', 0, true],
    ['Kia', 1, false],
    ['Bank', 0, false],
  ]);
});

test('a guest of a chosen organisation is not named beside it', () => {
  const chosen = [personKey('anna'), personKey('bert'), partnerKey('Mazda')];
  expect(granteesOf(chosen, choices)).toEqual([{ partner: 'Mazda' }, { person: 'bert' }]);
});

test('whoever was withdrawn may be chosen anew, and whose time is over may not', () => {
  const grant = (partner: string | null, person: string | null, state: GrantAnswer['state']) =>
    ({ partner, person, state }) as GrantAnswer;
  const keys = grantedKeys([
    grant('Mazda', null, 'withdrawn'),
    grant('Kia', null, 'expired'),
    grant(null, 'anna', 'open'),
  ]);
  expect([...keys]).toEqual([partnerKey('Kia'), personKey('anna')]);
});
