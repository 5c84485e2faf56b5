import { describe, expect, test } from 'vitest';
import { passwordProblem } from './passwords.ts';

const account = { email: 'hanako.sato@lioho.example', name: 'Sato Hanako' };

describe('a new password', () => {
  // @asvs V6.2.1 V6.2.11
  test.each([
    ['eleven characters', 'kd93 mfu2 x', 'password-length'],
    ['129 characters', 'moss lantern '.repeat(10).slice(0, 129), 'password-length'],
    ['a common one', 'qwertyuiop123', 'password-common'],
    ['a common one in capitals', 'QwertyUIOP123', 'password-common'],
    ['the e-mail', 'hanako.sato@lioho.example', 'password-guessable'],
    ['the name, twice, with a year', 'SatoHanako2026', 'password-guessable'],
    ['the product with a year', 'Entente2026!!', 'password-guessable'],
    ['one character', 'aaaaaaaaaaaaaaa', 'password-guessable'],
    ['four characters in turn', 'abcdabcdabcdabcd', 'password-guessable'],
    ['a run of the keyboard and a digit', 'qwertyuiopas1', 'password-guessable'],
  ])('is refused when it is %s', (_what, password, code) => {
    expect(passwordProblem(password, account)?.code).toBe(code);
  });

  // @asvs V6.2.5 V6.2.9
  test.each([
    ['words', 'moss lantern quarry'],
    ['twelve letters', 'vkqmtrwohzpu'],
    ['Japanese', 'あさつゆ はしご みどりの机'],
    ['characters beyond the first plane', '🪵🪜🌾🧭🪁🫖🧵🪡🧶🪢🧺🪣'],
    ['128 characters', 'm8 q'.padEnd(128, 'wobble lantern ')],
  ])('may be %s, with no rule of composition', (_what, password) => {
    expect(passwordProblem(password, account)).toBeNull();
  });
});
