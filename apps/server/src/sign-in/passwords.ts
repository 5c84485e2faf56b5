import type { Problem } from '@entente/core/kernel';

const SHORTEST = 12;
const LONGEST = 128;
/** What must be left of a password when everything that somebody would guess is taken out of it. */
const LEAST_OWN = 6;
const LEAST_DIFFERENT = 5;

/** Of the passwords that are tried first, those that are long enough to be taken. */
const COMMON = new Set(
  `123456789012 1234567890123 12345678901234 1234567890abc 123123123123 123456123456 112233445566 102030405060
  987654321098 098765432109 0987654321ab 111222333444 123qweasdzxc qwertyuiop12 qwertyuiop123 qwertyuiop[] 1qaz2wsx3edc
  1q2w3e4r5t6y zaq12wsxcde3 qwerty123456 qwertyqwerty asdfghjkl123 zxcvbnm12345 abcdefghijkl abcdef123456 abcd12345678
  abc123abc123 a1b2c3d4e5f6 1a2b3c4d5e6f iloveyou1234 iloveyouforever iloveyousomuch letmein12345 letmeinplease
  welcome12345 welcome123456 changeme1234 changemenow! trustno1trustno1 administrator administrator1 admin1234567
  superman1234 football1234 baseball1234 basketball12 princess1234 sunshine1234 monkey123456 dragon123456
  shadow123456 master123456 michael12345 charlie12345 computer1234 internet1234 whatever1234 starwars1234
  correcthorsebatterystaple unbelievable manchesterunited liverpoolfc1 thisismypassword mysecretpassword
  secretpassword nopassword123 p@ssw0rd1234 pa$$w0rd1234 passw0rd1234`.split(/\s+/),
);

/** Words that everybody would try here. */
const WORDS_OF_HERE = ['entente', 'alliance', 'partner', 'password', 'passwort', 'passw0rd', 'p@ssword', 'p@ssw0rd'];

const RUNS = ['abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', '01234567890'];
const RUN_LENGTH = 4;
const YEAR = /(?:19|20)\d\d/g;

const wordsOf = (text: string): string[] => text.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length >= 3);

/** The password without runs of the keyboard and the alphabet, there or back. */
function withoutRuns(password: string): string {
  const both = RUNS.flatMap((run) => [run, Array.from(run).reverse().join('')]);
  const pieces = both.flatMap((run) =>
    Array.from({ length: run.length - RUN_LENGTH + 1 }, (_, at) => run.slice(at, at + RUN_LENGTH)),
  );
  const isInRun = new Set<number>();
  for (const piece of pieces) {
    for (let at = password.indexOf(piece); at >= 0; at = password.indexOf(piece, at + 1)) {
      for (let offset = 0; offset < RUN_LENGTH; offset += 1) isInRun.add(at + offset);
    }
  }
  return Array.from({ length: password.length }, (_, at) => (isInRun.has(at) ? '' : password[at])).join('');
}

function isGuessable(password: string, { email, name }: { readonly email: string; readonly name: string }): boolean {
  const lower = password.toLowerCase();
  if (new Set(lower).size < LEAST_DIFFERENT) return true;
  const known = [
    email.toLowerCase(),
    ...wordsOf(email.toLowerCase()),
    ...wordsOf(name.toLowerCase()),
    ...WORDS_OF_HERE,
  ];
  const left = known
    .sort((a, b) => b.length - a.length)
    .reduce((text, word) => text.replaceAll(word, ''), lower.replace(YEAR, ''));
  return Array.from(withoutRuns(left)).length < LEAST_OWN;
}

/** What speaks against a new password, or null. Any characters will do; only what would be guessed is refused. */
export function passwordProblem(
  password: string,
  account: { readonly email: string; readonly name: string },
): Problem | null {
  const given = password.normalize('NFC');
  const length = Array.from(given).length;
  if (length < SHORTEST || length > LONGEST) {
    return {
      code: 'password-length',
      message: `The password has ${length} characters`,
      fix: `Choose ${SHORTEST} to ${LONGEST} characters of any kind; a few words that do not belong together are good.`,
      pointer: '/password',
    };
  }
  if (COMMON.has(given.toLowerCase())) {
    return {
      code: 'password-common',
      message: 'The password is among those that are tried first',
      fix: 'Choose another; a few words that do not belong together are good.',
      pointer: '/password',
    };
  }
  if (isGuessable(given, account)) {
    return {
      code: 'password-guessable',
      message:
        'Too little of the password is left without your e-mail, your name, the words of this product and plain runs',
      fix: 'Choose one that has nothing to do with you or with where it is used.',
      pointer: '/password',
    };
  }
  return null;
}
