import { Trans, useLingui } from '@lingui/react/macro';
import { DateText } from '../../../../ui/date-text.tsx';
import { Section } from '../../../../ui/section.tsx';
import { useLifecycleWords } from '../lifecycle-words.ts';
import type { OpenLifecycle } from '../steps/course.ts';
import classes from './course.module.css';

type Visit = OpenLifecycle['visits'][number];

function How({ visit: { how, reason } }: { readonly visit: Visit }) {
  switch (how) {
    case 'begun':
      return reason === null ? <Trans>the record begins</Trans> : <Trans>the record begins: {reason}</Trans>;
    case 'advanced':
      return <Trans>advanced</Trans>;
    case 'revisited':
      return <Trans>gone back: {reason}</Trans>;
  }
}

/** Every stay in a stage, first to last; one that was gone back to has several. */
export function Stays({ lifecycle: { visits } }: { readonly lifecycle: OpenLifecycle }) {
  const { t } = useLingui();
  const said = useLifecycleWords();
  return (
    <Section id="stays" title={<Trans>Path through the stages</Trans>} count={visits.length}>
      <ol className={classes.stays} aria-label={t`Path through the stages`}>
        {visits.map((visit, at) => (
          <li key={at} data-back={visit.how === 'revisited' || undefined}>
            <b>{said.stage(visit.stage)}</b>{' '}
            <span className={classes.quiet}>
              <DateText value={visit.from} />
              {' – '}
              {visit.to === null ? <Trans>now</Trans> : <DateText value={visit.to} />}
            </span>{' '}
            {visit.how === 'revisited' && <span aria-hidden="true">↺ </span>}
            <How visit={visit} />
          </li>
        ))}
      </ol>
    </Section>
  );
}
