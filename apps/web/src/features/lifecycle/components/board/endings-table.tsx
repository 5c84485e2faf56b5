import type { LifecycleBoardAnswer } from '@entente/contract/lifecycle';
import { Trans, useLingui } from '@lingui/react/macro';
import { useWords } from '../../../../lib/use-words.ts';
import { InspectButton } from '../../../../ui/inspect-button.tsx';
import { Inspected } from '../../../../ui/inspector.tsx';
import { RuleBody } from '../../../../ui/rule-body.tsx';
import { Section } from '../../../../ui/section.tsx';
import { LifecycleMethodLink } from '../lifecycle-links.tsx';
import { type EndingKey, useLifecycleWords } from '../lifecycle-words.ts';
import { templateSource } from '../template-sources.tsx';
import { useTemplate } from '../template-context.ts';
import classes from './board.module.css';

type Props = { readonly endings: LifecycleBoardAnswer['endings'] };

const ID = 'lifecycle.endings';

/** Endings in the order in which they are read: those known first, then what goes on. */
function kindsIn(endings: Props['endings']): readonly EndingKey[] {
  const found = new Set(endings.flatMap((row) => Object.keys(row.endings) as EndingKey[]));
  const last: readonly EndingKey[] = ['given-up', 'unknown', 'none'];
  return [...[...found].filter((key) => !last.includes(key)).sort(), ...last.filter((key) => found.has(key))];
}

/** How alliances ended, by how many stages they skipped. */
export function EndingsTable({ endings }: Props) {
  const { t } = useLingui();
  const words = useWords();
  const said = useLifecycleWords();
  const told = useTemplate();
  if (endings.length === 0) return null;
  const kinds = kindsIn(endings);
  return (
    <Section id="endings" title={<Trans>Endings by stages skipped</Trans>}>
      <p className={classes.lead}>
        <Trans>
          A count of the alliances of this register, no test: whether skipping stages goes with failing cannot be told
          from so few. Alliances whose earlier stages are not recorded are left out.
        </Trans>
      </p>
      <div className={classes.scroll}>
        <table className={classes.endings} aria-label={t`Endings by stages skipped`}>
          <thead>
            <tr>
              <th scope="col">
                <Trans>Stages skipped</Trans>
              </th>
              {kinds.map((kind) => (
                <th key={kind} scope="col">
                  {said.ending(kind)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {endings.map((row) => (
              <tr key={row.skipped}>
                <th scope="row">{words.count(row.skipped)}</th>
                {kinds.map((kind) => (
                  <td key={kind}>
                    <InspectButton id={ID}>{words.count(row.endings[kind] ?? 0)}</InspectButton>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Inspected id={ID} title={t`Endings by stages skipped`}>
        <RuleBody
          rule={
            <Trans>
              Each alliance with a lifecycle counts once: in the row of how many stages it skipped or let go by with a
              waiver of the whole, in the column of how it ended by the register.
            </Trans>
          }
          sources={[templateSource(told)]}
          links={[<LifecycleMethodLink key="card" />]}
        />
      </Inspected>
    </Section>
  );
}
