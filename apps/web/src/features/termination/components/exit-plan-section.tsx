import type { PaperAnswer, PaperOf } from '@entente/contract/dossier';
import { EXIT_AREAS, EXIT_TRIGGERS } from '@entente/core/lifecycle';
import { Trans, useLingui } from '@lingui/react/macro';
import { today } from '../../../lib/as-of.ts';
import { useSaid } from '../../../lib/said.ts';
import { useWords } from '../../../lib/use-words.ts';
import { DateText } from '../../../ui/date-text.tsx';
import { InspectButton } from '../../../ui/inspect-button.tsx';
import { Inspected } from '../../../ui/inspector.tsx';
import { MemberName } from '../../../dossier/member-name.tsx';
import classes from '../../../dossier/paper.module.css';
import type { ReadingOfKind } from '../../../lib/use-paper.ts';
import { PaperSection } from '../../../dossier/paper-section.tsx';
import { TableScroll } from '../../../ui/table-scroll.tsx';
import { RuleBody } from '../../../ui/rule-body.tsx';
import { SourcePlace } from '../../../ui/source-place.tsx';
import { ExitPlanForm } from './exit-plan-form.tsx';
import { useExitWords } from './exit-words.ts';
import { StakesToUnwind } from './stakes-to-unwind.tsx';

type Content = PaperOf<'exit-plan'>;
const BLANK: Content = { kind: 'exit-plan', triggers: [], tasks: [], stakes: [] };

/** How the alliance would be left, or is being left. */
export function ExitPlanSection({ slug }: { readonly slug: string }) {
  return (
    <PaperSection
      slug={slug}
      kind="exit-plan"
      title={<Trans>Termination plan</Trans>}
      blank={BLANK}
      purpose={
        <Trans>Say what would end the alliance, what is then to be settled, and what becomes of the stakes</Trans>
      }
      begin={<Trans>Begin the plan</Trans>}
      tidied={(draft) => ({ ...draft, tasks: draft.tasks.filter(({ text }) => text.trim() !== '') })}
      view={({ content, reading, paper }) => (
        <>
          {reading && <TriggersTold content={content} reading={reading} />}
          {reading && <Progress reading={reading} />}
          <h3>
            <Trans>What would end it</Trans>
          </h3>
          <Triggers content={content} />
          <h3>
            <Trans>What is to be settled</Trans>
          </h3>
          <Tasks content={content} people={paper.people} />
          <h3>
            <Trans>What becomes of the stakes</Trans>
          </h3>
          <StakesToUnwind slug={slug} content={content} organisations={paper.organisations} />
        </>
      )}
      form={(typed) => <ExitPlanForm slug={slug} {...typed} />}
    />
  );
}

type ToldProps = { readonly content: Content; readonly reading: ReadingOfKind<'exit-plan'> };

