import { useLingui } from '@lingui/react/macro';
import { NativeSelect } from '@mantine/core';
import { useChoice } from './choice-context.ts';
import classes from './choice.module.css';

const ENTERED = 'entered';
const ALL = 'all';

/** Whose word weights rest on. */
export function Weighing() {
  const { t } = useLingui();
  const { choice, set, canChange } = useChoice();
  const { weighing, raters } = choice;
  const value = weighing.by === 'entered' ? ENTERED : (weighing.rater ?? ALL);
  const options = [
    { value: ENTERED, label: t`weights as they are entered` },
    { value: ALL, label: t`pairs of all raters together` },
    ...raters.map(({ key, name }) => ({ value: key, label: t`pairs of ${name}` })),
  ];
  const label = t`Weights come from`;
  if (!canChange)
    return (
      <p>
        {label}: {options.find((each) => each.value === value)?.label}
      </p>
    );
  return (
    <div className={classes.actions} data-screen-only>
      <NativeSelect
        size="xs"
        label={label}
        value={value}
        onChange={(event) => {
          const given = event.currentTarget.value;
          set({
            ...choice,
            weighing:
              given === ENTERED
                ? { by: 'entered', rater: null }
                : { by: 'judgements', rater: given === ALL ? null : given },
          });
        }}
        data={options}
      />
    </div>
  );
}
