import type { PaperAnswer, PaperOf } from '@entente/contract/dossier';
import { BODY, type Majority } from '@entente/core/lifecycle';
import { Trans, useLingui } from '@lingui/react/macro';
import { Checkbox, NumberInput } from '@mantine/core';
import { useState } from 'react';
import classes from '../design.module.css';
import shared from '../../../../dossier/dossier.module.css';
import { BODY_WORDS, MAJORITY_WORDS, options } from '../design-words.ts';
import { partiesNamed, useDossier } from '../../../../dossier/dossier-context.ts';
import { ChoiceField, LineField, NoteField, PartyField } from '../../../../dossier/paper-fields.tsx';
import { PartsField } from '../../../../dossier/parts-field.tsx';
import { PartiesField } from '../../../../dossier/parties-field.tsx';
import { PaperForm } from '../../../../dossier/paper-form.tsx';

type Body = PaperOf<'body'>;
type Props = { readonly paper: (PaperAnswer & { readonly content: Body }) | null; readonly onDone: () => void };

const HALF: Majority = { kind: 'more-than-half', votes: null, withEach: [] };
const MOST_SEATS = 99;

const NEW: Body = {
  kind: 'body',
  name: '',
  type: 'board',
  seats: [],
  hasCastingVote: false,
  quorum: { seats: null, percent: null, withEach: [] },
  majority: HALF,
  reserved: [],
  words: null,
};

const isWhole = ({ name, reserved }: Body): boolean =>
  name.trim() !== '' && reserved.every(({ title }) => title.trim() !== '');

const numberOrNull = (value: number | string): number | null => (typeof value === 'number' ? value : null);

/** A body: seats, quorum, majorities, reserved matters. */
export function BodyForm({ paper, onDone }: Props) {
  const { t, i18n } = useLingui();
  const [body, setBody] = useState<Body>(paper?.content ?? NEW);
  const put = (more: Partial<Body>): void => setBody((now) => ({ ...now, ...more }));
  const whole = isWhole(body);
  return (
    <PaperForm
      paper={paper}
      content={whole ? body : null}
      problems={whole ? BODY.problems(body, null) : []}
      onDone={onDone}
    >
      <div className={shared.pair}>
        <LineField label={t`Name`} required isFirst value={body.name} onChange={(name) => put({ name: name ?? '' })} />
        <ChoiceField
          label={t`Kind of body`}
          value={body.type}
          options={options(BODY_WORDS, i18n)}
          onChange={(type) => put({ type })}
        />
      </div>
      <SeatsField body={body} put={put} />
      <Checkbox
        label={t`The chair has a casting vote at a tie`}
        checked={body.hasCastingVote}
        onChange={(event) => put({ hasCastingVote: event.currentTarget.checked })}
      />
      <QuorumField body={body} put={put} />
      <fieldset className={shared.parts}>
        <legend>{t`Ordinary matters`}</legend>
        <MajorityFields majority={body.majority} onChange={(majority) => put({ majority })} />
      </fieldset>
      <PartsField
        legend={t`Reserved matters`}
        parts={body.reserved}
        onChange={(reserved) => put({ reserved: [...reserved] })}
        fresh={(key): Body['reserved'][number] => ({ key, title: '', majority: { ...HALF, kind: 'unanimous' } })}
        add={<Trans>Add a reserved matter</Trans>}
        nameOf={({ title }, nth) => (title === '' ? t`matter ${nth + 1}` : title)}
        fields={(matter, change) => (
          <>
            <LineField
              label={t`Matter`}
              required
              value={matter.title}
              onChange={(title) => change({ ...matter, title: title ?? '' })}
            />
            <MajorityFields majority={matter.majority} onChange={(majority) => change({ ...matter, majority })} />
          </>
        )}
      />
      <NoteField
        label={t`How often it meets, and what else is agreed`}
        value={body.words}
        onChange={(words) => put({ words })}
      />
    </PaperForm>
  );
}

type FieldProps = { readonly body: Body; readonly put: (more: Partial<Body>) => void };

function SeatsField({ body, put }: FieldProps) {
  const { t } = useLingui();
  const parties = partiesNamed(useDossier());
  return (
    <PartsField
      legend={t`Seats`}
      parts={body.seats}
      onChange={(seats) => put({ seats: [...seats] })}
      fresh={(key) => ({ key, organisation: body.seats.at(-1)?.organisation ?? null, holder: null, isChair: false })}
      add={<Trans>Add a seat</Trans>}
      nameOf={({ holder }, nth) => holder ?? t`seat ${nth + 1}`}
      fields={(seat, change) => (
        <>
          <PartyField
            label={t`Whose seat it is`}
            value={seat.organisation}
            parties={parties}
            onChange={(organisation) => change({ ...seat, organisation })}
          />
          <LineField label={t`Who holds it`} value={seat.holder} onChange={(holder) => change({ ...seat, holder })} />
          <Checkbox
            label={t`Chair`}
            checked={seat.isChair}
            onChange={(event) => change({ ...seat, isChair: event.currentTarget.checked })}
          />
        </>
      )}
    />
  );
}

function QuorumField({ body: { quorum }, put }: FieldProps) {
  const { t } = useLingui();
  return (
    <fieldset className={shared.parts}>
      <legend>{t`Quorum`}</legend>
      <div className={shared.fields}>
        <NumberInput
          label={t`Seats present, at least`}
          min={1}
          max={MOST_SEATS}
          allowDecimal={false}
          value={quorum.seats ?? ''}
          onChange={(value) => put({ quorum: { ...quorum, seats: numberOrNull(value) } })}
        />
        <NumberInput
          label={t`Share of all seats, in percent`}
          min={1}
          max={100}
          allowDecimal={false}
          value={quorum.percent ?? ''}
          onChange={(value) => put({ quorum: { ...quorum, percent: numberOrNull(value) } })}
        />
        <PartiesField
          label={t`With somebody of each of`}
          value={quorum.withEach}
          onChange={(withEach) => put({ quorum: { ...quorum, withEach: [...withEach] } })}
        />
      </div>
    </fieldset>
  );
}

type MajorityProps = { readonly majority: Majority; readonly onChange: (majority: Body['majority']) => void };

function MajorityFields({ majority, onChange }: MajorityProps) {
  const { t, i18n } = useLingui();
  const put = (more: Partial<Majority>): void => {
    const { kind, votes, withEach } = { ...majority, ...more };
    onChange({ kind, votes: kind === 'votes' ? votes : null, withEach: [...withEach] });
  };
  return (
    <div className={`${shared.fields} ${classes.wide}`}>
      <ChoiceField
        label={t`Carried by`}
        value={majority.kind}
        options={options(MAJORITY_WORDS, i18n)}
        onChange={(kind) => put({ kind })}
      />
      {majority.kind === 'votes' && (
        <NumberInput
          label={t`Number of votes`}
          required
          min={1}
          max={MOST_SEATS}
          allowDecimal={false}
          value={majority.votes ?? ''}
          onChange={(value) => put({ votes: numberOrNull(value) })}
        />
      )}
      <PartiesField
        label={t`With a vote of each of`}
        value={majority.withEach}
        onChange={(withEach) => put({ withEach })}
      />
    </div>
  );
}
