import { Trans, useLingui } from '@lingui/react/macro';
import type { MeasureInputsAnswer } from '@entente/contract/portfolio';
import { useMeasureWords } from './measure-words.ts';
import { AlliancesOf, FirmLink, PlacesOf } from './measure-links.tsx';
import classes from './measures.module.css';

type Contact = MeasureInputsAnswer['contacts'][number];

type Props = {
  /** Null: somebody whom the register does not hold. */
  readonly contacts: readonly (Omit<Contact, 'contact'> & { readonly contact: Contact['contact'] | null })[];
  /** Of all, of whom the heaviest may be shown alone. */
  readonly total: number;
  /** Of alliances, by slug. */
  readonly names: Readonly<Record<string, string>>;
  /** Whom a move adds, by name. */
  readonly added?: string | null;
};

/** The contacts from whom a position in the network is read, each with its part and the alliances that tie it. */
export function ContactList({ contacts, total, names, added = null }: Props) {
  const { t } = useLingui();
  const words = useMeasureWords();
  if (contacts.length === 0) return null;
  const rest = total - contacts.length;
  return (
    <>
      <h3 className={classes.heading}>
        <Trans>Contacts</Trans> <span className={classes.detail}>{total}</span>
      </h3>
      <ul className={classes.list}>
        {contacts.map(({ contact, weight, share, redundancy, constraint, alliances, evidence }) => (
          <li key={contact === null ? '' : `${contact.kind} ${contact.slug}`} className={classes.item}>
            {contact === null ? added : <FirmLink firm={contact} />}
            <div className={classes.detail}>
              {[
                t`tie ${words.number(weight)}`,
                t`share of ties ${words.share(share)}`,
                t`counts ${words.number(1 - redundancy)} in effective size`,
                t`adds ${words.index(constraint)} to constraint`,
              ].join(' · ')}
            </div>
            <div>
              <AlliancesOf slugs={alliances} names={names} />
            </div>
            <div className={classes.detail}>
              {alliances.length === 0 ? <Trans>by this move</Trans> : <PlacesOf evidence={evidence} />}
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
