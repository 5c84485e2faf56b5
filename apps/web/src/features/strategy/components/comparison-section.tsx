import type { PaperOf } from '@entente/contract/dossier';
import { ARRANGEMENT_CRITERIA, ARRANGEMENTS } from '@entente/core/lifecycle';
import { Trans, useLingui } from '@lingui/react/macro';
import { useSaid } from '../../../lib/said.ts';
import { useWords } from '../../../lib/use-words.ts';
import { DateText } from '../../../ui/date-text.tsx';
import classes from '../../../dossier/paper.module.css';
import { TableScroll } from '../../../ui/table-scroll.tsx';
import { PaperSection } from '../../../dossier/paper-section.tsx';
import { ArrangementRanks } from './arrangement-ranks.tsx';
import { useArrangementWords } from './arrangement-words.ts';
import { ComparisonForm } from './comparison-form.tsx';

type Content = PaperOf<'mode-comparison'>;

/** Market exchange, internal growth, merger or acquisition, or an alliance: compared by criteria, with reasons. */
export function ComparisonSection({ slug }: { readonly slug: string }) {
  const { wording } = useSaid();
  const blank: Content = {
    kind: 'mode-comparison',
    objective: '',
    criteria: ARRANGEMENT_CRITERIA.map(({ key, words }) => ({ key, text: wording(words), weight: 1 })),
    scores: [],
    decision: null,
  };
  return (
    <PaperSection
      slug={slug}
      kind="mode-comparison"
      title={<Trans>Buy, make, merge or ally?</Trans>}
      blank={blank}
      purpose={<Trans>Compare the four ways to reach the objective, criterion by criterion</Trans>}
      begin={<Trans>Begin the comparison</Trans>}
      view={({ content, reading }) => (
        <>
          {content.objective !== '' && <p className={classes.words}>{content.objective}</p>}
          {reading && <ArrangementRanks reading={reading} content={content} />}
          <Decision content={content} />
          <Scores content={content} />
        </>
      )}
      form={(typed) => <ComparisonForm {...typed} />}
    />
  );
}

function Decision({ content: { decision } }: { readonly content: Content }) {
  const said = useArrangementWords();
  if (decision === null)
    return (
      <p className={classes.unknown}>
        <Trans>Nothing is decided yet.</Trans>
      </p>
    );
  const chosen = said(decision.arrangement);
  return (
    <p className={classes.words}>
      <Trans>
        Decided on <DateText value={decision.day} />: <strong>{chosen}</strong>
      </Trans>
      {' · '}
      {decision.reason}
    </p>
  );
}

/** Every score with its reason. */
function Scores({ content: { criteria, scores } }: { readonly content: Content }) {
  const { t } = useLingui();
  const said = useArrangementWords();
  const words = useWords();
  return (
    <TableScroll label={t`Buy, make, merge or ally?`}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Criterion</Trans>
            </th>
            <th scope="col" className={classes.number}>
              <Trans>Weight</Trans>
            </th>
            {ARRANGEMENTS.map((arrangement) => (
              <th key={arrangement} scope="col">
                {said(arrangement)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {criteria.map(({ key, text, weight }) => (
            <tr key={key}>
              <th scope="row">{text}</th>
              <td className={classes.number}>{words.number(String(weight))}</td>
              {ARRANGEMENTS.map((arrangement) => {
                const found = scores.find((each) => each.criterion === key && each.arrangement === arrangement);
                return (
                  <td key={arrangement}>
                    {found?.score ?? (
                      <span className={classes.unknown}>
                        <Trans>not judged</Trans>
                      </span>
                    )}
                    {found && found.reason !== '' && <div className={classes.quiet}>{found.reason}</div>}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
