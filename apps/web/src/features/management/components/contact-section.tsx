import { type Contact, contactByLevel } from '@entente/core/lifecycle';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { ofKind } from '../../../lib/papers.ts';
import { DateText } from '../../../ui/date-text.tsx';
import { Inspected } from '../../../ui/inspector.tsx';
import { InspectButton } from '../../../ui/inspect-button.tsx';
import { RuleBody } from '../../../ui/rule-body.tsx';
import { Section } from '../../../ui/section.tsx';
import { useDossier } from '../../../dossier/dossier-context.ts';
import classes from '../../../dossier/dossier.module.css';
import { ManagementMethodLink } from './management-links.tsx';
import { LEVEL_WORDS } from './management-words.ts';

/** How long ago the two sides last met at each level. */
export function ContactSection() {
  const { i18n } = useLingui();
  const { papers, day } = useDossier();
  const contacts = contactByLevel(
    ofKind(papers, 'meeting').map(({ content }) => content),
    day,
  );
  return (
    <Section id="contact" title={<Trans>Contact by level</Trans>}>
      <dl className={classes.facts}>
        {contacts.map((contact) => (
          <div key={contact.level}>
            <dt>{i18n._(LEVEL_WORDS[contact.level])}</dt>
            <dd>
              <InspectButton id={`contact.${contact.level}`} unknown={contact.days === null}>
                <Ago days={contact.days} />
              </InspectButton>
            </dd>
            <InspectedContact contact={contact} day={day} />
          </div>
        ))}
      </dl>
    </Section>
  );
}

function Ago({ days }: { readonly days: number | null }) {
  if (days === null) return <Trans>no meeting of both sides recorded</Trans>;
  return <Plural value={days} _0="today" one="# day ago" other="# days ago" />;
}

function InspectedContact({ contact, day }: { readonly contact: Contact; readonly day: string }) {
  const { t, i18n } = useLingui();
  const level = i18n._(LEVEL_WORDS[contact.level]);
  return (
    <Inspected id={`contact.${contact.level}`} title={t`Last contact: ${level}`}>
      <RuleBody
        rule={
          <Trans>
            Days from the last meeting at this level to the day that is read. A meeting counts at a level when it was
            held by that day, and somebody of that level of our side and of the partner’s attended.
          </Trans>
        }
        inputs={[
          { label: t`Meetings that count`, value: contact.meetings },
          { label: t`The last one`, value: contact.last === null ? t`none` : <DateText value={contact.last} /> },
          { label: t`Read on`, value: <DateText value={day} /> },
        ]}
        links={[<ManagementMethodLink key="card" />]}
      />
    </Inspected>
  );
}
