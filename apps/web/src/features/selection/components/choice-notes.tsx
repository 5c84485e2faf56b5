import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { ChoiceReading } from './choice-draft.ts';
import { useChoice } from './choice-context.ts';
import { useChoiceWords } from './choice-words.ts';
import classes from './choice.module.css';

/** So many of one kind are told one by one. */
const MOST_TOLD = 4;

/** What stands in the way, or what the result hangs on; of one kind the first few. */
export function ChoiceNotes({ notes }: { readonly notes: ChoiceReading['warnings'] }) {
  const { choice } = useChoice();
  const said = useChoiceWords();
  const kinds = [...new Set(notes.map(({ code }) => code))];
  if (kinds.length === 0) return null;
  return (
    <ul className={`${classes.list} ${classes.caution}`}>
      {kinds.flatMap((kind) => {
        const all = notes.filter(({ code }) => code === kind);
        const more = all.length - MOST_TOLD;
        return [
          ...all.slice(0, MOST_TOLD).map((note, at) => {
            const { message, fix } = said.told(note, choice);
            return (
              <li key={`${kind} ${at}`}>
                {message}
                {said.ends(message)} {fix}
              </li>
            );
          }),
          ...(more > 0
            ? [
                <li key={`${kind} more`}>
                  <Trans>and {more} more of this kind</Trans>
                </li>,
              ]
            : []),
        ];
      })}
    </ul>
  );
}

/** A part of the figures that is not known. */
export function Unknown({ children }: { readonly children: ReactNode }) {
  return <span className={classes.unknown}>{children}</span>;
}

/** The ways to the alliance and to how things are computed. */
export function SelectionCard() {
  return (
    <a href="/docs/methods/lifecycle#partner-selection" target="_blank" rel="noreferrer">
      <Trans>Method card: partner selection</Trans>
    </a>
  );
}
