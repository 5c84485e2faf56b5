import { RATING_SCALE } from '@entente/core/lifecycle';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { type FocusEvent, useState } from 'react';
import { Section } from '../../../ui/section.tsx';
import { changed, isRanked, newKey, type Rater, ratingOf, withRating } from './choice-draft.ts';
import { useChoice } from './choice-context.ts';
import { NumberField } from './number-field.tsx';
import { walk } from './walk.ts';
import { WideTable } from './wide-table.tsx';
import classes from './choice.module.css';

type Cell = { readonly candidate: string; readonly criterion: string };

/** What each rater gives each candidate, one sheet a rater. */
export function RatingsSection() {
  const { t } = useLingui();
  const { choice } = useChoice();
  const [chosen, setChosen] = useState<string | null>(null);
  const rater = choice.raters.find(({ key }) => key === chosen) ?? choice.raters[0];
  return (
    <Section id="ratings" title={<Trans>Ratings</Trans>}>
      {rater === undefined ? (
        <p className={classes.lead}>
          <Trans>Nobody rates yet. Name a member, or somebody from outside.</Trans>
        </p>
      ) : (
        <>
          <div className={classes.actions} data-screen-only>
            <NativeSelect
              size="xs"
              label={t`Sheet of`}
              value={rater.key}
              onChange={(event) => setChosen(event.currentTarget.value)}
              data={choice.raters.map(({ key, name, left }) => ({
                value: key,
                label: left === null ? name : t`${name} (left)`,
              }))}
            />
            <HasLeft rater={rater} />
          </div>
          <Name rater={rater} />
          <Sheet key={rater.key} rater={rater} />
          {choice.raters
            .filter((each) => each !== rater)
            .map((each) => (
              <div key={each.key} className={classes.onPaper}>
                <Name rater={each} />
                <PaperSheet rater={each} />
              </div>
            ))}
        </>
      )}
      <NewRater onAdded={setChosen} />
    </Section>
  );
}

/** Whose sheet it is, on paper, where nobody chooses among them. */
function Name({ rater: { name, left } }: { readonly rater: Rater }) {
  const { t } = useLingui();
  return <p className={classes.printed}>{left === null ? name : t`${name} (left)`}</p>;
}