/** Which triggers are met, and of which the day has come: what somebody has to act on now. */
function TriggersTold({ content: { triggers }, reading: { met, come } }: ToldProps) {
  const { point } = useSaid();
  const told = triggers.flatMap(({ key, trigger, text, on }) => {
    const state = met.includes(key) ? 'met' : come.includes(key) ? 'come' : null;
    return state === null ? [] : [{ key, name: point(EXIT_TRIGGERS, trigger), text, on, state }];
  });
  if (told.length === 0) return null;
  return (
    <ul className={classes.versions}>
      {told.map(({ key, name, text, on, state }) => (
        <li key={key}>
          <strong className={classes.caution}>
            ▲ {state === 'met' ? <Trans>Met: {name}</Trans> : <Trans>Its day has come: {name}</Trans>}
          </strong>
          {on !== null && (
            <>
              {' · '}
              <DateText value={on} />
            </>
          )}
          {text !== '' && ` · ${text}`}
          {state === 'come' && (
            <>
              {' · '}
              <Trans>Look whether it is met, and say so.</Trans>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function Progress({ reading }: { readonly reading: ReadingOfKind<'exit-plan'> }) {
  const { t } = useLingui();
  const { count, listed } = useWords();
  const { point } = useSaid();
  const [open, done, late] = [reading.open, reading.done, reading.late.length].map(count);
  const undated = count(reading.undated);
  return (
    <p>
      <InspectButton id="exit-plan">
        <Trans>
          Tasks: {open} open, {done} done
        </Trans>
      </InspectButton>
      {reading.late.length > 0 && (
        <span className={classes.caution}>
          {' · ▲ '}
          <Trans>{late} late</Trans>
        </span>
      )}
      {reading.undated > 0 && (
        <>
          {' · '}
          <Trans>{undated} without a day</Trans>
        </>
      )}
      {reading.areasLeft.length > 0 && (
        <>
          <br />
          <span className={classes.quiet}>
            <Trans>The plan says nothing of: {listed(reading.areasLeft.map((area) => point(EXIT_AREAS, area)))}.</Trans>
          </span>
        </>
      )}
      <Inspected id="exit-plan" title={t`How far the plan has come`}>
        <RuleBody
          rule={t`A trigger is met when somebody says so, and told until somebody says that it is past; one that is watched for a day is told from that day. A task is late from the day after the one by which it was to be done, while it is open. The source asks a plan to extract value, to reduce losses and to protect reputations; the other areas are what these are made of.`}
          sources={[<SourcePlace key="002" source="002" place="7 Alliance development stages, 7" />]}
        />
      </Inspected>
    </p>
  );
}

function Triggers({ content: { triggers } }: { readonly content: Content }) {
  const { t } = useLingui();
  const { point } = useSaid();
  const words = useExitWords();
  if (triggers.length === 0)
    return (
      <p className={classes.unknown}>
        <Trans>No trigger is named.</Trans>
      </p>
    );
  return (
    <TableScroll label={t`What would end it`}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Trigger</Trans>
            </th>
            <th scope="col">
              <Trans>State</Trans>
            </th>
            <th scope="col">
              <Trans>Day</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {triggers.map(({ key, trigger, text, state, on }) => (
            <tr key={key}>
              <th scope="row">
                {point(EXIT_TRIGGERS, trigger)}
                {text !== '' && <div className={classes.quiet}>{text}</div>}
              </th>
              <td className={state === 'met' ? classes.caution : undefined}>{words.trigger(state)}</td>
              <td>
                {on === null ? (
                  <span className={classes.unknown}>
                    <Trans>no day yet</Trans>
                  </span>
                ) : (
                  <DateText value={on} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

type TasksProps = { readonly content: Content; readonly people: PaperAnswer['people'] };

function Tasks({ content: { tasks }, people }: TasksProps) {
  const { t } = useLingui();
  const { point } = useSaid();
  const words = useExitWords();
  const now = today();
  if (tasks.length === 0)
    return (
      <p className={classes.unknown}>
        <Trans>No task is named.</Trans>
      </p>
    );
  return (
    <TableScroll label={t`What is to be settled`}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Task</Trans>
            </th>
            <th scope="col">
              <Trans>Settles</Trans>
            </th>
            <th scope="col">
              <Trans>Who does it</Trans>
            </th>
            <th scope="col">
              <Trans>By</Trans>
            </th>
            <th scope="col">
              <Trans>State</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {tasks.map(({ key, area, text, holder, due, state }) => {
            const isLate = state === 'open' && due !== null && due < now;
            return (
              <tr key={key}>
                <th scope="row">{text}</th>
                <td>{point(EXIT_AREAS, area)}</td>
                <td>
                  <MemberName id={holder} named={people} />
                </td>
                <td className={isLate ? classes.caution : undefined}>
                  {due === null ? (
                    <span className={classes.unknown}>
                      <Trans>no day yet</Trans>
                    </span>
                  ) : (
                    <DateText value={due} />
                  )}
                </td>
                <td>
                  {words.task(state)}
                  {isLate && (
                    <>
                      {' · ▲ '}
                      <Trans>late</Trans>
                    </>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </TableScroll>
  );
}
