import type { PublicationAnswer } from '@entente/contract/sharing';
import { Trans } from '@lingui/react/macro';
import { useLingui } from '@lingui/react';
import { useWords } from '../../../lib/use-words.ts';
import { KIND_WORDS } from './kind-words.ts';
import classes from './sharing.module.css';

/** Which fields of which kinds each edition copies, in words. */
export function SelectionWords({ selection }: Pick<PublicationAnswer, 'selection'>) {
  const { i18n } = useLingui();
  const words = useWords();
  return (
    <ul className={classes.plain}>
      {selection.map(({ kind, fields }) => (
        <li key={kind}>
          {i18n._(KIND_WORDS[kind])}
          <span className={classes.quiet}>
            {' '}
            {fields.length === 0 ? (
              <Trans>how many there are</Trans>
            ) : (
              words.listed(fields.map((field) => words.field(field)))
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
