import type { ReviewAnswer } from '@entente/contract/portfolio';
import { Fraction, shapleyParts } from '@entente/core/portfolio';
import { Trans, useLingui } from '@lingui/react/macro';
import { TextInput } from '@mantine/core';
import { useWords } from '../../../../lib/use-words.ts';
import { Inspected } from '../../../../ui/inspector.tsx';
import { RuleBody } from '../../../../ui/rule-body.tsx';
import { Section } from '../../../../ui/section.tsx';
import { Inspectable } from '../inspectable.tsx';
import { coalitionKey, type Typed } from './review-content.ts';
import { ReviewMethodLink } from './review-links.tsx';
import { shapleyOf } from './review-proposals.ts';
import { shortened, useReviewWords } from './review-words.ts';
import classes from './reviews.module.css';

type Props = {
  readonly review: ReviewAnswer;
  readonly typed: Typed;
  readonly onChange: (typed: Typed) => void;
};

/** More members than this have more groups than anybody types; they come in by the API. */
const MOST_TYPED = 5;

const groupsOf = (keys: readonly string[]): string[][] =>
  Array.from({ length: (1 << keys.length) - 1 }, (_, at) => keys.filter((_key, bit) => ((at + 1) >> bit) & 1)).sort(
    (one, other) => one.length - other.length,
  );

/** What each group of members would be worth by itself, and each one's Shapley value where all are given. */
export function CoalitionValues({ review, typed, onChange }: Props) {
  const { t } = useLingui();
  const words = useWords();
  const named = review.members.filter(({ isUnnamed }) => !isUnnamed);
  const nameOf = (key: string): string => named.find((member) => member.key === key)?.name ?? key;
  const { change } = review.abilities;
  const isGiven = Object.values(typed.worths).some((worth) => worth !== '');
  if (!change && !isGiven) return null;
  return (
    <Section id="shapley" title={<Trans>Coalition values</Trans>}>
      <p className={classes.lead}>
        <Trans>
          Another way to share: what each member adds, averaged over all orders in which they could come together. It
          asks what every group of members would be worth by itself, in any one unit.
        </Trans>
      </p>
      {named.length > MOST_TYPED ? (
        <p>
          <Trans>So many members have too many groups to be typed; give the values over the API.</Trans>
        </p>
      ) : (
        <table className={classes.grid} aria-label={t`Coalition values`}>
          <tbody>
            {groupsOf(named.map(({ key }) => key)).map((members) => {
              const key = coalitionKey(members);
              const value = typed.worths[key] ?? '';
              const label = words.listed(members.map(nameOf));
              return (
                <tr key={key}>
                  <th scope="row">{label}</th>
                  <td>
                    {change ? (
                      <>
                        <TextInput
                          className={classes.cell ?? ''}
                          size="xs"
                          inputMode="decimal"
                          aria-label={t`Worth of ${label}`}
                          value={value}
                          error={value !== '' && Fraction.parse(value) === null}
                          onChange={(event) =>
                            onChange({ ...typed, worths: { ...typed.worths, [key]: event.currentTarget.value } })
                          }
                        />
                        <span className={classes.printed}>{value}</span>
                      </>
                    ) : (
                      value
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {isGiven && <ShapleyValues review={review} typed={typed} nameOf={nameOf} />}
    </Section>
  );
}

type ValuesProps = Pick<Props, 'review' | 'typed'> & { readonly nameOf: (key: string) => string };

function ShapleyValues({ review, typed, nameOf }: ValuesProps) {
  const { t } = useLingui();
  const words = useWords();
  const said = useReviewWords();
  const outcome = shapleyOf(review, typed);
  if (outcome === null) return null;
  if (!outcome.ok)
    return (
      <p className={classes.caution}>
        <Trans>No Shapley values yet: each group needs one value.</Trans>
      </p>
    );
  const parts = shapleyParts(outcome.value);
  return (
    <>
      <table className={classes.grid} aria-label={t`Shapley values`}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Member</Trans>
            </th>
            <th scope="col">
              <Trans>Shapley value</Trans>
            </th>
            <th scope="col">
              <Trans>Part of the whole</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {[...outcome.value].map(([key, value]) => {
            const part = parts?.get(key);
            return (
              <tr key={key}>
                <th scope="row">{nameOf(key)}</th>
                <td>
                  <Inspectable id="review.shapley">{words.number(shortened(Fraction.decimal(value)))}</Inspectable>
                </td>
                <td>{part ? said.percent(Fraction.decimal(part)) : '–'}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <Inspected id="review.shapley" title={t`Shapley value`}>
        <RuleBody
          rule={
            <Trans>
              What a member adds to the group that is there before it, averaged over all orders in which the members
              could come together (Shapley 1953). The values come to what all together are worth.
            </Trans>
          }
          inputs={Object.entries(typed.worths).map(([key, value]) => ({
            label: words.listed(key.split(' ').map(nameOf)),
            value,
          }))}
          links={[<ReviewMethodLink key="card" />]}
        />
      </Inspected>
    </>
  );
}
