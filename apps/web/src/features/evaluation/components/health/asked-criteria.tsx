import { FIT_DIMENSIONS } from '@entente/core/lifecycle';
import { Trans, useLingui } from '@lingui/react/macro';
import { Checkbox, Stack, TextInput } from '@mantine/core';
import classes from '../evaluation.module.css';
import shared from '../../../../dossier/dossier.module.css';
import type { FitChoice } from './fit-choice.ts';

/** Words by which a criterion is asked again, by its key. */
export type AskedWords = Readonly<Partial<Record<string, string>>>;

const MOST_LETTERS = 200;

type Props = {
  readonly choice: FitChoice;
  readonly value: AskedWords;
  readonly onChange: (value: AskedWords) => void;
};

/** Which criteria of the choice are asked again, and how the partner reads them; none unless somebody picks it. */
export function AskedCriteria({ choice, value, onChange }: Props) {
  const { t } = useLingui();
  const rated = choice.criteria.filter(({ unit }) => unit === null);
  if (rated.length === 0) return null;
  const isFull = Object.values(value).filter((words) => words !== undefined).length >= FIT_DIMENSIONS.length;
  return (
    <fieldset className={classes.criteria}>
      <legend>
        <Trans>Ask criteria of partner selection again</Trans>
      </legend>
      <p className={shared.quiet}>
        <Trans>
          The partner reads the words of those you pick, and so learns that they count for you. Weights, ratings and
          other candidates never reach it.
        </Trans>
      </p>
      <Stack gap={4}>
        {rated.map(({ key, name }) => {
          const words = value[key];
          return (
            <div key={key}>
              <Checkbox
                label={name}
                checked={words !== undefined}
                disabled={words === undefined && isFull}
                onChange={(event) => onChange({ ...value, [key]: event.currentTarget.checked ? name : undefined })}
              />
              {words !== undefined && (
                <TextInput
                  aria-label={t`What the partner reads: ${name}`}
                  size="xs"
                  ml={32}
                  maxLength={MOST_LETTERS}
                  value={words}
                  onChange={(event) => onChange({ ...value, [key]: event.currentTarget.value })}
                />
              )}
            </div>
          );
        })}
      </Stack>
    </fieldset>
  );
}

/** What is sent of them, in the order of the choice. */
export const askedOf = (
  choice: FitChoice | null,
  value: AskedWords,
): readonly { readonly criterion: string; readonly name: string }[] =>
  (choice?.criteria ?? []).flatMap(({ key }) => {
    const name = value[key]?.trim() ?? '';
    return name === '' ? [] : [{ criterion: key, name }];
  });
