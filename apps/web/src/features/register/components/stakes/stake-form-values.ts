import type { StakeAnswer } from '@entente/contract/register';

/** What the form holds: texts as typed. */
export type StakeFormValues = {
  readonly named: boolean;
  readonly holder: string;
  readonly holders: string;
  readonly holderCount: string;
  readonly share: string;
  readonly votingShare: string;
  readonly from: string;
  readonly to: string;
  readonly reason: string;
};

/** The fields of a stake as a request names them; unset texts are null, an unset end is open. */
export type StakeFields = {
  readonly holder: string | null;
  readonly holders: string | null;
  readonly holderCount: number | null;
  readonly share: string | null;
  readonly votingShare: string | null;
  readonly from: string | null;
  readonly to: string;
};

export const EMPTY_STAKE: StakeFormValues = Object.freeze({
  named: true,
  holder: '',
  holders: '',
  holderCount: '',
  share: '',
  votingShare: '',
  from: '',
  to: '',
  reason: '',
});

/** A recorded stake as the form shows it. */
export function formValuesOf(stake: StakeAnswer): StakeFormValues {
  return {
    named: stake.holder !== null,
    holder: stake.holder?.slug ?? stake.holder?.id ?? '',
    holders: stake.holders ?? '',
    holderCount: stake.holderCount === null ? '' : String(stake.holderCount),
    share: stake.share ?? '',
    votingShare: stake.votingShare ?? '',
    from: stake.from ?? '',
    to: stake.to === '..' ? '' : stake.to,
    reason: '',
  };
}

const textOf = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** Figures as written in full width or with a percent sign are meant as plain figures. */
function figureOf(text: string): string | null {
  const plain = text
    .normalize('NFKC')
    .replace(/\s*%\s*$/, '')
    .trim();
  return plain === '' ? null : plain;
}

/** The form's texts as the fields of a request. */
export function stakeFieldsOf(values: StakeFormValues): StakeFields {
  const count = figureOf(values.holderCount);
  return {
    holder: values.named ? textOf(values.holder) : null,
    holders: values.named ? null : textOf(values.holders),
    holderCount: values.named || count === null ? null : Number(count),
    share: figureOf(values.share),
    votingShare: figureOf(values.votingShare),
    from: textOf(values.from.normalize('NFKC')),
    to: textOf(values.to.normalize('NFKC')) ?? '..',
  };
}

/** Only what differs, for a change request; an untouched form gives an empty object. */
export function changedFields(before: StakeAnswer, values: StakeFormValues): Partial<StakeFields> {
  const old = stakeFieldsOf(formValuesOf(before));
  const now = stakeFieldsOf(values);
  return Object.fromEntries(Object.entries(now).filter(([field, value]) => old[field as keyof StakeFields] !== value));
}
