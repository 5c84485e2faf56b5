import type { ImportPlanEntry } from '@entente/contract/register';
import { Plural, Trans } from '@lingui/react/macro';
import { useImportWords } from './import-words.ts';
import classes from './import.module.css';

const touches = ({ creates, changes, unchanged, outranked }: ImportPlanEntry): boolean =>
  creates + changes + unchanged + outranked > 0;

/** Whether an import would write anything at all. */
export const writesAnything = (plan: readonly ImportPlanEntry[]): boolean =>
  plan.some(({ creates, changes, outranked }) => creates + changes + outranked > 0);

/** What an import writes, kind by kind: what is new, what changes, what is there already. */
export function PlanWords({ plan }: { readonly plan: readonly ImportPlanEntry[] }) {
  const own = useImportWords();
  return (
    <ul className={classes.plan}>
      {plan.filter(touches).map(({ collection, creates, changes, unchanged, outranked }) => (
        <li key={collection}>
          <span className={classes.planKind}>{own.collection(collection)}</span>{' '}
          {[
            creates > 0 && <Plural key="new" value={creates} one="# new" other="# new" />,
            changes > 0 && <Plural key="changed" value={changes} one="# changed" other="# changed" />,
            outranked > 0 && (
              <Plural
                key="kept"
                value={outranked}
                one="# kept beside a better source"
                other="# kept beside a better source"
              />
            ),
            unchanged > 0 && <Plural key="same" value={unchanged} one="# unchanged" other="# unchanged" />,
          ]
            .filter((words) => words !== false)
            .map((words, at) => (
              <span key={words.key}>
                {at > 0 && <Trans>, </Trans>}
                {words}
              </span>
            ))}
        </li>
      ))}
    </ul>
  );
}
