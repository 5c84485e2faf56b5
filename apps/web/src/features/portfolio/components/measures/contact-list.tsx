import { Trans, useLingui } from '@lingui/react/macro';
import type { MeasureInputsAnswer } from '@entente/contract/portfolio';
import { useMeasureWords } from './measure-words.ts';
import { AlliancesOf, FirmLink, PlacesOf } from './measure-links.tsx';
import classes from './measures.module.css';

/** The contacts from whom a position in the network is read, each with its part and the alliances that tie it. */
export function ContactList({ answer }: { readonly answer: MeasureInputsAnswer }) {
  const { t } = useLingui();
  const words = useMeasureWords();
  const { contacts, total, names } = answer;
  if (contacts.length === 0) return null;
  const rest = total - contacts.length;
  return (
    <>
      <h3 className={classes.heading}>
        <Trans>Contacts</Trans> <span className={classes.detail}>{total}</span>
      </h3>
      <ul className={classes.list}>
        {contacts.map(({ contact, weight, share, redundancy, constraint, alliances, evidence }) => (
          <li key={`${contact.kind} ${contact.slug}`} className={classes.item}>
            <FirmLink firm={contact} />
            <div className={classes.detail}>
              {[
                t`tie ${words.number(weight)}`,
                t`share of ties ${words.share(share)}`,
                t`counts ${words.number(1 - redundancy)} in effective size`,
                t`adds ${words.index(constraint)} to constraint`,
              ].join(' · ')}
            </div>
            <div>
              <AlliancesOf slugs={alliances} names={names.alliances} />
            </div>
            <div className={classes.detail}>
              <PlacesOf evidence={evidence} />
            </div>
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <p className={classes.detail}>
          <Trans>and {rest} more</Trans>
        </p>
      )}
    </>
  );
}
