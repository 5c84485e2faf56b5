import { Plural, Trans } from '@lingui/react/macro';
import { DateText } from '../../../../ui/date-text.tsx';
import type { CountedPartner } from '../configuration/reading.ts';
import { Inspectable } from '../inspectable.tsx';
import { SourcePlaces } from '../record-links.tsx';
import classes from './explanation.module.css';

/** Partner houses with since when, by how many alliances, and who says so. */
export function CountedPartnerList({ partners }: { readonly partners: readonly CountedPartner[] }) {
  return (
    <ul className={classes.list}>
      {partners.map(({ partner, weight, ties }) => {
        const alliances = new Set(ties.map(({ alliance }) => alliance)).size;
        const [first] = ties;
        return (
          <li key={`${partner.kind} ${partner.slug}`} className={classes.item}>
            <Inspectable id={`portfolio.partner.${partner.slug}`} className={classes.strong}>
              {partner.name}
            </Inspectable>
            <span className={classes.detail}>
              <Trans>
                since <DateText value={partner.since} />
              </Trans>
              {' · '}
              <Plural value={alliances} one="# alliance" other="# alliances" />
              {weight < 1 && (
                <>
                  {' · '}
                  <Trans>counts {weight}: contracts only</Trans>
                </>
              )}
            </span>
            <span className={classes.source}>{first && <SourcePlaces evidence={first.evidence.slice(0, 1)} />}</span>
          </li>
        );
      })}
    </ul>
  );
}
