import { Plural, Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useWords } from '../../../lib/use-words.ts';
import { AllianceLink, MethodCardLink } from './network-links.tsx';
import { useNetwork } from './network-context.ts';
import classes from './network-inspector.module.css';

type Records = readonly { readonly slug: string; readonly name: string }[];

function Named({ records }: { readonly records: Records }) {
  return (
    <ul>
      {records.map(({ slug, name }) => (
        <li key={slug}>
          <AllianceLink slug={slug} name={name} />
        </li>
      ))}
    </ul>
  );
}

/** What the network does not hold, or holds as it may not be: never left unsaid. */
export function LeftOut() {
  const { model } = useNetwork();
  const register = useWords();
  const { undated, tooLarge, oneMember, endUnknown } = model.answer.left;
  const { searches } = model.answer;
  const [all, some] = [register.count(model.ids.length), register.count(searches)];
  const told: ReactNode[] = [];
  if (undated.memberships > 0)
    told.push(
      <>
        <Plural
          value={undated.memberships}
          one="# membership has no start on record, and holds on no day."
          other="# memberships have no start on record, and hold on no day."
        />
        <Named records={undated.alliances} />
      </>,
    );
  if (endUnknown > 0)
    told.push(
      <Plural
        value={endUnknown}
        one="# membership has ended on a day that nobody tells; it is shown as if it held."
        other="# memberships have ended on days that nobody tells; they are shown as if they held."
      />,
    );
  if (tooLarge.length > 0)
    told.push(
      <>
        <Plural
          value={tooLarge.length}
          one="# alliance has too many members to tie them to each other."
          other="# alliances have too many members to tie them to each other."
        />
        <Named records={tooLarge} />
      </>,
    );
  if (oneMember > 0)
    told.push(
      <Plural
        value={oneMember}
        one="# alliance has one member on this day, who gets no tie from it."
        other="# alliances have one member each on this day, who gets no tie from it."
      />,
    );
  if (searches > 0 && searches < model.ids.length)
    told.push(
      <Trans>
        Betweenness and closeness are estimated from the shortest paths of {some} of {all} nodes.
      </Trans>,
    );
  if (told.length === 0) return null;
  return (
    <details>
      <summary>
        <Plural value={told.length} one="What is left out or uncertain (#)" other="What is left out or uncertain (#)" />
      </summary>
      <ul className={classes.quiet}>
        {told.map((each, nth) => (
          <li key={nth}>{each}</li>
        ))}
      </ul>
      <MethodCardLink part="on-screen" />
    </details>
  );
}
