import type { PaperOf } from '@entente/contract/dossier';
import {
  type Clause,
  CLAUSE_STATES,
  clauseChecklist,
  clausesReading,
  type ClauseState,
  DEFAULT_CLAUSES,
} from '@entente/core/lifecycle';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { ofKind } from '../../../../lib/papers.ts';
import { useWords } from '../../../../lib/use-words.ts';
import { Dialog } from '../../../../ui/dialog.tsx';
import { InspectButton } from '../../../../ui/inspect-button.tsx';
import { Inspected } from '../../../../ui/inspector.tsx';
import { RuleBody } from '../../../../ui/rule-body.tsx';
import { Section } from '../../../../ui/section.tsx';
import { Term } from '../../../../ui/term.tsx';
import classes from '../design.module.css';
import shared from '../../../../dossier/dossier.module.css';
import { DesignMethodLink } from '../design-links.tsx';
import { CLAUSE_STATE_WORDS, clauseName } from '../design-words.ts';
import { useDossier } from '../../../../dossier/dossier-context.ts';
import { PaperButton } from '../../../../dossier/paper-form.tsx';
import { usePaperActs } from '../../../../dossier/use-paper-acts.ts';
import { type ClausesPaper, NO_CLAUSES, withClause } from './clause-content.ts';
import { ClauseForm } from './clause-form.tsx';

/** The checklist of clauses, each with its state. */
export function ClausesSection() {
  const { t } = useLingui();
  const { papers, canAdd } = useDossier();
  const paper = ofKind(papers, 'clauses')[0] ?? null;
  const content = paper?.content ?? NO_CLAUSES;
  return (
    <Section
      id="clauses"
      title={
        <Term id="clause checklist">
          <Trans>Clauses</Trans>
        </Term>
      }
      action={
        canAdd && (
          <PaperButton
            label={<Trans>Add a clause…</Trans>}
            title={t`Add a clause of your own`}
            form={(close) => <ClauseForm paper={paper} clause={null} onDone={close} />}
          />
        )
      }
    >
      <Progress content={content} />
      <ul className={classes.rows}>
        {clauseChecklist(content).map((clause) => (
          <ClauseRow key={clause.key} clause={clause} paper={paper} />
        ))}
      </ul>
    </Section>
  );
}

function Progress({ content }: { readonly content: PaperOf<'clauses'> }) {
  const { t, i18n } = useLingui();
  const words = useWords();
  const { counts, open } = clausesReading(content);
  const all = clauseChecklist(content).length;
  const settled = all - open.length;
  return (
    <p>
      <InspectButton id="design.clauses">
        <Trans>
          {settled} of {all} settled
        </Trans>
      </InspectButton>
      <Inspected id="design.clauses" title={t`How far the clauses are`}>
        <RuleBody
          rule={
            <Trans>
              A clause is settled when it is signed or, for a reason, not needed. A clause of the list of which nobody
              has said anything counts as not begun.
            </Trans>
          }
          inputs={CLAUSE_STATES.map((state) => ({
            label: i18n._(CLAUSE_STATE_WORDS[state]),
            value: words.count(counts[state]),
          }))}
          sources={DEFAULT_CLAUSES.map((clause) => (
            <>
              {clauseName({ key: clause.key, title: null }, i18n)}: {clause.publishedIn}
            </>
          ))}
          links={[<DesignMethodLink key="card" part="clauses" />]}
        />
      </Inspected>
    </p>
  );
}

type RowProps = { readonly clause: Clause; readonly paper: ClausesPaper | null };

function ClauseRow({ clause, paper }: RowProps) {
  const { t, i18n } = useLingui();
  const { canAdd } = useDossier();
  const acts = usePaperActs();
  const [edited, setEdited] = useState<Clause | null>(null);
  const name = clauseName(clause, i18n);
  const say = (state: ClauseState): void => {
    // Why it is not needed has to be said with it.
    if (state === 'not-needed') return setEdited({ ...clause, state });
    const next = withClause(paper?.content ?? NO_CLAUSES, { ...clause, state });
    const word = i18n._(CLAUSE_STATE_WORDS[state]);
    if (paper === null) acts.add(next, t`${name}: ${word}`);
    else acts.change(paper, next, t`${name}: ${word}`);
  };
  return (
    <li className={classes.row}>
      <div>
        {name}
        {clause.reference !== null && <span className={shared.quiet}> · {clause.reference}</span>}
        {clause.words !== null && <div className={`${shared.quiet} ${shared.note}`}>{clause.words}</div>}
      </div>
      {canAdd ? (
        <NativeSelect
          size="xs"
          aria-label={t`State: ${name}`}
          disabled={acts.isPending}
          data={CLAUSE_STATES.map((state) => ({ value: state, label: i18n._(CLAUSE_STATE_WORDS[state]) }))}
          value={clause.state}
          onChange={(event) => say(event.currentTarget.value as ClauseState)}
        />
      ) : (
        <span>{i18n._(CLAUSE_STATE_WORDS[clause.state])}</span>
      )}
      {canAdd && (
        <span data-screen-only>
          <Button size="compact-xs" variant="subtle" aria-label={t`Edit: ${name}`} onClick={() => setEdited(clause)}>
            <Trans>Edit</Trans>
          </Button>
          <Dialog opened={edited !== null} title={name} onClose={() => setEdited(null)} size="lg">
            {edited && <ClauseForm paper={paper} clause={edited} onDone={() => setEdited(null)} />}
          </Dialog>
        </span>
      )}
    </li>
  );
}
