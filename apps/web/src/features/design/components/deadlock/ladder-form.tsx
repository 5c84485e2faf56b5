import type { PaperAnswer, PaperOf } from '@entente/contract/dossier';
import { DEADLOCK_LADDER } from '@entente/core/lifecycle';
import { Trans, useLingui } from '@lingui/react/macro';
import { NumberInput } from '@mantine/core';
import { useState } from 'react';
import { END_WORDS, options } from '../design-words.ts';
import { useDossier } from '../../../../dossier/dossier-context.ts';
import { ChoiceField, DayField, LineField, NoteField } from '../../../../dossier/paper-fields.tsx';
import { PartsField } from '../../../../dossier/parts-field.tsx';
import { PaperForm } from '../../../../dossier/paper-form.tsx';

type Ladder = PaperOf<'deadlock-ladder'>;
type Props = { readonly paper: (PaperAnswer & { readonly content: Ladder }) | null; readonly onDone: () => void };

const A_MONTH = 30;
const MOST_DAYS = 3660;
const EMPTY: Ladder = { kind: 'deadlock-ladder', rungs: [], end: null, endWords: null, deadlocks: [] };

const isWhole = ({ rungs, deadlocks }: Ladder): boolean =>
  rungs.every(({ level, days }) => level.trim() !== '' && days > 0) &&
  deadlocks.every(({ matter }) => matter.trim() !== '');

/** The rungs, what follows the last, and the deadlocks there are. */
export function LadderForm({ paper, onDone }: Props) {
  const { t, i18n } = useLingui();
  const { today } = useDossier();
  const [ladder, setLadder] = useState<Ladder>(paper?.content ?? EMPTY);
  const put = (more: Partial<Ladder>): void => setLadder((now) => ({ ...now, ...more }));
  const whole = isWhole(ladder);
  return (
    <PaperForm
      paper={paper}
      content={whole ? ladder : null}
      problems={whole ? DEADLOCK_LADDER.problems(ladder, null) : []}
      onDone={onDone}
    >
      <PartsField
        legend={t`Levels`}
        parts={ladder.rungs}
        onChange={(rungs) => put({ rungs: [...rungs] })}
        fresh={(key) => ({ key, level: '', people: null, days: A_MONTH })}
        add={<Trans>Add a level</Trans>}
        nameOf={({ level }, nth) => (level === '' ? t`level ${nth + 1}` : level)}
        fields={(rung, change) => (
          <>
            <LineField
              label={t`Level`}
              required
              value={rung.level}
              onChange={(level) => change({ ...rung, level: level ?? '' })}
            />
            <LineField
              label={t`Who meets there`}
              value={rung.people}
              onChange={(people) => change({ ...rung, people })}
            />
            <NumberInput
              label={t`Days it has`}
              required
              min={1}
              max={MOST_DAYS}
              allowDecimal={false}
              value={rung.days === 0 ? '' : rung.days}
              onChange={(days) => change({ ...rung, days: typeof days === 'number' ? days : 0 })}
            />
          </>
        )}
      />
      <ChoiceField
        label={t`What happens after the last level`}
        value={ladder.end ?? ''}
        options={[{ value: '', label: t`not said` }, ...options(END_WORDS, i18n)]}
        onChange={(end) => put({ end: end === '' ? null : end })}
      />
      <NoteField label={t`How that goes`} value={ladder.endWords} onChange={(endWords) => put({ endWords })} />
      <PartsField
        legend={t`Deadlocks`}
        parts={ladder.deadlocks}
        onChange={(deadlocks) => put({ deadlocks: [...deadlocks] })}
        fresh={(key) => ({ key, matter: '', arose: today, settled: null, outcome: null })}
        add={<Trans>Tell of a deadlock</Trans>}
        nameOf={({ matter }, nth) => (matter === '' ? t`deadlock ${nth + 1}` : matter)}
        fields={(deadlock, change) => (
          <>
            <LineField
              label={t`Matter`}
              required
              value={deadlock.matter}
              onChange={(matter) => change({ ...deadlock, matter: matter ?? '' })}
            />
            <DayField
              label={t`Arose`}
              required
              value={deadlock.arose}
              onChange={(arose) => arose !== null && change({ ...deadlock, arose })}
            />
            <DayField
              label={t`Settled`}
              value={deadlock.settled}
              onChange={(settled) => change({ ...deadlock, settled })}
            />
            {deadlock.settled !== null && (
              <LineField
                label={t`How it was settled`}
                value={deadlock.outcome}
                onChange={(outcome) => change({ ...deadlock, outcome })}
              />
            )}
          </>
        )}
      />
    </PaperForm>
  );
}
