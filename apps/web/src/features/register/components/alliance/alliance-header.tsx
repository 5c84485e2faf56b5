import { Trans, useLingui } from '@lingui/react/macro';
import { useAsOf } from '../../../../lib/as-of.ts';
import { standingOn } from '../../../../lib/reading.ts';
import type { AllianceRecord } from '../../api/answers.ts';
import { dateWords } from '../../../../ui/date-text.tsx';
import { Fact } from '../fact.tsx';
import { DiscrepancyNotice } from '../discrepancy-notice.tsx';
import { OwnFacts } from '../own-facts.tsx';
import { AllianceLink, OrganisationLink } from '../record-links.tsx';
import classes from '../rows/rows.module.css';
import { RemarkFacts } from '../remark-facts.tsx';

/** Name, form, venture, beginning, end and state of an alliance. */
export function AllianceHeader({ record }: { readonly record: AllianceRecord }) {
  const { alliance } = record;
  const { id } = alliance;
  const fact = (field: string, value: string | null) => (
    <Fact kind="alliance" id={id} field={field} of={alliance.name} value={value} />
  );
  return (
    <>
      <h1>{fact('name', alliance.name)}</h1>
      <p className={classes.under}>
        <AllianceStanding record={record} />
      </p>
      <dl className={classes.facts}>
        <dt>
          <Trans>Form</Trans>
        </dt>
        <dd>{fact('form', alliance.form)}</dd>
        {alliance.venture && (
          <>
            <dt>
              <Trans>Venture company</Trans>
            </dt>
            <dd>
              <OrganisationLink organisation={alliance.venture} />
            </dd>
          </>
        )}
        <dt>
          <Trans>Period</Trans>
        </dt>
        <dd>
          {fact('start', alliance.start)} – {fact('end', alliance.end)}
        </dd>
        {(alliance.ending !== null || alliance.endedInto) && (
          <>
            <dt>
              <Trans>How it ended</Trans>
            </dt>
            <dd>
              {fact('ending', alliance.ending)} <AllianceLink alliance={alliance.endedInto} />
            </dd>
          </>
        )}
        {alliance.objectives !== null && (
          <>
            <dt>
              <Trans>Objectives</Trans>
            </dt>
            <dd>{fact('objectives', alliance.objectives)}</dd>
          </>
        )}
        {alliance.status !== null && (
          <>
            <dt>
              <Trans>Status</Trans>
            </dt>
            <dd>{fact('status', alliance.status)}</dd>
          </>
        )}
        {alliance.stage !== null && (
          <>
            <dt>
              <Trans>Stage</Trans>
            </dt>
            <dd>{fact('stage', alliance.stage)}</dd>
          </>
        )}
        <OwnFacts kind="alliance" id={id} of={alliance.name} custom={alliance.custom} />
        <RemarkFacts kind="alliance" id={id} of={alliance.name} claims={record.claims} />
      </dl>
      <DiscrepancyNotice count={record.discrepancies.length} />
    </>
  );
}

function AllianceStanding({ record: { alliance } }: { readonly record: AllianceRecord }) {
  const { i18n } = useLingui();
  const { day, text } = useAsOf();
  const { when, uncertain } = standingOn(alliance.start, alliance.end, day);
  const date = text === null ? null : dateWords(text, i18n);
  if (when === 'before') return date === null ? <Trans>Not begun yet</Trans> : <Trans>Not begun as of {date}</Trans>;
  if (when === 'after') return date === null ? <Trans>Ended</Trans> : <Trans>Ended by {date}</Trans>;
  if (uncertain)
    return date === null ? (
      <Trans>Perhaps active; its dates are vague</Trans>
    ) : (
      <Trans>Perhaps active as of {date}; its dates are vague</Trans>
    );
  return date === null ? <Trans>Active; no end is stated</Trans> : <Trans>Active as of {date}</Trans>;
}
