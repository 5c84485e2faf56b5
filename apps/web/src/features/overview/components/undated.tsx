import type { TodayAnswer } from '@entente/contract/overview';
import { Plural, Trans } from '@lingui/react/macro';
import classes from './today.module.css';

type Both = TodayAnswer['undated']['papers'];

/** What is open and has no day: it is in none of the groups above. */
export function Undated({ undated, whose }: { readonly undated: TodayAnswer['undated']; readonly whose: keyof Both }) {
  const [papers, gates, requests] = [undated.papers[whose], undated.gates[whose], undated.requests[whose]];
  if (papers + gates + requests === 0) return null;
  return (
    <section className={classes.group}>
      <h2>
        <Trans>Without a day</Trans>
      </h2>
      <ul className={classes.undated}>
        {papers > 0 && (
          <li>
            <Plural value={papers} one="# open paper, nobody says by when" other="# open papers, nobody says by when" />
          </li>
        )}
        {gates > 0 && (
          <li>
            <Plural
              value={gates}
              one="# gate that waits for an approver, without a day"
              other="# gates that wait for an approver, without a day"
            />
          </li>
        )}
        {requests > 0 && (
          <li>
            <Plural
              value={requests}
              one="# unanswered request to a partner who has no access any more"
              other="# unanswered requests to partners who have no access any more"
            />
          </li>
        )}
      </ul>
    </section>
  );
}
