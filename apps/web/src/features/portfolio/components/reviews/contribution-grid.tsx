import type { ReviewAnswer } from '@entente/contract/portfolio';
import { criterionSums, Fraction } from '@entente/core/portfolio';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, CloseButton, TextInput } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { useWords } from '../../../../lib/use-words.ts';
import { Inspectable } from '../inspectable.tsx';
import { EvidenceButton } from './part-evidence.tsx';
import { hasEvidence, NO_EVIDENCE, partKey, type ReviewReading, shareTyped, type Typed } from './review-content.ts';
import { useReviewWords } from './review-words.ts';
import classes from './reviews.module.css';

type Props = {
  readonly review: ReviewAnswer;
  readonly typed: Typed;
  readonly reading: ReviewReading;
  readonly onChange: (typed: Typed) => void;
};

/** Arrow keys and Enter walk between the inputs of neighbouring rows. */
function walk(event: KeyboardEvent<HTMLTableElement>): void {
  const step = event.key === 'ArrowDown' || event.key === 'Enter' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const cell = event.target instanceof HTMLInputElement ? event.target.closest('td,th') : null;
  const row = cell?.parentElement;
  if (step === 0 || !cell || !row) return;
  event.preventDefault();
  const place = [...row.children].indexOf(cell);
  const next = step > 0 ? row.nextElementSibling : row.previousElementSibling;
  next?.children[place]?.querySelector('input')?.focus();
}

/** Criteria by members: each one's part in percent, with the sums as they stand. */
export function ContributionGrid({ review, typed, reading, onChange }: Props) {
  const { t } = useLingui();
  const { change } = review.abilities;
  const add = (): void => {
    const taken = new Set(typed.criteria.map(({ key }) => key));
    const nth = Array.from({ length: 21 }, (_, at) => `criterion-${at + 1}`).find((key) => !taken.has(key));
    if (nth) onChange({ ...typed, criteria: [...typed.criteria, { key: nth, name: t`New criterion`, weight: '0' }] });
  };
  return (
    <div className={classes.scroll}>
      <table className={classes.grid} aria-label={t`Contributions by criterion and member`} onKeyDown={walk}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Criterion</Trans>
            </th>
            <th scope="col">
              <Trans>Weight</Trans>
            </th>
            {review.members.map(({ key, name }) => (
              <th key={key} scope="col">
                {name}
              </th>
            ))}
            <th scope="col">
              <Trans>Sum</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {typed.criteria.map((_, at) => (
            <CriterionRow key={at} at={at} {...{ review, typed, reading, onChange }} />
          ))}
        </tbody>
        <Totals review={review} typed={typed} reading={reading} />
      </table>
      {change && typed.criteria.length < 20 && (
        <div className={classes.actions}>
          <Button size="compact-xs" variant="default" onClick={add}>
            <Trans>Add a criterion</Trans>
          </Button>
        </div>
      )}
    </div>
  );
}

function CriterionRow({ at, review, typed, reading, onChange }: Props & { readonly at: number }) {
  const { t } = useLingui();
  const words = useWords();
  const said = useReviewWords();
  const criterion = typed.criteria[at];
  const sums = criterionSums(reading.content)[at];
  if (!criterion || !sums) return null;
  const { change } = review.abilities;
  const label = said.criterion(criterion.key, criterion.name);
  const set = (part: Partial<typeof criterion>): void =>
    onChange({ ...typed, criteria: typed.criteria.map((each, place) => (place === at ? { ...each, ...part } : each)) });
  const isWhole = sums.missing.length === 0 && sums.sum === '100';
  return (
    <tr>
      <th scope="row">
        {change ? (
          <>
            <TextInput
              className={classes.name ?? ''}
              size="xs"
              aria-label={t`Name of the criterion ${label}`}
              value={label}
              onChange={(event) => set({ name: event.currentTarget.value })}
            />
            <span className={classes.printed}>{label}</span>
          </>
        ) : (
          label
        )}
      </th>
      <td>
        {change ? (
          <Cell
            label={t`Weight of ${label}`}
            value={criterion.weight}
            isWrong={Fraction.parse(criterion.weight) === null}
            onChange={(weight) => set({ weight })}
          />
        ) : (
          criterion.weight
        )}
      </td>
      {review.members.map(({ key, name }) => {
        const place = partKey(criterion.key, key);
        const text = typed.parts[place] ?? '';
        const evidence = typed.evidence[place] ?? NO_EVIDENCE;
        return (
          <td key={key}>
            {change ? (
              <span className={classes.noted}>
                <Cell
                  label={t`${label}, ${name}, in percent`}
                  value={text}
                  isWrong={text !== '' && shareTyped(text) === null}
                  onChange={(next) => onChange({ ...typed, parts: { ...typed.parts, [place]: next } })}
                />
                <EvidenceButton
                  of={t`${label}, ${name}`}
                  evidence={evidence}
                  onChange={(next) => onChange({ ...typed, evidence: { ...typed.evidence, [place]: next } })}
                />
              </span>
            ) : (
              <Inspectable id={`review.part.${place}`}>
                {text === '' ? t`unknown` : words.percent(text)}
                {hasEvidence(evidence) && <span aria-hidden="true"> ¶</span>}
              </Inspectable>
            )}
          </td>
        );
      })}
      <td className={isWhole ? classes.whole : classes.caution}>
        {words.percent(sums.sum)} <span aria-hidden="true">{isWhole ? '✓' : '▲'}</span>
        {change && typed.criteria.length > 1 && (
          <CloseButton
            size="xs"
            display="inline-block"
            aria-label={t`Remove the criterion ${label}`}
            onClick={() => onChange({ ...typed, criteria: typed.criteria.filter((_, place) => place !== at) })}
          />
        )}
      </td>
    </tr>
  );
}

type CellProps = {
  readonly label: string;
  readonly value: string;
  readonly isWrong: boolean;
  readonly onChange: (text: string) => void;
};

function Cell({ label, value, isWrong, onChange }: CellProps) {
  return (
    <>
      <TextInput
        className={classes.cell ?? ''}
        size="xs"
        inputMode="decimal"
        aria-label={label}
        value={value}
        error={isWrong}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <span className={classes.printed}>{value}</span>
    </>
  );
}

function Totals({ review, typed, reading }: Omit<Props, 'onChange'>) {
  const { t } = useLingui();
  const words = useWords();
  const said = useReviewWords();
  const weights = typed.criteria.map(({ weight }) => Fraction.parse(weight));
  const sum = weights.every((weight) => weight !== null) ? Fraction.sum(weights) : null;
  const unknown = t`unknown`;
  return (
    <tfoot>
      <tr>
        <th scope="row">
          <Trans>Contribution</Trans>
        </th>
        <td>{sum ? Fraction.text(sum) : unknown}</td>
        {review.members.map(({ key }) => {
          const part = reading.told?.[key];
          return (
            <td key={key}>
              <Inspectable id={`review.contribution.${key}`}>
                {part === undefined ? unknown : said.percent(part)}
              </Inspectable>
            </td>
          );
        })}
        <td />
      </tr>
      <tr>
        <th scope="row">
          <Trans>Equity</Trans>
        </th>
        <td />
        {review.members.map(({ key, equity }) => (
          <td key={key}>
            <Inspectable id={`review.equity.${key}`}>{equity === null ? unknown : words.percent(equity)}</Inspectable>
          </td>
        ))}
        <td />
      </tr>
    </tfoot>
  );
}
