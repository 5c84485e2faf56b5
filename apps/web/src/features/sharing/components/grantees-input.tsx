import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Checkbox, Stack } from '@mantine/core';
import type { Choice } from '../api/register-choices.ts';
import classes from './compose.module.css';
import { type GranteeChoice, partnerKey, personKey } from './grantee-choices.ts';
import { RecordChoice } from './record-choice.tsx';

type Props = {
  readonly choices: readonly GranteeChoice[];
  readonly value: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
  /** Who is shown it already. */
  readonly granted?: ReadonlySet<string>;
  readonly onAdd: (organisation: Choice) => void;
};

const NOBODY: ReadonlySet<string> = new Set();

/** Organisations, and of each the guests that may be chosen alone. */
export function GranteesInput({ choices, value, onChange, granted = NOBODY, onAdd }: Props) {
  const { t } = useLingui();
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>
        <Trans>To whom</Trans>
      </legend>
      <Checkbox.Group value={[...value]} onChange={onChange} aria-label={t`To whom`}>
        <Stack gap={10}>
          {choices.map((choice) => (
            <PartnerInput key={choice.id} choice={choice} chosen={value} granted={granted} />
          ))}
        </Stack>
      </Checkbox.Group>
      <RecordChoice
        label={t`Another organisation`}
        collection="organisations"
        value={null}
        onChange={(organisation) => organisation !== null && onAdd(organisation)}
      />
    </fieldset>
  );
}

type PartnerProps = {
  readonly choice: GranteeChoice;
  readonly chosen: readonly string[];
  readonly granted: ReadonlySet<string>;
};

function PartnerInput({ choice: { id, name, guests, isMember }, chosen, granted }: PartnerProps) {
  const key = partnerKey(id);
  const isWhole = chosen.includes(key) || granted.has(key);
  return (
    <div>
      <Checkbox
        value={key}
        label={name}
        disabled={granted.has(key)}
        description={
          <>
            {granted.has(key) && <Trans>is shown it already · </Trans>}
            {guests.length > 0 ? (
              <Plural
                value={guests.length}
                one="everybody of it: # guest now, and whoever is invited later"
                other="everybody of it: # guests now, and whoever is invited later"
              />
            ) : (
              <Trans>no guest yet: nobody sees it until you invite somebody</Trans>
            )}
            {!isMember && (
              <>
                {' · '}
                <Trans>no member of this alliance</Trans>
              </>
            )}
          </>
        }
      />
      {guests.length > 0 && !isWhole && (
        <Stack gap={4} mt={6} ml={28}>
          {guests.map(({ person }) => (
            <Checkbox
              key={person.id}
              size="xs"
              value={personKey(person.id)}
              label={person.name}
              description={granted.has(personKey(person.id)) ? <Trans>is shown it already</Trans> : person.email}
              disabled={granted.has(personKey(person.id))}
            />
          ))}
        </Stack>
      )}
    </div>
  );
}
