import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { keptSearch } from '../../../../lib/kept-search.ts';
import { Section } from '../../../../ui/section.tsx';
import { findingsQuery } from '../../api/findings-queries.ts';
import { Inspectable } from '../inspectable.tsx';
import { FindingsContext } from './findings-context.ts';
import { findingId, InspectedFinding } from './finding-inspector.tsx';
import classes from './findings.module.css';
import { useFindingWords } from './use-finding-words.ts';
import { byWeight, VerdictMark } from './verdict-mark.tsx';

type Props = {
  readonly workspace: string;
  readonly firm: string;
  readonly search: Readonly<Record<string, string>>;
  readonly asOf: string;
};

/** What the rules find, one line each: what they find, and how many more cannot be told. */
export function FindingsStrip({ workspace, firm, search, asOf }: Props) {
  const words = useFindingWords();
  const { data } = useQuery(findingsQuery({ workspace, firm, search, asOf }));
  if (data === undefined) return null;
  const found = data.findings.filter(({ verdict }) => verdict === 'supported').sort(byWeight);
  const open = data.findings.filter(({ verdict }) => verdict === 'not-enough-data').length;
  const all = (
    <Link
      to="/w/$workspace/organisations/$slug/portfolio/findings"
      params={{ workspace, slug: firm }}
      search={keptSearch}
    >
      <Trans>all findings</Trans>
    </Link>
  );
  return (
    <FindingsContext value={{ workspace, sources: data.sources }}>
      <Section id="findings" title={<Trans>Findings</Trans>} count={found.length} action={all}>
        <ul className={classes.strip}>
          {found.map((finding) => (
            <li key={finding.code}>
              <VerdictMark finding={finding} />{' '}
              <Inspectable id={findingId(finding.code)}>{words.line(finding)}</Inspectable>
            </li>
          ))}
        </ul>
        {open > 0 && (
          <p className={classes.says}>
            <Trans>Not enough data for {open} more.</Trans>
          </p>
        )}
        {data.findings.map((finding) => (
          <InspectedFinding key={finding.code} finding={finding} />
        ))}
      </Section>
    </FindingsContext>
  );
}
