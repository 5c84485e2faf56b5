import { DIRECTIONS, PREFERENCE_SHAPES, THRESHOLDS_OF } from '@entente/core/lifecycle';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, CloseButton, NativeSelect, TextInput } from '@mantine/core';
import { Section } from '../../../ui/section.tsx';
import { changed, type Criterion, newKey, USUAL } from './choice-draft.ts';
import { useChoice } from './choice-context.ts';
import { useChoiceWords } from './choice-words.ts';
import { NumberField } from './number-field.tsx';
import { PairsSheet } from './pairs-sheet.tsx';
import { Weight } from './weight.tsx';
import { Weighing } from './weighing.tsx';
import { WideTable } from './wide-table.tsx';
import classes from './choice.module.css';

/** What candidates are compared by, in groups, and what each counts. */
export function CriteriaSection() {
  const { choice, set, canChange } = useChoice();
  const { criteria, groups } = choice;
  const { t } = useLingui();
  const add = (): void => {
    const key = newKey('c', choice);
    const added: Criterion = {
      key,
      name: t`Criterion ${criteria.length + 1}`,
      group: null,
      direction: 'max',
      weight: null,
      unit: null,
      preference: USUAL,
    };
    set({ ...choice, criteria: [...criteria, added] });
  };
  const addGroup = (): void =>
    set({
      ...choice,
      groups: [...groups, { key: newKey('g', choice), name: t`Group ${groups.length + 1}`, weight: null }],
    });
  return (
    <Section id="criteria" title={<Trans>Criteria and weights</Trans>} count={criteria.length}>
      <Weighing />
      <WideTable label={t`Criteria and weights`}>
        <table className={`${classes.grid} ${classes.sheet}`}>
          <thead>
            <tr>
              <th scope="col">
                <Trans>Criterion</Trans>
              </th>
              {groups.length > 0 && (
                <th scope="col">
                  <Trans>Group</Trans>
                </th>
              )}
              <th scope="col">
                <Trans>Better is</Trans>
              </th>
              <th scope="col">
                <Trans>Rated in</Trans>
              </th>
              <th scope="col" className={classes.number}>
                <Trans>Weight beside its siblings</Trans>
              </th>
              <th scope="col" className={classes.number}>
                <Trans>Weight of all</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {criteria.map((criterion) => (
              <CriterionRow key={criterion.key} criterion={criterion} />
            ))}
          </tbody>
        </table>
      </WideTable>
      {groups.length > 0 && <Groups />}
      {choice.method === 'promethee2' && <Preferences />}
      {canChange && (
        <div className={classes.actions} data-screen-only>
          <Button size="xs" variant="default" onClick={add}>
            <Trans>Add a criterion</Trans>
          </Button>
          <Button size="xs" variant="default" onClick={addGroup}>
            <Trans>Add a group</Trans>
          </Button>
        </div>
      )}
      <PairsSheet />
    </Section>
  );
}

