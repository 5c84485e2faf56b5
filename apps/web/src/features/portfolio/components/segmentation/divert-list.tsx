import type { DivertEntry } from '@entente/core/portfolio';
import { Trans } from '@lingui/react/macro';
import { plainTitle } from '../../../../lib/plain-words.ts';
import { useWords } from '../../../../lib/use-words.ts';
import { DateText } from '../../../../ui/date-text.tsx';
import { Section } from '../../../../ui/section.tsx';
import { Inspectable } from '../inspectable.tsx';
import { AllianceName, InRow, OrganisationName, PartyName, Places } from './named-links.tsx';
import { useSegmentation } from './segmentation-context.ts';
import { useSegmentationWords } from './segmentation-words.ts';
import { VerdictMark } from './verdict-mark.tsx';
import classes from './segmentation.module.css';

/** Partners that work with others where they work with the firm. */
export function DivertList() {
  const { answer } = useSegmentation();
  return (
    <Section id="diverts" title={<Trans>Partner diverts</Trans>} count={answer.diverts.length}>
      {answer.diverts.length === 0 && (
        <p className={classes.quiet}>
          <Trans>
            No alliance of a partner with others is on record where it works with this firm. What is not recorded cannot
            be found.
          </Trans>
        </p>
      )}
      <ul className={classes.list}>
        {answer.diverts.map((divert, place) => (
          <DivertItem key={`${divert.elsewhere.slug} ${divert.against.slug}`} divert={divert} place={place} />
        ))}
      </ul>
    </Section>
  );
}

function DivertItem({ divert, place }: { readonly divert: DivertEntry; readonly place: number }) {
  const terms = useWords();
  const words = useSegmentationWords();
  const { party, elsewhere, thirdParties, since, later, against, overlap, meetings, causes } = divert;
  const [meeting] = meetings;
  return (
    <li className={classes.entry} data-overlap={overlap}>
      <h3 className={classes.entryTitle}>
        <PartyName party={party} /> → <AllianceName {...elsewhere} />
      </h3>
      <p className={classes.quiet}>
        <Inspectable id={`segmentation.divert.${place}`}>
          <VerdictMark overlap={overlap} />
        </Inspectable>
        {since !== null && (
          <>
            {' · '}
            <Trans>
              since <DateText value={since} />
            </Trans>
          </>
        )}
        {later === false && (
          <>
            {' · '}
            <Trans>older than the firm's own alliance</Trans>
          </>
        )}
      </p>
      <dl className={classes.facts}>
        <dt>
          <Trans>With</Trans>
        </dt>
        <dd>
          <InRow items={thirdParties} keyOf={({ slug }) => slug}>
            {(third) => <OrganisationName {...third} />}
          </InRow>
        </dd>
        <dt>
          <Trans>Against</Trans>
        </dt>
        <dd>
          <AllianceName {...against} />
        </dd>
        {meeting &&
          (['product', 'market', 'region'] as const).map((dimension) => (
            <div key={dimension} style={{ display: 'contents' }}>
              <dt>{terms.field(dimension)}</dt>
              <dd>
                {`${words.term(meeting.other[dimension])} × ${words.term(meeting.one[dimension])}`}
                {meeting[dimension] === 'possible' && (
                  <>
                    {' '}
                    <VerdictMark overlap="possible" />
                  </>
                )}
              </dd>
            </div>
          ))}
        {divert.sameResources.length > 0 && (
          <>
            <dt>
              <Trans>Same resource</Trans>
            </dt>
            <dd>{terms.listed(divert.sameResources.map(({ subject }) => plainTitle(subject)))}</dd>
          </>
        )}
      </dl>
      {causes.length > 0 && <Causes causes={causes} />}
    </li>
  );
}

/** What the sources give as causes: claims that stand beside the finding. */
function Causes({ causes }: { readonly causes: DivertEntry['causes'] }) {
  return (
    <>
      <p className={classes.quiet}>
        <Trans>What the sources give as causes, each a claim of its own:</Trans>
      </p>
      <ul className={classes.proposals}>
        {causes.map(({ event, title, date, dateDisputed, cause, evidence }, at) => (
          <li key={`${event} ${at}`}>
            {plainTitle(cause)}{' '}
            <span className={classes.effect}>
              {date !== null && (
                <>
                  <DateText value={date} />
                  {dateDisputed && (
                    <span className={classes.flag}>
                      {' '}
                      <span aria-hidden="true">⚑ </span>
                      <Trans>date disputed</Trans>
                    </span>
                  )}
                  ,{' '}
                </>
              )}
              {title} · <Places evidence={evidence} />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
