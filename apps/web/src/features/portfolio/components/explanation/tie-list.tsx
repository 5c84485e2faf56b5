import { Trans } from '@lingui/react/macro';
import { useWords } from '../../../../lib/use-words.ts';
import { DateText } from '../../../../ui/date-text.tsx';
import type { CountedPartner } from '../configuration/reading.ts';
import { AllianceLink, PartnerLink, SourcePlaces } from '../record-links.tsx';
import classes from './explanation.module.css';

/** A partner with every alliance that ties it: by which organisation, from when to when, and who says so. */
export function TieList({ partner, weight, ties }: CountedPartner) {
  const { separator } = useWords();
  return (
    <section>
      <h3 className={classes.measure}>
        {partner.name}
        {weight < 1 && (
          <span className={classes.threshold}>
            {' '}
            <Trans>counts {weight}: contracts only</Trans>
          </span>
        )}
      </h3>
      <ul className={classes.list}>
        {ties.map((tie) => (
          <li key={`${tie.alliance} ${tie.organisation} ${tie.from}`} className={classes.tie}>
            <AllianceLink slug={tie.alliance} />
            <div>
              <PartnerLink slug={tie.organisation} />
              {separator}
              {tie.until === null ? (
                <Trans>
                  since <DateText value={tie.from} />
                </Trans>
              ) : (
                <Trans>
                  <DateText value={tie.from} /> until <DateText value={tie.until} />
                </Trans>
              )}
            </div>
            <div className={classes.detail}>
              <SourcePlaces evidence={tie.evidence} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
