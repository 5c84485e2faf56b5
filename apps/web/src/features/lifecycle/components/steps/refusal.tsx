import type { Problem } from '@entente/core/kernel';
import { Trans } from '@lingui/react/macro';
import { useLingui } from '@lingui/react';
import { problemWords } from '../../../../lib/problem-words.ts';
import { GateReasons } from '../course/gate-reasons.tsx';
import classes from '../course/course.module.css';
import { useLifecycleWords } from '../lifecycle-words.ts';
import { useTemplate } from '../template-context.ts';
import { gateOn, useCourse } from './course.ts';

type Props = { readonly problem: Problem; readonly on: string };

/** Why a step cannot be taken, and what to do, in the words of the page. */
export function Refusal({ problem, on }: Props) {
  const { i18n } = useLingui();
  const { message, fix } = problemWords(problem, i18n);
  return (
    <div className={classes.refusal}>
      {problem.code === 'gate-shut' ? (
        <ShutGate on={on} />
      ) : problem.code === 'stage-skipped' ? (
        <p>
          <span aria-hidden="true">▲ </span>
          <Trans>
            Stages lie between that were neither gone through nor waived. Alliances often fail when firms skip stages.
          </Trans>
        </p>
      ) : (
        <p>
          <span aria-hidden="true">▲ </span>
          {message}
        </p>
      )}
      {problem.code === 'stage-skipped' ? (
        <p>
          <Trans>Go through each stage, or waive it as a whole with a reason and a day.</Trans>
        </p>
      ) : (
        fix && problem.code !== 'gate-shut' && <p>{fix}</p>
      )}
    </div>
  );
}

function ShutGate({ on }: { readonly on: string }) {
  const { answer } = useCourse();
  const told = useTemplate();
  const said = useLifecycleWords();
  const gate = gateOn(told, answer, on);
  const here = answer.lifecycle?.standing.stage ?? '';
  const stage = said.stage(here);
  return (
    <>
      <p>
        <span aria-hidden="true">▲ </span>
        <Trans>The gate of {stage} is shut:</Trans>
      </p>
      {gate && (
        <GateReasons
          stage={here}
          criteria={gate.criteria.map(({ criterion, state }) => ({ key: criterion.key, state }))}
          approvers={gate.approvers.map(({ approver, state, hasLeft }) => ({
            name: approver.name,
            organisation: approver.organisation ?? null,
            state,
            hasLeft,
          }))}
        />
      )}
    </>
  );
}