function CriterionRow({ criterion }: { readonly criterion: Criterion }) {
  const { t } = useLingui();
  const { choice, set, canChange } = useChoice();
  const { key, name, group, direction, unit } = criterion;
  const change = (part: Partial<Criterion>): void => set({ ...choice, criteria: changed(choice.criteria, key, part) });
  const better = { max: t`more`, min: t`less` };
  const groupName = choice.groups.find((each) => each.key === group)?.name ?? t`none`;
  if (!canChange)
    return (
      <tr>
        <th scope="row">{name}</th>
        {choice.groups.length > 0 && <td>{groupName}</td>}
        <td>{better[direction]}</td>
        <td>{unit ?? t`1 to 5`}</td>
        <td className={classes.number}>{criterion.weight ?? t`none`}</td>
        <td className={classes.number}>
          <Weight criterion={criterion} />
        </td>
      </tr>
    );
  return (
    <tr>
      <th scope="row">
        <TextInput
          className={classes.wide ?? ''}
          size="xs"
          aria-label={t`Name of the criterion ${name}`}
          maxLength={200}
          value={name}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <span className={classes.printed}>{name}</span>
      </th>
      {choice.groups.length > 0 && (
        <td>
          <NativeSelect
            className={classes.select ?? ''}
            size="xs"
            aria-label={t`Group of ${name}`}
            value={group ?? ''}
            onChange={(event) => change({ group: event.currentTarget.value === '' ? null : event.currentTarget.value })}
            data={[
              { value: '', label: t`none` },
              ...choice.groups.map((each) => ({ value: each.key, label: each.name })),
            ]}
          />
          <span className={classes.printed}>{groupName}</span>
        </td>
      )}
      <td>
        <NativeSelect
          size="xs"
          className={classes.select ?? ''}
          aria-label={t`Which is better by ${name}`}
          value={direction}
          onChange={(event) => change({ direction: event.currentTarget.value as Criterion['direction'] })}
          data={DIRECTIONS.map((value) => ({ value, label: better[value] }))}
        />
        <span className={classes.printed}>{better[direction]}</span>
      </td>
      <td>
        <TextInput
          className={classes.select ?? ''}
          size="xs"
          aria-label={t`Unit of ${name}; without one it is rated from 1 to 5`}
          placeholder={t`1 to 5`}
          maxLength={200}
          value={unit ?? ''}
          onChange={(event) => change({ unit: event.currentTarget.value === '' ? null : event.currentTarget.value })}
        />
        <span className={classes.printed}>{unit ?? t`1 to 5`}</span>
      </td>
      <td className={classes.number}>
        <NumberField
          label={t`Weight of ${name} beside its siblings`}
          value={criterion.weight}
          isAllowed={(value) => value >= 0}
          onChange={(weight) => change({ weight })}
        />
      </td>
      <td className={classes.number}>
        <Weight criterion={criterion} />
        <CloseButton
          size="xs"
          className={classes.remove ?? ''}
          aria-label={t`Remove the criterion ${name}`}
          onClick={() => set({ ...choice, criteria: choice.criteria.filter((each) => each.key !== key) })}
        />
      </td>
    </tr>
  );
}

/** The upper level of the tree. */
function Groups() {
  const { t } = useLingui();
  const { choice, set, canChange } = useChoice();
  return (
    <>
      <h3>
        <Trans>Groups of criteria</Trans>
      </h3>
      <ul className={classes.plain}>
        {choice.groups.map(({ key, name, weight }) => (
          <li key={key} className={classes.actions}>
            {canChange ? (
              <>
                <TextInput
                  size="xs"
                  className={classes.wide ?? ''}
                  aria-label={t`Name of the group ${name}`}
                  value={name}
                  onChange={(event) =>
                    set({ ...choice, groups: changed(choice.groups, key, { name: event.currentTarget.value }) })
                  }
                />
                <NumberField
                  label={t`Weight of the group ${name}`}
                  value={weight}
                  isAllowed={(value) => value >= 0}
                  onChange={(next) => set({ ...choice, groups: changed(choice.groups, key, { weight: next }) })}
                />
                <CloseButton
                  size="xs"
                  aria-label={t`Remove the group ${name}; its criteria stay`}
                  onClick={() =>
                    set({
                      ...choice,
                      groups: choice.groups.filter((each) => each.key !== key),
                      criteria: choice.criteria.map((each) => (each.group === key ? { ...each, group: null } : each)),
                    })
                  }
                />
              </>
            ) : (
              <>
                {name} {weight}
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

/** How a difference becomes a preference, for PROMETHEE II. */
function Preferences() {
  const { t } = useLingui();
  const said = useChoiceWords();
  const { choice, set, canChange } = useChoice();
  const thresholds = { indifference: t`indifference`, preference: t`preference`, spread: t`spread` };
  return (
    <>
      <h3>
        <Trans>How a difference becomes a preference</Trans>
      </h3>
      <ul className={classes.plain}>
        {choice.criteria.map(({ key, name, preference }) => {
          const change = (part: Partial<Criterion['preference']>): void =>
            set({ ...choice, criteria: changed(choice.criteria, key, { preference: { ...preference, ...part } }) });
          return (
            <li key={key} className={classes.actions}>
              <NativeSelect
                size="xs"
                label={name}
                disabled={!canChange}
                value={preference.shape}
                onChange={(event) =>
                  change({ ...USUAL, shape: event.currentTarget.value as Criterion['preference']['shape'] })
                }
                data={PREFERENCE_SHAPES.map((value) => ({ value, label: said.shape(value) }))}
              />
              {THRESHOLDS_OF[preference.shape].map((each) => (
                <NumberField
                  key={each}
                  label={t`Threshold of ${thresholds[each]} by ${name}`}
                  placeholder={thresholds[each]}
                  value={preference[each]}
                  isAllowed={(value) => value >= 0}
                  onChange={(value) => change({ [each]: value })}
                />
              ))}
            </li>
          );
        })}
      </ul>
    </>
  );
}
