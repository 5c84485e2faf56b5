import { type Arrangement, ARRANGEMENTS, type ArrangementScore } from '@entente/core/lifecycle';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Checkbox, NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core';
import { today } from '../../../lib/as-of.ts';
import { DayField } from '../../../dossier/paper-fields.tsx';
import classes from '../../../dossier/paper.module.css';
import type { PaperDraft } from '../../../dossier/paper-section.tsx';
import { useArrangementWords } from './arrangement-words.ts';

const SCORES = ['1', '2', '3', '4', '5'] as const;
const MOST_WEIGHT = 1000;

type Typed = PaperDraft<'mode-comparison'>;

/** What is compared, by which criteria, with each score and its reason, and what was decided. */
export function ComparisonForm({ draft, change }: Typed) {
  const { t } = useLingui();
  const { criteria } = draft;
  return (
    <>
      <Textarea
        label={t`Objective`}
        description={t`What is to be reached, whichever way is chosen.`}
        autosize
        minRows={2}
        value={draft.objective}
        onChange={(event) => change({ objective: event.currentTarget.value })}
      />
      {criteria.map(({ key, text, weight }, at) => (
        <fieldset key={key} className={classes.part}>
          <div className={classes.row}>
            <TextInput
              style={{ flex: '1 1 14rem' }}
              label={t`Criterion`}
              required
              value={text}
              onChange={(event) =>
                change({ criteria: criteria.with(at, { key, weight, text: event.currentTarget.value }) })
              }
            />
            <NumberInput
              w="7rem"
              label={t`Weight`}
              aria-label={t`Weight of ${text}`}
              min={0}
              max={MOST_WEIGHT}
              value={weight}
              onChange={(value) => change({ criteria: criteria.with(at, { key, text, weight: Number(value) || 0 }) })}
            />
            <Button
              size="xs"
              variant="subtle"
              color="gray"
              aria-label={t`Take away ${text}`}
              onClick={() =>
                change({
                  criteria: criteria.filter((each) => each.key !== key),
                  scores: draft.scores.filter(({ criterion }) => criterion !== key),
                })
              }
            >
              <Trans>Take away</Trans>
            </Button>
          </div>
          {ARRANGEMENTS.map((arrangement) => (
            <ScoreRow key={arrangement} draft={draft} change={change} criterion={key} arrangement={arrangement} />
          ))}
        </fieldset>
      ))}
      <div>
        <Button
          size="xs"
          variant="default"
          onClick={() => change({ criteria: [...criteria, { key: crypto.randomUUID(), text: '', weight: 1 }] })}
        >
          <Trans>Add a criterion</Trans>
        </Button>
      </div>
      <DecisionFields draft={draft} change={change} />
    </>
  );
}

type ScoreProps = Typed & { readonly criterion: string; readonly arrangement: Arrangement };

function ScoreRow({ draft: { criteria, scores }, change, criterion, arrangement }: ScoreProps) {
  const { t } = useLingui();
  const said = useArrangementWords();
  const name = criteria.find(({ key }) => key === criterion)?.text ?? '';
  const isThis = (each: ArrangementScore): boolean => each.criterion === criterion && each.arrangement === arrangement;
  const found = scores.find(isThis) ?? { criterion, arrangement, score: null, reason: '' };
  const set = (part: Partial<ArrangementScore>): void =>
    change({ scores: [...scores.filter((each) => !isThis(each)), { ...found, ...part }] });
  return (
    <div className={classes.row}>
      <NativeSelect
        w="12rem"
        label={said(arrangement)}
        aria-label={`${name}: ${said(arrangement)}`}
        value={found.score === null ? '' : String(found.score)}
        data={[{ value: '', label: t`not judged` }, ...SCORES.map((score) => ({ value: score, label: score }))]}
        onChange={(event) =>
          set({ score: event.currentTarget.value === '' ? null : Number(event.currentTarget.value) })
        }
      />
      <TextInput
        style={{ flex: '1 1 14rem' }}
        label={t`Reason`}
        aria-label={`${name}: ${said(arrangement)}: ${t`Reason`}`}
        value={found.reason}
        onChange={(event) => set({ reason: event.currentTarget.value })}
      />
    </div>
  );
}

function DecisionFields({ draft: { decision }, change }: Typed) {
  const { t } = useLingui();
  const said = useArrangementWords();
  return (
    <fieldset className={classes.part}>
      <Checkbox
        label={t`It is decided`}
        checked={decision !== null}
        onChange={(event) =>
          change({
            decision: event.currentTarget.checked ? { arrangement: 'alliance', reason: '', day: today() } : null,
          })
        }
      />
      {decision !== null && (
        <div className={classes.row}>
          <NativeSelect
            label={t`Chosen`}
            value={decision.arrangement}
            data={ARRANGEMENTS.map((arrangement) => ({ value: arrangement, label: said(arrangement) }))}
            onChange={(event) =>
              change({ decision: { ...decision, arrangement: event.currentTarget.value as Arrangement } })
            }
          />
          <DayField
            label={t`Day`}
            value={decision.day}
            onChange={(day) => change({ decision: { ...decision, day: day ?? today() } })}
          />
          <TextInput
            style={{ flex: '1 1 14rem' }}
            label={t`Reason`}
            required
            value={decision.reason}
            onChange={(event) => change({ decision: { ...decision, reason: event.currentTarget.value } })}
          />
        </div>
      )}
    </fieldset>
  );
}
