import { expect, it } from 'vitest';
import { columnLetter, fieldChoices, LEFT_OUT } from './field-choices.ts';
import { targetParts } from './targets.ts';

it.each([
  ['share', { name: 'share', partner: null }],
  ['share.2', { name: 'share', partner: 2 }],
  ['custom.tier', { name: 'custom.tier', partner: null }],
])('reads %s in its parts', (target, parts) => {
  expect(targetParts(target)).toEqual(parts);
});

it.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [701, 'ZZ'],
  [702, 'AAA'],
])('calls column %i %s, as spreadsheets do', (index, letter) => {
  expect(columnLetter(index)).toBe(letter);
});

it('groups fields by what they are about and keeps a choice of several in one', () => {
  const words = {
    field: (name: string) => name,
    leaveOut: 'out',
    needed: 'needed',
    alliance: 'alliance',
    partner: (number: number | null) => `partner ${number ?? ''}`.trim(),
    own: 'own',
    others: 'others',
  };
  const fields = (
    [
      ['name', 'alliance'],
      ['member.1', 'partner'],
      ['share.1', 'partner'],
      ['custom.tier', 'own'],
    ] as const
  ).map(([field, about]) => ({ field, about, required: false, label: {} }));
  expect(fieldChoices({ fields }, 'name+period', words)).toEqual([
    { value: LEFT_OUT, label: 'out' },
    { value: 'name+period', label: 'name+period' },
    { group: 'alliance', items: [{ value: 'name', label: 'name' }] },
    {
      group: 'partner 1',
      items: [
        { value: 'member.1', label: 'member.1' },
        { value: 'share.1', label: 'share.1' },
      ],
    },
    { group: 'own', items: [{ value: 'custom.tier', label: 'custom.tier' }] },
  ]);
});
