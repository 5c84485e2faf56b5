import { Trans, useLingui } from '@lingui/react/macro';
import { Group, Radio, Textarea } from '@mantine/core';
import classes from './rating-fields.module.css';

const SCORES = [1, 2, 3, 4, 5] as const;
const CANNOT_SAY = 'cannot-say';
const MOST_WORDS = 4000;

/** What is judged. */
export type RatedItem = { readonly key: string; readonly label: string; readonly statement: string };
/** A score of null: cannot say. */
export type ItemRating = { readonly score: number | null; readonly comment: string | null };
export type ItemRatings = Readonly<Partial<Record<string, ItemRating>>>;

type Props = {
  readonly items: readonly RatedItem[];
  readonly value: ItemRatings;
  readonly onChange: (value: ItemRatings) => void;
  readonly disabled?: boolean;
};

/** Statements to be judged from 1 to 5, each with a comment; what is not judged stays open. */
export function RatingFields({ items, value, onChange, disabled = false }: Props) {
  return (
    <div className={classes.items}>
      <p className={classes.ends}>
        <Trans>1: not at all. 5: wholly.</Trans>
      </p>
      {items.map((item) => (
        <RatingField
          key={item.key}
          item={item}
          rating={value[item.key] ?? null}
          disabled={disabled}
          onChange={(rating) => onChange({ ...value, [item.key]: rating })}
        />
      ))}
    </div>
  );
}

type FieldProps = {
  readonly item: RatedItem;
  readonly rating: ItemRating | null;
  readonly disabled: boolean;
  readonly onChange: (rating: ItemRating) => void;
};

function RatingField({ item, rating, disabled, onChange }: FieldProps) {
  const { t } = useLingui();
  const { label, statement } = item;
  return (
    <div className={classes.item}>
      <Radio.Group
        label={label}
        description={statement}
        value={rating === null ? '' : String(rating.score ?? CANNOT_SAY)}
        onChange={(chosen) =>
          onChange({ score: chosen === CANNOT_SAY ? null : Number(chosen), comment: rating?.comment ?? null })
        }
      >
        <Group gap="sm" mt={4}>
          {SCORES.map((score) => (
            <Radio key={score} value={String(score)} label={String(score)} disabled={disabled} />
          ))}
          <Radio value={CANNOT_SAY} label={t`cannot say`} disabled={disabled} />
        </Group>
      </Radio.Group>
      {rating !== null && (
        <Textarea
          aria-label={t`Comment: ${label}`}
          placeholder={t`Comment, if there is one`}
          autosize
          minRows={1}
          maxRows={8}
          maxLength={MOST_WORDS}
          disabled={disabled}
          value={rating.comment ?? ''}
          onChange={(event) =>
            onChange({ ...rating, comment: event.currentTarget.value === '' ? null : event.currentTarget.value })
          }
        />
      )}
    </div>
  );
}
