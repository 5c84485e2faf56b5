import type { Share, SubjectKind } from '@entente/core/kernel';
import { type RecordField, recordField } from '@entente/core/register';
import type { I18n } from '@lingui/core';
import type { Words } from '../../../lib/use-words.ts';
import { endWords } from '../../../ui/date-text.tsx';
import { kindOfLayout, targetParts } from './targets.ts';

/** Fields of the register that columns about alliances and partners become. */
const BECOMES: Readonly<Record<string, readonly [SubjectKind, string]>> = {
  form: ['alliance', 'form'],
  start: ['alliance', 'start'],
  end: ['alliance', 'end'],
  ending: ['alliance', 'ending'],
  share: ['stake', 'share'],
  shares: ['stake', 'share'],
  votingShare: ['stake', 'votingShare'],
  country: ['organisation', 'country'],
  kind: ['organisation', 'kind'],
};

/** The field that a target of a layout is recorded in; null where it becomes no single field. */
export function fieldRecorded(layout: string, target: string): RecordField | null {
  const kind = kindOfLayout(layout);
  if (kind !== null) return recordField(kind as SubjectKind, target);
  const [of, name] = BECOMES[targetParts(target).name] ?? [];
  return of === undefined || name === undefined ? null : recordField(of, name);
}

/** Shares with a colon between; wording that only bounds a share stands as it is. */
const shareWords = (text: string, words: Words): string =>
  /^[\d.:?]+$/.test(text)
    ? text
        .split(':')
        .map((share) => (share === '?' ? share : words.percent(share as Share)))
        .join(' : ')
    : text;

/** What a cell was read as, in words. */
export function recordedWords(field: RecordField | null, value: string, words: Words, i18n: I18n): string {
  switch (field?.as) {
    case 'term':
      return field.terms.includes(value) ? words.term(field.list, value) : value;
    case 'country':
      return words.country(value);
    case 'date':
    case 'end':
      return endWords(value, i18n);
    case 'share':
      return shareWords(value, words);
    default:
      return value;
  }
}
