import type { ReviewAnswer } from '@entente/contract/portfolio';
import { Trans, useLingui } from '@lingui/react/macro';
import { useWords } from '../../../../lib/use-words.ts';
import { Section } from '../../../../ui/section.tsx';
import { useProposalWords } from './proposal-words.ts';
import classes from './reviews.module.css';

export type KeptProposal = ReviewAnswer['proposals'][number];
type Stakes = KeptProposal['shares'];

const stakesText = (shares: Stakes): string =>
  shares
    .map(({ member, share }) => `${member} ${Number(share)}`)
    .sort()
    .join(' ');

/** Whether two proposals leave everybody with the same stake. */
export const areSameStakes = (one: Stakes, other: Stakes): boolean => stakesText(one) === stakesText(other);

/** What a kept proposal is called in the reader's language, where a rule made it. */
export function useKeptTitle(): (kept: KeptProposal) => string {
  const titles = useProposalWords();
  return ({ kind, title }) => (kind === undefined ? title : titles.title(kind));
}

/** The proposals that lay on the table when the review was handed in, and which of them was decided on. */
export function KeptProposals({ review }: { readonly review: ReviewAnswer }) {
  const { t } = useLingui();
  const words = useWords();
  const titleOf = useKeptTitle();
  const { proposals, members, decision } = review;
  if (proposals.length === 0) return null;
  const decided = decision?.shares ?? null;
  const isDecided = ({ shares }: KeptProposal): boolean => decided !== null && areSameStakes(shares, decided);
  const isOther = decided !== null && !proposals.some(isDecided);
  return (
    <Section id="kept-proposals" title={<Trans>Proposals handed in</Trans>} count={proposals.length}>
      <p className={classes.lead}>
        <Trans>These stakes lay on the table when the review was handed in; they stay with it.</Trans>
      </p>
      <div className={classes.scroll}>
        <table className={classes.grid} aria-label={t`Proposals handed in`}>
          <thead>
            <tr>
              <th scope="col">
                <Trans>Member</Trans>
              </th>
              <th scope="col">
                <Trans>In the review</Trans>
              </th>
              {proposals.map((kept, at) => (
                <th key={at} scope="col" data-decided={isDecided(kept) || undefined}>
                  {titleOf(kept)}
                </th>
              ))}
              {isOther && (
                <th scope="col" data-decided>
                  <Trans>Other stakes</Trans>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {members.map(({ key, name, equity }) => (
              <tr key={key}>
                <th scope="row">{name}</th>
                <td>{equity === null ? t`unknown` : words.percent(equity)}</td>
                {[...proposals.map(({ shares }) => shares), ...(isOther ? [decided] : [])].map((shares, at) => {
                  const share = shares.find(({ member }) => member === key)?.share;
                  return <td key={at}>{share === undefined ? t`unknown` : words.percent(share)}</td>;
                })}
              </tr>
            ))}
          </tbody>
          {decision !== null && (
            <tfoot>
              <tr>
                <th scope="row">
                  <Trans>Decided</Trans>
                </th>
                <td>{decided === null && <Decided />}</td>
                {proposals.map((kept, at) => (
                  <td key={at}>{isDecided(kept) && <Decided />}</td>
                ))}
                {isOther && (
                  <td>
                    <Decided />
                  </td>
                )}
              </tr>
            </tfoot>
          )}
        </table>
      </div>
    </Section>
  );
}

function Decided() {
  return (
    <span className={classes.whole}>
      <span aria-hidden="true">✓ </span>
      <Trans>decided on</Trans>
    </span>
  );
}
