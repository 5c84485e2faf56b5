import type { PaperAnswer, PaperOf } from '@entente/contract/dossier';
import { EXCLUSIVITY, type ExclusivityReach } from '@entente/core/lifecycle';
import { useLingui } from '@lingui/react/macro';
import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { plainTitle } from '../../../../lib/plain-words.ts';
import { useWords } from '../../../../lib/use-words.ts';
import { useWorkspace } from '../../../../lib/workspace.ts';
import { termsQuery } from '../../api/design-requests.ts';
import { ClauseField } from '../clause-choice.tsx';
import classes from '../../../../dossier/dossier.module.css';
import { DayField, LineField, NoteField } from '../../../../dossier/paper-fields.tsx';
import { PartiesField } from '../../../../dossier/parties-field.tsx';
import { PaperForm } from '../../../../dossier/paper-form.tsx';

type Exclusivity = PaperOf<'exclusivity'>;
type Props = { readonly paper: (PaperAnswer & { readonly content: Exclusivity }) | null; readonly onDone: () => void };

const UNKNOWN: ExclusivityReach = { reach: 'unknown' };
const NEW: Exclusivity = {
  kind: 'exclusivity',
  title: '',
  bound: [],
  towards: [],
  product: UNKNOWN,
  market: UNKNOWN,
  region: UNKNOWN,
  from: null,
  until: null,
  clause: null,
  words: null,
};

/** Who is bound, towards whom, and how far it reaches. */
export function ExclusivityForm({ paper, onDone }: Props) {
  const { t } = useLingui();
  const [said, setSaid] = useState<Exclusivity>(paper?.content ?? NEW);
  const put = (more: Partial<Exclusivity>): void => setSaid((now) => ({ ...now, ...more }));
  const whole = said.title.trim() !== '' && said.bound.length > 0;
  return (
    <PaperForm
      paper={paper}
      content={whole ? said : null}
      problems={whole ? EXCLUSIVITY.problems(said, null) : []}
      onDone={onDone}
    >
      <LineField
        label={t`What is exclusive`}
        required
        isFirst
        value={said.title}
        onChange={(title) => put({ title: title ?? '' })}
      />
      <PartiesField
        label={t`Who is bound`}
        required
        value={said.bound}
        onChange={(bound) => put({ bound: [...bound] })}
      />
      <PartiesField
        label={t`With whom they may still do it`}
        description={t`Those in whose favour they are bound.`}
        value={said.towards}
        onChange={(towards) => put({ towards: [...towards] })}
      />
      <div className={classes.pair}>
        {(['product', 'market', 'region'] as const).map((dimension) => (
          <ReachField
            key={dimension}
            dimension={dimension}
            value={said[dimension]}
            onChange={(reach) => put({ [dimension]: reach })}
          />
        ))}
      </div>
      <div className={classes.pair}>
        <DayField label={t`First day`} value={said.from} onChange={(from) => put({ from })} />
        <DayField label={t`Last day`} value={said.until} onChange={(until) => put({ until })} />
      </div>
      <ClauseField value={said.clause} onChange={(clause) => put({ clause })} />
      <NoteField label={t`What is to be known of it`} value={said.words} onChange={(words) => put({ words })} />
    </PaperForm>
  );
}

type ReachProps = {
  readonly dimension: 'product' | 'market' | 'region';
  readonly value: ExclusivityReach;
  readonly onChange: (reach: ExclusivityReach) => void;
};

const WITHIN = 'within:';

/** A term of the workspace's classification, no limit, or unknown. */
function ReachField({ dimension, value, onChange }: ReachProps) {
  const { t } = useLingui();
  const words = useWords();
  const { data = [] } = useQuery(termsQuery(useWorkspace()));
  const terms = data.filter((each) => each.dimension === dimension).map(({ term }) => term);
  const offered = value.reach === 'within' && !terms.includes(value.term) ? [...terms, value.term] : terms;
  const name = words.field(dimension);
  const label = name.charAt(0).toUpperCase() + name.slice(1);
  return (
    <Select
      label={label}
      searchable
      allowDeselect={false}
      data={[
        { value: 'unknown', label: t`unknown` },
        { value: 'anywhere', label: t`without limit` },
        ...offered.map((term) => ({ value: `${WITHIN}${term}`, label: plainTitle(term) })),
      ]}
      value={value.reach === 'within' ? `${WITHIN}${value.term}` : value.reach}
      onChange={(chosen) => {
        if (chosen === null) return;
        if (chosen === 'unknown' || chosen === 'anywhere') onChange({ reach: chosen });
        else onChange({ reach: 'within', term: chosen.slice(WITHIN.length) });
      }}
    />
  );
}
