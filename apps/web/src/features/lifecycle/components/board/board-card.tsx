import type { LifecycleCardAnswer } from '@entente/contract/lifecycle';
import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useWords } from '../../../../lib/use-words.ts';
import { DateText } from '../../../../ui/date-text.tsx';
import { InspectButton } from '../../../../ui/inspect-button.tsx';
import { CriteriaMissing, Days, NotRecorded, Overdue, TimesBack, UnmetBehind, WaiversLapsed } from '../counted.tsx';
import { LifecycleLink } from '../lifecycle-links.tsx';
import { useLifecycleWords } from '../lifecycle-words.ts';
import classes from './board.module.css';

type Props = { readonly card: LifecycleCardAnswer };

export const inspected = (figure: 'days' | 'gate' | 'behind', slug: string): string => `lifecycle.${figure}.${slug}`;

/** ▲ and the words. */
function Caution({ children }: { readonly children: ReactNode }) {
  return (
    <div className={classes.caution}>
      <span aria-hidden="true">▲</span>
      <p>{children}</p>
    </div>
  );
}

/** One alliance in the column of its stage: since when, and what its gate waits for. */
export function BoardCard({ card }: Props) {
  const { slug, name, daysInStage, loops } = card;
  return (
    <li className={classes.card}>
      <LifecycleLink slug={slug}>{name ?? slug}</LifecycleLink>
      <p className={classes.line}>
        <InspectButton id={inspected('days', slug)}>
          <Days count={daysInStage} />
        </InspectButton>
        {loops > 0 && (
          <span className={classes.quiet}>
            {' '}
            <span aria-hidden="true">↺ </span>
            <TimesBack count={loops} />
          </span>
        )}
      </p>
      <GateLines card={card} />
      <BehindLines card={card} />
    </li>
  );
}

/** By when the gate of the present stage is to be passed, and what is missing. */
export function GateLines({ card }: Props) {
  const words = useWords();
  const { slug, due, daysOverdue, open, gate } = card;
  const names = words.listed(gate.awaited.map(({ name }) => name));
  return (
    <>
      {daysOverdue !== null && (
        <Caution>
          <InspectButton id={inspected('gate', slug)}>
            <Overdue count={daysOverdue} />
          </InspectButton>
        </Caution>
      )}
      {due !== null && daysOverdue === null && (
        <p className={classes.line}>
          <Trans>
            Gate due <DateText value={due} />
          </Trans>
        </p>
      )}
      <p className={classes.line}>
        <InspectButton id={inspected('gate', slug)}>
          {gate.isOpen ? (
            <>
              <span aria-hidden="true">✓ </span>
              <Trans>Gate open</Trans>
            </>
          ) : open > 0 ? (
            <CriteriaMissing count={open} />
          ) : (
            <Trans>Gate shut</Trans>
          )}
        </InspectButton>
      </p>
      {names !== '' && (
        <p className={classes.line}>
          <Trans>Awaited: {names}</Trans>
        </p>
      )}
    </>
  );
}

/** What lies behind: stages skipped or not recorded, and, while it goes on, criteria left unmet and waivers that lapsed. */
export function BehindLines({ card }: Props) {
  const said = useLifecycleWords();
  const { slug, state, skipped, unrecorded, unmet, lapsed } = card;
  const stages = said.stages(skipped);
  return (
    <>
      {skipped.length > 0 && (
        <Caution>
          <InspectButton id={inspected('behind', slug)}>
            <Trans>Skipped: {stages}</Trans>
          </InspectButton>
        </Caution>
      )}
      {state === 'open' && unmet > 0 && (
        <Caution>
          <InspectButton id={inspected('behind', slug)}>
            <UnmetBehind count={unmet} />
          </InspectButton>
        </Caution>
      )}
      {state === 'open' && lapsed > 0 && (
        <Caution>
          <InspectButton id={inspected('behind', slug)}>
            <WaiversLapsed count={lapsed} />
          </InspectButton>
        </Caution>
      )}
      {unrecorded.length > 0 && (
        <p className={`${classes.line} ${classes.quiet}`}>
          <InspectButton id={inspected('behind', slug)} unknown>
            <NotRecorded count={unrecorded.length} />
          </InspectButton>
        </p>
      )}
    </>
  );
}
