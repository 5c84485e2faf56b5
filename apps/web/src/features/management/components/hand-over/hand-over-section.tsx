import type { PaperAnswer, PaperOf } from '@entente/contract/dossier';
import { daysLate, HAND_OVER_ITEMS, handOverProgress } from '@entente/core/lifecycle';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { ofKind } from '../../../../lib/papers.ts';
import { DateText } from '../../../../ui/date-text.tsx';
import { Inspected } from '../../../../ui/inspector.tsx';
import { InspectButton } from '../../../../ui/inspect-button.tsx';
import { RuleBody } from '../../../../ui/rule-body.tsx';
import { Section } from '../../../../ui/section.tsx';
import { useDossier } from '../../../../dossier/dossier-context.ts';
import classes from '../../../../dossier/dossier.module.css';
import { ManagementMethodLink } from '../management-links.tsx';
import { HAND_OVER_STATE_WORDS, said } from '../management-words.ts';
import { PaperButton } from '../../../../dossier/paper-form.tsx';
import { usePaperActs } from '../../../../dossier/use-paper-acts.ts';
import { HandOverForm } from './hand-over-form.tsx';

type HandOverPaper = PaperAnswer & { readonly content: PaperOf<'hand-over'> };

/** What passes from those who negotiated the alliance to those who manage it. */
export function HandOverSection() {
  const { t } = useLingui();
  const { papers, canAdd } = useDossier();
  const [paper] = ofKind(papers, 'hand-over');
  return (
    <Section
      id="hand-over"
      title={<Trans>Launch hand-over</Trans>}
      action={
        paper
          ? paper.abilities.change && (
              <PaperButton
                label={<Trans>Change…</Trans>}
                about={t`Change: launch hand-over`}
                title={t`Change the launch hand-over`}
                form={(close) => <HandOverForm paper={paper} onDone={close} />}
              />
            )
          : canAdd && (
              <PaperButton
                label={<Trans>Begin the hand-over…</Trans>}
                title={t`Begin the launch hand-over`}
                form={(close) => <HandOverForm paper={null} onDone={close} />}
              />
            )
      }
    >
      {paper ? (
        <Pack paper={paper} />
      ) : (
        <p className={classes.quiet}>
          <Trans>
            No hand-over is recorded. It lists what those who manage the alliance need from those who negotiated it, and
            names the alliance manager.
          </Trans>
        </p>
      )}
    </Section>
  );
}

function Pack({ paper }: { readonly paper: HandOverPaper }) {
  const { t, i18n } = useLingui();
  const { today } = useDossier();
  const acts = usePaperActs();
  const { content: pack, people } = paper;
  const { done, needed } = handOverProgress(pack);
  const late = daysLate(paper.due, today);
  const person = (id: string | null): string => people.find((each) => each.id === id)?.name ?? t`nobody yet`;
  const from = person(pack.from);
  const to = person(pack.to);
  return (
    <>
      <p>
        <InspectButton id="hand-over.progress">
          <Trans>
            {done} of {needed} items handed over
          </Trans>
        </InspectButton>
        {' · '}
        <Trans>
          from {from} to the alliance manager {to}
        </Trans>
        {pack.due !== null && (
          <>
            {' · '}
            <Trans>
              due <DateText value={pack.due} />
            </Trans>
          </>
        )}
        {late !== null && (
          <span className={classes.caution}>
            {' · '}
            <span aria-hidden="true">▲ </span>
            <Plural value={late} one="# day overdue" other="# days overdue" />
          </span>
        )}
      </p>
      <ul className={classes.inner}>
        {pack.items.map((item) => {
          const known = HAND_OVER_ITEMS.find(({ key }) => key === item.key);
          const name = item.text ?? (known ? said(known.words, i18n) : item.key);
          return (
            <li key={item.key}>
              {name} · {i18n._(HAND_OVER_STATE_WORDS[item.state])}
              {item.done !== null && (
                <>
                  {' '}
                  <DateText value={item.done} />
                </>
              )}
              {item.note !== null && ` · ${item.note}`}{' '}
              {item.state === 'open' && paper.abilities.change && (
                <Button
                  size="compact-xs"
                  variant="subtle"
                  aria-label={t`Handed over: ${name}`}
                  disabled={acts.isPending}
                  data-screen-only
                  onClick={() =>
                    acts.change(
                      paper,
                      {
                        ...pack,
                        items: pack.items.map((each) =>
                          each.key === item.key ? { ...each, state: 'done' as const, done: today } : each,
                        ),
                      },
                      t`Handed over.`,
                    )
                  }
                >
                  <Trans>Handed over</Trans>
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      <Inspected id="hand-over.progress" title={t`Launch hand-over`}>
        <RuleBody
          rule={
            <Trans>
              Items handed over of those that are needed. The hand-over is open while an item is outstanding.
            </Trans>
          }
          inputs={[
            { label: t`Items`, value: pack.items.length },
            { label: t`Not needed`, value: pack.items.length - needed },
            { label: t`Handed over`, value: done },
          ]}
          sources={[...new Set(HAND_OVER_ITEMS.map(({ source }) => source))]}
          links={[<ManagementMethodLink key="card" />]}
        />
      </Inspected>
    </>
  );
}
