import { Tooltip } from '@mantine/core';
import { createContext, type MouseEvent, type ReactNode, useContext } from 'react';
import classes from './term.module.css';

/** What the card of a term shows. */
export type TermCard = {
  readonly name: string;
  readonly meaning: string;
  /** The name in other languages, by their tags. */
  readonly others: readonly (readonly [language: string, name: string])[];
};

/** Where words are explained; given by whoever knows them. */
export type Terms = {
  /** Null while it is not known. */
  readonly cardOf: (id: string) => TermCard | null;
  /** Asks for the cards; called when a hand comes near. */
  readonly load: () => void;
  readonly addressOf: (id: string) => string;
  readonly goTo: (id: string) => void;
};

export const TermsContext = createContext<Terms | null>(null);

type Props = { readonly id: string; readonly children: ReactNode };

/** A word with its meaning on a card, under the pointer or the focus; it leads to the page where all words stand. */
export function Term({ id, children }: Props) {
  const terms = useContext(TermsContext);
  if (terms === null) return <>{children}</>;
  const card = terms.cardOf(id);
  const onClick = (event: MouseEvent): void => {
    // With a key held, the browser opens another tab or window by itself.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    terms.goTo(id);
  };
  return (
    <Tooltip
      interactive
      w={320}
      multiline
      position="bottom-start"
      classNames={{ tooltip: classes.card }}
      events={{ hover: true, focus: true, touch: false }}
      label={card === null ? '…' : <CardBody card={card} />}
    >
      <a
        className={classes.term}
        href={terms.addressOf(id)}
        onPointerEnter={terms.load}
        onFocus={terms.load}
        onClick={onClick}
      >
        {children}
      </a>
    </Tooltip>
  );
}

function CardBody({ card: { name, meaning, others } }: { readonly card: TermCard }) {
  return (
    <>
      <span className={classes.name}>{name}</span>
      <span className={classes.others}>
        {others.map(([language, other]) => (
          <span key={language} lang={language}>
            {other}
          </span>
        ))}
      </span>
      <span className={classes.meaning}>{meaning}</span>
    </>
  );
}
