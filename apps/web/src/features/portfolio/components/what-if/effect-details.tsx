import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { Fragment, type ReactNode } from 'react';
import type { PositionAnswer, WhatIfAnswer } from '@entente/contract/portfolio';
import { keptSearch } from '../../../../lib/kept-search.ts';
import { useWords } from '../../../../lib/use-words.ts';
import { useWorkspace } from '../../../../lib/workspace.ts';
import { ContactList } from '../measures/contact-list.tsx';
import { FirmLink, PlacesOf } from '../measures/measure-links.tsx';
import { useSegmentationWords } from '../segmentation/segmentation-words.ts';
import { usePortfolioWords } from '../words.ts';
import classes from './what-if.module.css';

type Outlook = WhatIfAnswer['outlooks'][number];
type Named = Outlook['redundancy']['brought'][number]['offers'][number]['party'];
type Collision = NonNullable<Outlook['collisions']>['added'][number];

const DIMENSIONS = ['product', 'market', 'region'] as const;

function AllianceTo({ slug, name }: Pick<Named, 'slug' | 'name'>) {
  const workspace = useWorkspace();
  return (
    <Link to="/w/$workspace/alliances/$slug" params={{ workspace, slug }} search={keptSearch}>
      {name}
    </Link>
  );
}

/** Alliances that a move would collide with: what each works on, how far it overlaps, and who says so. */
export function AddedCollisions({ added }: { readonly added: readonly Collision[] }) {
  const terms = useWords();
  const words = useSegmentationWords();
  if (added.length === 0)
    return (
      <p>
        <Trans>The move adds none.</Trans>
      </p>
    );
  return (
    <ul className={classes.details}>
      {added.map(({ alliance, parties, overlap, theirs, ...dimensions }) => (
        <li key={alliance.slug}>
          <AllianceTo {...alliance} /> <span className={classes.quiet}>{words.overlap(overlap)}</span>
          <div className={classes.quiet}>{terms.listed(parties.map(({ name }) => name))}</div>
          {DIMENSIONS.map((each) => (
            <div key={each}>
              {terms.field(each)}: {words.term(theirs[each])}{' '}
              <span className={classes.quiet}>{words.overlap(dimensions[each])}</span>
            </div>
          ))}
          <div className={classes.quiet}>
            <PlacesOf evidence={theirs.evidence} />
          </div>
        </li>
      ))}
    </ul>
  );
}

/** Who else brings, or has, what the partner would bring. */
export function BroughtResources({ brought }: Pick<Outlook['redundancy'], 'brought'>) {
  const words = usePortfolioWords();
  if (brought.length === 0)
    return (
      <p>
        <Trans>It is not said what the partner brings.</Trans>
      </p>
    );
  return brought.map(({ kind, subject, own, offers, elsewhere }) => (
    <Fragment key={`${kind}:${subject}`}>
      <h3 className={classes.sub}>{words.resource(`${kind}:${subject}`)}</h3>
      <p className={classes.quiet}>
        {own ? <Trans>The firm has it itself.</Trans> : <Trans>The firm does not have it itself.</Trans>}
      </p>
      <Offers title={<Trans>Brought to the firm by</Trans>} offers={offers} />
      <Offers title={<Trans>On record elsewhere</Trans>} offers={elsewhere} />
    </Fragment>
  ));
}

type OffersProps = {
  readonly title: ReactNode;
  readonly offers: Outlook['redundancy']['brought'][number]['offers'];
};

function Offers({ title, offers }: OffersProps) {
  return (
    <>
      <div>
        {title}:
        {offers.length === 0 && (
          <>
            {' '}
            <Trans>nobody</Trans>
          </>
        )}
      </div>
      <ul className={classes.details}>
        {offers.map(({ party, by }) => (
          <li key={party.slug}>
            <FirmLink firm={party} />
            {by.map(({ alliance, organisation, evidence }) => (
              <div key={`${organisation.slug} ${alliance?.slug}`} className={classes.quiet}>
                {organisation.name}
                {alliance && (
                  <>
                    {', '}
                    <AllianceTo {...alliance} />
                  </>
                )}
                {': '}
                <PlacesOf evidence={evidence} />
              </div>
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}

type ContactsProps = {
  readonly position: PositionAnswer;
  /** The partner of the move; null: today. */
  readonly partner: string | null;
};

/** The contacts of which a position is the sum, the heaviest first. */
export function Contacts({ position: { contacts, total }, partner }: ContactsProps) {
  const tying = contacts.flatMap(({ alliances }) => alliances);
  return (
    <ContactList
      contacts={contacts.map((contact) => ({ ...contact, alliances: contact.alliances.map(({ slug }) => slug) }))}
      total={total}
      names={Object.fromEntries(tying.map(({ slug, name }) => [slug, name]))}
      added={partner}
    />
  );
}
