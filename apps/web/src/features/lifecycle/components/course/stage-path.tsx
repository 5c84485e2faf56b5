import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { DateText } from '../../../../ui/date-text.tsx';
import { Days } from '../counted.tsx';
import { useLifecycleWords } from '../lifecycle-words.ts';
import type { OpenLifecycle } from '../steps/course.ts';
import { useTemplate } from '../template-context.ts';
import classes from './course.module.css';

type Props = { readonly lifecycle: OpenLifecycle; readonly shown: string };

type Passage = 'here' | 'over' | 'passed' | 'waived' | 'skipped' | 'unrecorded' | 'ahead';

const SIGNS: Readonly<Record<Passage, string>> = {
  here: '●',
  over: '■',
  passed: '✓',
  waived: '▲',
  skipped: '▲',
  unrecorded: '?',
  ahead: '○',
};

function passageOf({ standing, stages }: OpenLifecycle, key: string): Passage {
  if (standing.stage === key) return standing.state === 'open' ? 'here' : 'over';
  if (standing.unrecorded.includes(key)) return 'unrecorded';
  if (standing.skipped.includes(key)) return stages.find((stage) => stage.key === key)?.waiver ? 'waived' : 'skipped';
  return standing.times.some(({ stage }) => stage === key) ? 'passed' : 'ahead';
}

/** The stages in a row, each to open: where the alliance is, how long it was where, and where it went back. */
export function StagePath({ lifecycle, shown }: Props) {
  const { t } = useLingui();
  const said = useLifecycleWords();
  const { template } = useTemplate();
  const { times } = lifecycle.standing;
  return (
    <nav aria-label={t`Stages`} className={classes.path}>
      <Loops lifecycle={lifecycle} />
      <ol className={classes.rail}>
        {template.stages.map(({ key }) => {
          const passage = passageOf(lifecycle, key);
          const time = times.find(({ stage }) => stage === key);
          return (
            <li key={key} className={classes.stop} data-passage={passage}>
              <Link
                to="."
                search={({ inspect: _inspected, ...before }) => ({ ...before, stage: key })}
                replace
                resetScroll={false}
                className={classes.stopLink}
                aria-current={shown === key ? 'true' : undefined}
              >
                <span className={classes.sign} aria-hidden="true">
                  {SIGNS[passage]}
                </span>
                <span className={classes.stopName}>{said.stage(key)}</span>
                <span className={classes.stopTold}>
                  <PassageWords passage={passage} />
                  {time && (
                    <>
                      {' '}
                      <Days count={time.days} />
                    </>
                  )}
                  {time && time.visits > 1 && (
                    <>
                      {' · '}
                      <Trans>{time.visits} visits</Trans>
                    </>
                  )}
                </span>
              </Link>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

function PassageWords({ passage }: { readonly passage: Passage }): ReactNode {
  switch (passage) {
    case 'here':
      return <Trans>here:</Trans>;
    case 'over':
      return <Trans>last:</Trans>;
    case 'passed':
      return null;
    case 'waived':
      return <Trans>skipped, waived</Trans>;
    case 'skipped':
      return <Trans>skipped</Trans>;
    case 'unrecorded':
      return <Trans>not recorded</Trans>;
    case 'ahead':
      return <Trans>ahead</Trans>;
  }
}

/** Each going back as a bracket over the stages that it went back across. The list of stays says the same in words. */
function Loops({ lifecycle: { visits } }: Pick<Props, 'lifecycle'>) {
  const { template } = useTemplate();
  const placeOf = (key: string | undefined): number => template.stages.findIndex((stage) => stage.key === key);
  const loops = visits.flatMap(({ how, stage, from }, at) =>
    how === 'revisited' ? [{ from, to: placeOf(stage), leaves: placeOf(visits[at - 1]?.stage) }] : [],
  );
  if (loops.length === 0) return null;
  return (
    <div className={classes.loops} aria-hidden="true">
      {loops.map(({ from, to, leaves }, at) => (
        <div key={at} className={classes.loop} style={{ gridColumn: `${to * 2 + 2} / ${leaves * 2 + 2}` }}>
          <span>
            <span>↺ </span>
            <DateText value={from} />
          </span>
        </div>
      ))}
    </div>
  );
}
