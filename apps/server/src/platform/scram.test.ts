import { expect, test } from 'vitest';
import { scramVerifier } from './scram.ts';

test('the verifier is the one of RFC 7677 for user "user", password "pencil"', () => {
  // Server key and stored key follow from section 3 of RFC 7677: its salt and iteration count with that password.
  const verifier = scramVerifier('pencil', Buffer.from('W22ZaJ0SNY7soEsUEjb6gQ==', 'base64'));
  expect(verifier).toBe(
    'SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ==$WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY=:wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU=',
  );
});

test('two verifiers of one password differ', () => {
  expect(scramVerifier('same')).not.toBe(scramVerifier('same'));
});
