import type { PaperOf } from '@entente/contract/dossier';
import {
  ALLIANCE_ADVANTAGES,
  ALLIANCE_DISADVANTAGES,
  type Expectation,
  type EXPECTATION_OUTCOMES,
  type ExpectationTally,
  type SaidPoint,
} from '@entente/core/lifecycle';
import { Trans, useLingui } from '@lingui/react/macro';
import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useSaid } from '../../../lib/said.ts';
import { useWords } from '../../../lib/use-words.ts';
import classes from '../../../dossier/paper.module.css';
import { TableScroll } from '../../../ui/table-scroll.tsx';
import { type PaperDraft, PaperSection } from '../../../dossier/paper-section.tsx';
import { SourcePlace } from '../../../ui/source-place.tsx';

type Content = PaperOf<'expectations'>;
type Outcome = (typeof EXPECTATION_OUTCOMES)[number];

const BLANK: Content = { kind: 'expectations', advantages: [], disadvantages: [] };
const LISTS = ['advantages', 'disadvantages'] as const;
const POINTS: Readonly<Record<(typeof LISTS)[number], readonly SaidPoint[]>> = {
  advantages: ALLIANCE_ADVANTAGES,
  disadvantages: ALLIANCE_DISADVANTAGES,
};
const PLACES = { advantages: 'Week 1, Alliance Advantages', disadvantages: 'Week 1, Alliance disadvantages' } as const;

const untold = (point: string): Expectation => ({
  point,
  expected: null,
  words: '',
  outcome: null,
  outcomeWords: '',
});
const isTold = ({ expected, words, outcome, outcomeWords }: Expectation): boolean =>
  expected !== null || words !== '' || outcome !== null || outcomeWords !== '';

/** What the firm expects of the alliance, good and bad; evaluation comes back to it. */
export function ExpectationsSection({ slug }: { readonly slug: string }) {
  const { t } = useLingui();
  return (
    <PaperSection
      slug={slug}
      kind="expectations"
      title={<Trans>What is expected</Trans>}
      blank={BLANK}
      purpose={<Trans>Say which advantages and disadvantages of an alliance you expect</Trans>}
      begin={<Trans>Fill the checklist</Trans>}
      tidied={(draft) => ({
        ...draft,
        advantages: draft.advantages.filter(isTold),
        disadvantages: draft.disadvantages.filter(isTold),
      })}
      view={({ content, reading }) =>
        LISTS.map((list) => (
          <div key={list}>
            <ListHead list={list} />
            {reading && <Tally tally={reading[list]} />}
            <Told
              label={list === 'advantages' ? t`Advantages` : t`Disadvantages`}
              points={POINTS[list]}
              told={content[list]}
            />
            <p className={classes.quiet}>
              <SourcePlace source="002" place={PLACES[list]} />
            </p>
          </div>
        ))
      }
      form={(typed) => LISTS.map((list) => <ListForm key={list} list={list} {...typed} />)}
    />
  );
}

function ListHead({ list }: { readonly list: (typeof LISTS)[number] }) {
  return <h3>{list === 'advantages' ? <Trans>Advantages</Trans> : <Trans>Disadvantages</Trans>}</h3>;
}

function Tally({ tally }: { readonly tally: ExpectationTally }) {
  const { count } = useWords();
  const [expected, came, partly, failed] = [tally.expected, tally.came, tally.partly, tally.failed].map(count);
  const [awaited, surprises] = [tally.awaited, tally.surprises].map(count);
  return (
    <p>
      <Trans>
        Expected {expected}: came {came}, partly {partly}, did not come {failed}, not known yet {awaited}. Came
        unexpected: {surprises}.
      </Trans>
    </p>
  );
}

function useOutcomeWords() {
  const { t } = useLingui();
  return (outcome: Outcome | null): string =>
    outcome === null ? t`not known yet` : { came: t`came`, partly: t`came in part`, not: t`did not come` }[outcome];
}

type ToldProps = {
  readonly label: string;
  readonly points: readonly SaidPoint[];
  readonly told: readonly Expectation[];
};

function Told({ label, points, told }: ToldProps) {
  const { t } = useLingui();
  const { point } = useSaid();
  const words = useOutcomeWords();
  const shown = points.flatMap(({ key }) => told.filter((each) => each.point === key));
  if (shown.length === 0)
    return (
      <p className={classes.unknown}>
        <Trans>Nothing is said of them.</Trans>
      </p>
    );
  return (
    <TableScroll label={label}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Point</Trans>
            </th>
            <th scope="col">
              <Trans>Expected</Trans>
            </th>
            <th scope="col">
              <Trans>What came of it</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((each) => (
            <tr key={each.point}>
              <th scope="row">{point(points, each.point)}</th>
              <td>
                {each.expected === null ? t`not said` : each.expected ? t`yes` : t`no`}
                {each.words !== '' && <div className={classes.quiet}>{each.words}</div>}
              </td>
              <td>
                {words(each.outcome)}
                {each.outcomeWords !== '' && <div className={classes.quiet}>{each.outcomeWords}</div>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

type FormProps = PaperDraft<'expectations'> & { readonly list: (typeof LISTS)[number] };

function ListForm({ list, draft, change }: FormProps) {
  const { t } = useLingui();
  const { wording } = useSaid();
  const words = useOutcomeWords();
  const told = draft[list];
  const set = (key: string, part: Partial<Expectation>): void =>
    change({
      [list]: POINTS[list].map((each) => {
        const before = told.find(({ point }) => point === each.key) ?? untold(each.key);
        return each.key === key ? { ...before, ...part } : before;
      }),
    });
  return (
    <fieldset className={classes.part}>
      <legend>{list === 'advantages' ? <Trans>Advantages</Trans> : <Trans>Disadvantages</Trans>}</legend>
      {POINTS[list].map(({ key, words: name }) => {
        const each = told.find(({ point }) => point === key) ?? untold(key);
        const label = wording(name);
        return (
          <div key={key} className={classes.row}>
            <Checkbox
              style={{ flex: '0 0 15rem', alignSelf: 'center' }}
              label={label}
              checked={each.expected === true}
              onChange={(event) => set(key, { expected: event.currentTarget.checked })}
            />
            <TextInput
              style={{ flex: '1 1 12rem' }}
              aria-label={t`${label}: why it is expected`}
              placeholder={t`Why it is expected`}
              value={each.words}
              onChange={(event) => set(key, { words: event.currentTarget.value })}
            />
            <NativeSelect
              w="10rem"
              aria-label={t`${label}: whether it came`}
              value={each.outcome ?? ''}
              data={[
                { value: '', label: words(null) },
                ...(['came', 'partly', 'not'] as const).map((value) => ({ value, label: words(value) })),
              ]}
              onChange={(event) =>
                set(key, { outcome: event.currentTarget.value === '' ? null : (event.currentTarget.value as Outcome) })
              }
            />
            <TextInput
              style={{ flex: '1 1 12rem' }}
              aria-label={t`${label}: what came of it`}
              placeholder={t`What came of it`}
              value={each.outcomeWords}
              onChange={(event) => set(key, { outcomeWords: event.currentTarget.value })}
            />
          </div>
        );
      })}
    </fieldset>
  );
}
