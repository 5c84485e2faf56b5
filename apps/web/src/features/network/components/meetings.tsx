import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { NetworkTiesAnswer } from '@entente/contract/portfolio';
import { DateText } from '../../../ui/date-text.tsx';
import { AllianceLink, SourcePlace } from './network-links.tsx';
import classes from './network-inspector.module.css';
import { useNetworkWords } from './use-network-words.ts';

type Meeting = NetworkTiesAnswer['partners'][number]['alliances'][number];
type Member = Meeting['own'][number];

/** The alliances in which two nodes meet: form, dates, who takes part, and where each membership is told. */
export function Meetings({
  alliances,
  sources,
}: {
  readonly alliances: readonly Meeting[];
  readonly sources: NetworkTiesAnswer['sources'];
}) {
  const { t } = useLingui();
  const words = useNetworkWords();
  const titles = new Map(sources.map(({ key, title }) => [key, title]));
  return (
    <ul className={classes.partners}>
      {alliances.map(({ slug, name, form, start, end, disputed, own, theirs }) => (
        <li key={slug}>
          <AllianceLink slug={slug} name={name} />
          <div className={classes.quiet}>
            {words.form(form)} · {start === null ? t`start unknown` : <DateText value={start} />}
            {end !== null && (
              <>
                {' – '}
                {end === 'unknown' ? t`ended, nobody tells when` : <DateText value={end} />}
              </>
            )}
          </div>
          {disputed > 0 && (
            <div className={classes.disputed}>
              <Plural value={disputed} one="# field is disputed" other="# fields are disputed" />
            </div>
          )}
          <ul>
            {[...own, ...theirs].map((member) => (
              <MemberLine key={member.slug} member={member} titles={titles} />
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function MemberLine({ member, titles }: { readonly member: Member; readonly titles: ReadonlyMap<string, string> }) {
  const { name, from, evidence } = member;
  return (
    <li>
      {name}{' '}
      <span className={classes.quiet}>
        {from === null ? (
          <Trans>since an unknown day</Trans>
        ) : (
          <Trans>
            since <DateText value={from} />
          </Trans>
        )}
        {' · '}
        {evidence.length === 0 ? (
          <Trans>no source</Trans>
        ) : (
          evidence.map((place, nth) => (
            <span key={`${place.source} ${place.place}`}>
              {nth > 0 && '; '}
              <SourcePlace place={place} titles={titles} />
            </span>
          ))
        )}
      </span>
    </li>
  );
}
