import type { ImportQuestion } from '@entente/contract/register';
import { type DateOrder, readTypedDate, readTypedShare, type SubjectKind } from '@entente/core/kernel';
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

function shareWords(text: string, words: Words): string | null {
  const read = readTypedShare(text);
  if (read.kind === 'shares') return read.shares.map((share) => words.percent(share)).join(' : ');
  return read.kind === 'share' && read.bound === '=' ? words.percent(read.share) : null;
}

const ORDERS: readonly DateOrder[] = ['day-first', 'month-first', 'year-first'];

/** The order of day, month and year in a column's dates, where it was asked and answered. */
export function orderAnswered(questions: readonly ImportQuestion[], column: number): DateOrder | null {
  const asked = questions.find((question) => question.kind === 'date-order' && question.column === column);
  return ORDERS.find((order) => order === asked?.answer) ?? null;
}

/**
 * A cell's text as it is read, in words; the text itself where it can be read in several ways or is kept as it stands.
 */
export function recordedWords(
  field: RecordField | null,
  text: string,
  order: DateOrder | null,
  words: Words,
  i18n: I18n,
): string {
  switch (field?.as) {
    case 'term':
      return field.terms.includes(text) ? words.term(field.list, text) : text;
    case 'country':
      return /^[A-Z]{2}$/.test(text) ? words.country(text) : text;
    case 'date':
    case 'end': {
      const read = readTypedDate(text, { as: field.as, ...(order === null ? {} : { order }) });
      return read.kind === 'date' ? endWords(read.edtf, i18n) : text;
    }
    case 'share':
      return shareWords(text, words) ?? text;
    default:
      return text;
  }
}
