import type { PaperAnswer, PaperOf } from '@entente/contract/dossier';
import { CONTACT_LEVELS } from '@entente/core/lifecycle';
import { Trans, useLingui } from '@lingui/react/macro';
import { useDossier } from '../../../../dossier/dossier-context.ts';
import { ChoiceField, LineField, PartyField, PersonField } from '../../../../dossier/paper-fields.tsx';
import { PartsField } from '../../../../dossier/parts-field.tsx';
import { ATTENDANCE_WORDS, LEVEL_WORDS, options, SIDE_WORDS } from '../management-words.ts';

type Attendees = PaperOf<'meeting'>['attendees'];
type Props = {
  readonly attendees: Attendees;
  readonly named: PaperAnswer['people'];
  readonly onChange: (attendees: Attendees) => void;
};

/** Who is expected and who came: members by choice, others by name. */
export function AttendeeFields({ attendees, named, onChange }: Props) {
  const { t, i18n } = useLingui();
  const { parties } = useDossier();
  const nameOf = ({ member, name }: Attendees[number], nth: number): string =>
    name ?? named.find(({ id }) => id === member)?.name ?? t`person ${nth + 1}`;
  return (
    <PartsField<Attendees[number]>
      legend={t`Attendance`}
      parts={attendees}
      onChange={(next) => onChange([...next])}
      fresh={(key) => ({
        key,
        member: null,
        name: null,
        organisation: null,
        side: 'theirs',
        level: null,
        attendance: 'expected',
      })}
      add={<Trans>Add a person</Trans>}
      nameOf={nameOf}
      fields={(person, change) => (
        <>
          <PersonField
            label={t`Member`}
            nobody={t`from outside`}
            value={person.member}
            named={named}
            onChange={(member) =>
              change(member === null ? { ...person, member } : { ...person, member, name: null, side: 'ours' as const })
            }
          />
          {person.member === null && (
            <>
              <LineField
                label={t`Name`}
                required
                value={person.name}
                onChange={(name) => change({ ...person, name })}
              />
              <ChoiceField
                label={t`Side`}
                value={person.side}
                options={options(SIDE_WORDS, i18n)}
                onChange={(side) => change({ ...person, side })}
              />
            </>
          )}
          <PartyField
            label={t`Organisation`}
            value={person.organisation}
            parties={parties}
            onChange={(organisation) => change({ ...person, organisation })}
          />
          <ChoiceField
            label={t`Level`}
            value={person.level ?? ''}
            options={[{ value: '', label: t`not said` }, ...options(LEVEL_WORDS, i18n)]}
            onChange={(value) => change({ ...person, level: CONTACT_LEVELS.find((level) => level === value) ?? null })}
          />
          <ChoiceField
            label={t`Attendance`}
            value={person.attendance}
            options={options(ATTENDANCE_WORDS, i18n)}
            onChange={(attendance) => change({ ...person, attendance })}
          />
        </>
      )}
    />
  );
}
