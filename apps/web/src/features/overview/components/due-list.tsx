import type { LifecycleTemplateAnswer } from '@entente/contract/lifecycle';
import type { DueItemAnswer } from '@entente/contract/overview';
import { Plural, Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { keptSearch } from '../../../lib/kept-search.ts';
import { useWords } from '../../../lib/use-words.ts';
import { useWorkspace } from '../../../lib/workspace.ts';
import { DateText } from '../../../ui/date-text.tsx';
import { DueMatter } from './matter.tsx';
import classes from './today.module.css';

function DaysLeft({ daysLeft }: Pick<DueItemAnswer, 'daysLeft'>) {
  if (daysLeft === 0) return <Trans>today</Trans>;
  const days = Math.abs(daysLeft);
  if (daysLeft > 0) return <Plural value={days} one="in # day" other="in # days" />;
  return (
    <span className={classes.late}>
      <span aria-hidden="true">▲ </span>
      <Plural value={days} one="# day late" other="# days late" />
    </span>
  );
}

function Whose({ item: { people, isMine, matter } }: { readonly item: DueItemAnswer }) {
  const words = useWords();
  const names = words.listed(people.map(({ name }) => name));
  // An alliance ends by itself.
  if (matter.what === 'term') return null;
  if (people.length === 0)
    return (
      <span className={classes.quiet}>
        <Trans>nobody named</Trans>
      </span>
    );
  const said =
    matter.what === 'gate' ? (
      <Trans>awaited: {names}</Trans>
    ) : matter.what === 'waiver' ? (
      <Trans>given by {names}</Trans>
    ) : matter.what === 'request' ? (
      <Trans>asked by {names}</Trans>
    ) : (
      names
    );
  return isMine ? <strong>{said}</strong> : said;
}

type Props = {
  readonly heading: ReactNode;
  readonly items: readonly DueItemAnswer[];
  /** How many there are, of which these are the first. */
  readonly total: number;
  readonly stages: LifecycleTemplateAnswer['template']['stages'];
};

/** A group of what is due, the reader's own first. */
export function DueList({ heading, items, total, stages }: Props) {
  const workspace = useWorkspace();
  if (total === 0) return null;
  return (
    <section className={classes.group}>
      <h2>
        {heading} <span className={classes.count}>{total}</span>
      </h2>
      <ul className={classes.items}>
        {items.map((item) => (
          <li key={JSON.stringify([item.alliance.id, item.day, item.matter])} className={classes.item}>
            <p className={classes.day}>
              <DateText value={item.day} />
              <span className={classes.left}>
                <DaysLeft daysLeft={item.daysLeft} />
              </span>
            </p>
            <div className={classes.matter}>
              <DueMatter item={item} stages={stages} />
            </div>
            <p className={classes.alliance}>
              <Link
                to="/w/$workspace/alliances/$slug"
                params={{ workspace, slug: item.alliance.slug ?? item.alliance.id }}
                search={keptSearch}
              >
                {item.alliance.name ?? item.alliance.slug}
              </Link>
            </p>
            <p className={classes.whose}>
              <Whose item={item} />
            </p>
          </li>
        ))}
      </ul>
      {items.length < total && (
        <p className={classes.aside}>
          <Plural
            value={total - items.length}
            one="# more is not shown here; the pages of the alliances have it."
            other="# more are not shown here; the pages of the alliances have them."
          />
        </p>
      )}
    </section>
  );
}