/** What one rater gave, to be read. */
function PaperSheet({ rater }: { readonly rater: Rater }) {
  const { choice } = useChoice();
  const { criteria } = choice;
  return (
    <table className={classes.grid}>
      <thead>
        <tr>
          <th scope="col">
            <Trans>Candidate</Trans>
          </th>
          {criteria.map(({ key, name }) => (
            <th key={key} scope="col" className={classes.headCell}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {choice.candidates.filter(isRanked).map((candidate) => (
          <tr key={candidate.key}>
            <th scope="row">{candidate.name}</th>
            {criteria.map(({ key }) => (
              <td key={key}>{ratingOf(choice, rater.key, candidate.key, key)?.value ?? '–'}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Who left keeps what they gave. */
function HasLeft({ rater }: { readonly rater: Rater }) {
  const { t } = useLingui();
  const { choice, set, canChange, left: gone } = useChoice();
  const { key, left, member } = rater;
  const change = (next: Rater['left']): void => set({ ...choice, raters: changed(choice.raters, key, { left: next }) });
  if (!canChange) return null;
  return (
    <>
      <Checkbox
        size="xs"
        label={t`has left`}
        description={
          member !== null && gone.has(member) && left === null ? t`No longer a member of the workspace.` : undefined
        }
        checked={left !== null}
        onChange={(event) => change(event.currentTarget.checked ? { on: null } : null)}
      />
      {left !== null && (
        <TextInput
          size="xs"
          type="date"
          label={t`Left on, if known`}
          value={left.on ?? ''}
          onChange={(event) => change({ on: event.currentTarget.value === '' ? null : event.currentTarget.value })}
        />
      )}
    </>
  );
}

function Sheet({ rater }: { readonly rater: Rater }) {
  const { t } = useLingui();
  const { choice, set, canChange } = useChoice();
  const [cell, setCell] = useState<Cell | null>(null);
  const rows = choice.candidates.filter(isRanked);
  const { criteria } = choice;
  if (rows.length === 0 || criteria.length === 0)
    return (
      <p className={classes.lead}>
        <Trans>Put candidates on the short list, and give criteria, to rate them.</Trans>
      </p>
    );
  const givenAt = (at: Cell) => ratingOf(choice, rater.key, at.candidate, at.criterion);
  const nameOf = (key: string): string => rows.find((each) => each.key === key)?.name ?? '';
  return (
    <>
      <WideTable label={t`Ratings by ${rater.name}`}>
        <table className={`${classes.grid} ${classes.sheet} ${classes.held}`} onKeyDown={walk}>
          <thead>
            <tr>
              <th scope="col">
                <Trans>Candidate</Trans>
              </th>
              {criteria.map(({ key, name, unit }) => (
                <th key={key} scope="col" className={classes.headCell}>
                  {name}
                  <div>{unit ?? t`1 to 5`}</div>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((candidate) => (
              <tr key={candidate.key}>
                <th scope="row">{candidate.name}</th>
                {criteria.map(({ key, name, unit }) => {
                  const at = { candidate: candidate.key, criterion: key };
                  const given = givenAt(at);
                  if (!canChange)
                    return (
                      <td key={key} className={classes.number}>
                        {given?.value ?? '–'}
                      </td>
                    );
                  return (
                    <td key={key}>
                      <NumberField
                        label={t`${candidate.name} by ${name}`}
                        value={given?.value ?? null}
                        isAllowed={(value) =>
                          unit !== null || (value >= RATING_SCALE.least && value <= RATING_SCALE.most)
                        }
                        onFocus={() => setCell(at)}
                        onChange={(value) =>
                          set(
                            withRating(
                              choice,
                              { rater: rater.key, ...at },
                              value === null ? null : { value, comment: given?.comment ?? null },
                            ),
                          )
                        }
                      />
                      {given?.comment && <span className={classes.quiet}>{given.comment}</span>}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
      {canChange && cell !== null && (
        <Comment key={`${cell.candidate} ${cell.criterion}`} rater={rater} cell={cell} name={nameOf(cell.candidate)} />
      )}
    </>
  );
}

type CommentProps = { readonly rater: Rater; readonly cell: Cell; readonly name: string };

/** Why the cell that was typed into last has its value. */
function Comment({ rater, cell, name }: CommentProps) {
  const { t } = useLingui();
  const { choice, set } = useChoice();
  const given = ratingOf(choice, rater.key, cell.candidate, cell.criterion);
  const by = choice.criteria.find(({ key }) => key === cell.criterion)?.name ?? '';
  return (
    <TextInput
      data-screen-only
      mt="xs"
      maw={640}
      size="xs"
      label={t`Comment on ${name} by ${by}`}
      description={given === null ? t`Rate it first.` : undefined}
      disabled={given === null}
      maxLength={4000}
      defaultValue={given?.comment ?? ''}
      onBlur={(event: FocusEvent<HTMLInputElement>) => {
        const comment = event.currentTarget.value.trim();
        if (given !== null && comment !== (given.comment ?? ''))
          set(
            withRating(
              choice,
              { rater: rater.key, ...cell },
              { value: given.value, comment: comment === '' ? null : comment },
            ),
          );
      }}
    />
  );
}

const OUTSIDE = '';

function NewRater({ onAdded }: { readonly onAdded: (key: string) => void }) {
  const { t } = useLingui();
  const { choice, set, canChange, members } = useChoice();
  const [member, setMember] = useState(OUTSIDE);
  const [typed, setTyped] = useState('');
  if (!canChange) return null;
  const free = members.filter(({ id }) => !choice.raters.some((each) => each.member === id));
  const name = free.find(({ id }) => id === member)?.name ?? typed.trim();
  const isTaken = choice.raters.some((each) => each.name.trim() === name);
  const add = (): void => {
    const key = newKey('r', choice);
    const added = { key, member: member === OUTSIDE ? null : member, name, left: null };
    set({ ...choice, raters: [...choice.raters, added] });
    setMember(OUTSIDE);
    setTyped('');
    onAdded(key);
  };
  return (
    <div className={classes.actions} data-screen-only>
      <NativeSelect
        size="xs"
        label={t`Another rater`}
        value={member}
        onChange={(event) => setMember(event.currentTarget.value)}
        data={[
          { value: OUTSIDE, label: t`somebody from outside` },
          ...free.map(({ id, name: label }) => ({ value: id, label })),
        ]}
      />
      {member === OUTSIDE && (
        <TextInput
          size="xs"
          label={t`Name`}
          maxLength={200}
          value={typed}
          error={typed.trim() !== '' && isTaken ? t`It is there already` : null}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      )}
      <Button size="xs" variant="default" disabled={name === '' || isTaken} onClick={add}>
        <Trans>Add the rater</Trans>
      </Button>
    </div>
  );
}
