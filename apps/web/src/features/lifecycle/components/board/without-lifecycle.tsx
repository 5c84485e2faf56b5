import type { LifecycleBoardAnswer } from '@entente/contract/lifecycle';
import { Plural, Trans } from '@lingui/react/macro';
import { useWords } from '../../../../lib/use-words.ts';
import { Section } from '../../../../ui/section.tsx';
import { LifecycleLink } from '../lifecycle-links.tsx';
import classes from './board.module.css';

type Props = { readonly without: LifecycleBoardAnswer['without'] };

/** Alliances of which no lifecycle is kept, each with the way to begin one. */
export function WithoutLifecycle({ without: { count, alliances } }: Props) {
  const words = useWords();
  if (count === 0) return null;
  const left = count - alliances.length;
  return (
    <Section id="without" title={<Trans>Without a lifecycle</Trans>} count={count}>
      <details className={classes.without}>
        <summary>
          <Plural
            value={count}
            one="# alliance has no lifecycle yet: choose it to begin one"
            other="# alliances have no lifecycle yet: choose one to begin"
          />
        </summary>
        <ul className={classes.names}>
          {alliances.map(({ slug, name }) => (
            <li key={slug}>
              <LifecycleLink slug={slug}>{name ?? slug}</LifecycleLink>
            </li>
          ))}
        </ul>
        {left > 0 && (
          <p className={classes.quiet}>
            <Trans>{words.count(left)} more: open the alliance itself to begin its lifecycle.</Trans>
          </p>
        )}
      </details>
    </Section>
  );
}
