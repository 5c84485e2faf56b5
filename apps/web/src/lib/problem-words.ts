import type { I18n } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { ACCESS_PROBLEM_WORDS, type ProblemWording } from './access-problem-words.ts';
import { CHOICE_PROBLEM_WORDS } from './choice-problem-words.ts';
import { CLEAN_TEAM_PROBLEM_WORDS } from './clean-team-problem-words.ts';
import { DESIGN_PROBLEM_WORDS } from './design-problem-words.ts';
import { LIFECYCLE_PROBLEM_WORDS } from './lifecycle-problem-words.ts';
import { REVIEW_PROBLEM_WORDS } from './review-problem-words.ts';
import { SHARING_PROBLEM_WORDS } from './sharing-problem-words.ts';

/**
 * What each refusal means, for readers of other languages than English; in English the server's own words stand, which
 * name the figures. A code that is missing here is told in the server's words in every language.
 */
const WORDS: Readonly<Record<string, ProblemWording>> = {
  ...ACCESS_PROBLEM_WORDS,
  ...SHARING_PROBLEM_WORDS,
  ...CLEAN_TEAM_PROBLEM_WORDS,
  ...REVIEW_PROBLEM_WORDS,
  ...LIFECYCLE_PROBLEM_WORDS,
  ...DESIGN_PROBLEM_WORDS,
  ...CHOICE_PROBLEM_WORDS,
  'record-not-found': {
    message: msg`There is no such record.`,
    fix: msg`It may have been removed, or its address mistyped; go back to the list.`,
  },
  'workspace-not-found': {
    message: msg`There is no such workspace.`,
    fix: msg`Choose one of your workspaces.`,
  },
  'not-found': { message: msg`There is nothing at this address.`, fix: msg`Go back to the start page.` },
  'foreign-origin': {
    message: msg`The request came from a page of another site; nothing was changed.`,
    fix: msg`Open Entente at the address that its start line names.`,
  },
  'foreign-host': {
    message: msg`The address in use is not one that Entente answers to; nothing was changed.`,
    fix: msg`Open Entente at the address that its start line names.`,
  },
  'version-required': {
    message: msg`The version you changed was not sent.`,
    fix: msg`Load the page again and repeat the change.`,
  },
  'version-malformed': {
    message: msg`The version you changed was sent in a form that cannot be read.`,
    fix: msg`Load the page again and repeat the change.`,
  },
  'version-stale': {
    message: msg`The record was changed since you opened it.`,
    fix: msg`Compare both versions and decide which one holds.`,
  },
  'slug-taken': { message: msg`Another record already has this short name.`, fix: msg`Choose another short name.` },
  'slug-malformed': {
    message: msg`This is no short name.`,
    fix: msg`Use lower-case ASCII letters, digits and single hyphens, at most 80 characters.`,
  },
  'record-unknown': { message: msg`The record named here does not exist.`, fix: msg`Choose a record from the list.` },
  'candidate-own': {
    message: msg`The partner belongs to the firm itself.`,
    fix: msg`Choose a partner outside the firm and its own house.`,
  },
  'candidate-settled': {
    message: msg`The move has become an alliance, or was discarded.`,
    fix: msg`Read it again; undo the change that made the alliance to open the move again.`,
  },
  'candidate-member-unclear': {
    message: msg`It is not said which organisation of the house is the member.`,
    fix: msg`Choose the organisation of the house.`,
  },
  'record-in-use': {
    message: msg`Other records refer to this one.`,
    fix: msg`Remove or change those first.`,
  },
  'field-required': { message: msg`This field is needed.`, fix: msg`Fill it in.` },
  'field-unknown': { message: msg`This record has no such field.`, fix: msg`Choose a field of the record.` },
  'file-too-large': {
    message: msg`The file is too large to be imported.`,
    fix: msg`Split the table into several files, or save a workbook as CSV.`,
  },
  'table-malformed': {
    message: msg`The file is no table that can be read.`,
    fix: msg`Close quotation marks, or save the file again as CSV or XLSX.`,
  },
  'table-empty': { message: msg`The table holds no rows.`, fix: msg`Give it a header and at least one row.` },
  'table-too-wide': {
    message: msg`The table has too many columns.`,
    fix: msg`Remove the columns that are not meant to be imported.`,
  },
  'table-too-long': {
    message: msg`The table has too many rows.`,
    fix: msg`Split the table into several files.`,
  },
  'table-too-slow': {
    message: msg`Reading the table took too much time or memory.`,
    fix: msg`Split the table into several files, or save a workbook as CSV.`,
  },
  'encoding-unknown': {
    message: msg`The text is in no encoding that could be told.`,
    fix: msg`Save the table as UTF-8 and choose it again.`,
  },
  'workbook-locked': {
    message: msg`The workbook is protected by a password.`,
    fix: msg`Save it without a password, or save the sheet as CSV.`,
  },
  'workbook-too-large': {
    message: msg`The workbook unpacks to too much.`,
    fix: msg`Save the sheet as CSV.`,
  },
  'cell-empty': {
    message: msg`A cell that is needed is empty.`,
    fix: msg`Fill it in, or leave the row out.`,
  },
  'country-unknown': {
    message: msg`This is no country that is known here.`,
    fix: msg`Give its name in English, Japanese or Chinese, or its two letters of ISO 3166.`,
  },
  'row-twice': {
    message: msg`The same row stands twice.`,
    fix: msg`Leave one of them out.`,
  },
  'rows-contradict': {
    message: msg`Rows of one alliance contradict one another.`,
    fix: msg`Correct one of them.`,
  },
  'share-bounded': {
    message: msg`This bounds the share and does not state it; the wording is kept as a remark.`,
    fix: msg`Give the exact share if you know it.`,
  },
  'shares-over-100': {
    message: msg`The shares come to more than 100 %.`,
    fix: msg`Correct the shares.`,
  },
  'one-member': {
    message: msg`The alliance has only one partner.`,
    fix: msg`Name at least two partners.`,
  },
  'start-unknown': {
    message: msg`The alliance has no beginning and stands outside the path.`,
    fix: msg`Give a beginning, if only about: about 1995.`,
  },
  'text-unreadable': {
    message: msg`The cell holds invisible or broken characters.`,
    fix: msg`Type the text again without them.`,
  },
  'value-ambiguous': {
    message: msg`This may mean several things.`,
    fix: msg`Choose what is meant.`,
  },
  'record-there': {
    message: msg`This alliance is in the register already; the row adds members and claims to it.`,
    fix: msg`Give the alliance another name if it is another one.`,
  },
  'shares-unmatched': {
    message: msg`The cell does not state one share for each partner.`,
    fix: msg`Give one share for each partner, in their order, for example 50:30:20.`,
  },
  'share-unplaced': {
    message: msg`It is not said whose shares are held; the share is kept as a remark.`,
    fix: msg`Name the venture company in a column, or make the form a joint venture.`,
  },
  'stake-unplaced': { message: msg`The row does not say whose shares are held.`, fix: msg`Name the company held.` },
  'sheet-unknown': { message: msg`The workbook has no such sheet.`, fix: msg`Choose one of its sheets.` },
  'heading-missing': {
    message: msg`A column has values and no heading.`,
    fix: msg`Say what it holds, or leave it out.`,
  },
  'encoding-guessed': {
    message: msg`The encoding of the text was guessed.`,
    fix: msg`If names look wrong, choose another encoding, or save the table as UTF-8.`,
  },
  'row-left-out': {
    message: msg`The row is left out.`,
    fix: msg`Keep it if it states an alliance or another record.`,
  },
  'column-twice': {
    message: msg`Two columns are mapped to the same field.`,
    fix: msg`Leave one of the two columns out, or map it to something else.`,
  },
  'resource-kind-unknown': {
    message: msg`This is no kind of resource.`,
    fix: msg`Write kind:subject, for example technology:casting.`,
  },
  'resource-malformed': {
    message: msg`This is no resource.`,
    fix: msg`Write kind:subject, for example technology:casting.`,
  },
  'id-unknown': {
    message: msg`No record of this workspace has this id.`,
    fix: msg`Empty the cell if the record is new, or leave the column of ids out.`,
  },
  'id-taken': { message: msg`The same id stands in two rows.`, fix: msg`Keep one of the two rows.` },
  'id-contradicts': {
    message: msg`The id is that of one record, the name that of another.`,
    fix: msg`Correct the name or the id; by the id, the record would be renamed.`,
  },
  'record-renamed': {
    message: msg`By its id, this is a record that has another name; it would be renamed.`,
    fix: msg`Correct the name, or empty the cell with the id if it is another record.`,
  },
  'value-kept': {
    message: msg`This value is not changed by an import.`,
    fix: msg`Change it in the record itself if the table is right.`,
  },
  'import-committed': {
    message: msg`This import was written to the register already.`,
    fix: msg`Undo its change if it was wrong, and upload the table anew.`,
  },
  'import-not-ready': {
    message: msg`Problems, questions or names without a choice stand in the way.`,
    fix: msg`Settle what is listed, then import.`,
  },
  'audit-empty': {
    message: msg`Nothing has been written here yet, so the audit has no head.`,
    fix: msg`Come back after the first change.`,
  },
  'import-stopped': {
    message: msg`The import was stopped. Nothing of it was kept.`,
    fix: msg`Import it again when you want it written.`,
  },
  'imports-full': {
    message: msg`You keep too many imports or mappings.`,
    fix: msg`Remove those that are not needed any more.`,
  },
  'custom-field-taken': {
    message: msg`Records of this kind already have a field of this key.`,
    fix: msg`Choose another key, or change the field that is there.`,
  },
  'custom-field-in-use': {
    message: msg`Records still hold values of this field.`,
    fix: msg`Retire the field instead, or take its values away first.`,
  },
  'domain-term-taken': {
    message: msg`This dimension has the term already.`,
    fix: msg`Choose another name, or move the term that is there.`,
  },
  'domain-term-unknown': {
    message: msg`This dimension has no such broader term.`,
    fix: msg`Add the broader term first, or choose one that is there.`,
  },
  'domain-term-circular': {
    message: msg`The term would lie below itself.`,
    fix: msg`Choose a term that does not lie below this one.`,
  },
  'domain-term-in-use': {
    message: msg`Other terms lie below this one.`,
    fix: msg`Move or remove those first.`,
  },
  'value-refused': { message: msg`This value cannot stand here.`, fix: msg`Correct the value.` },
  'date-malformed': {
    message: msg`This is no date.`,
    fix: msg`Write a date as the source gives it: 1995, 2003-04, 2003-04-22, 1995~ (about), 197X (in the 1970s) or 2010/2015 (between).`,
  },
  'number-malformed': {
    message: msg`This is no number.`,
    fix: msg`Give figures with a point for decimals and no separators, for example 1450 or 167.9.`,
  },
  'share-malformed': {
    message: msg`This is no percentage.`,
    fix: msg`Give a percentage from 0 to 100 in figures, with at most 10 decimals, for example 12.5.`,
  },
  'date-ambiguous': {
    message: msg`This may mean several dates.`,
    fix: msg`Choose one of those shown, or write the year first: 2012-11-10.`,
  },
  'measure-malformed': {
    message: msg`No figure can be read here.`,
    fix: msg`Write what bounds the figure before it and the unit behind it: > 91 %, about 1,200 vehicles.`,
  },
  'details-malformed': {
    message: msg`A line here has no name.`,
    fix: msg`Write one detail a line, e.g. method: interview.`,
  },
  'share-inexact': {
    message: msg`This is no single exact share.`,
    fix: msg`Write one percentage. Where the source gives only a bound, leave the share empty and quote the source.`,
  },
  'share-over-100': { message: msg`A share cannot be more than 100 %.`, fix: msg`Give a percentage from 0 to 100.` },
  'stakes-over-100': {
    message: msg`With this stake the shares come to more than 100 %.`,
    fix: msg`Lower this share, or end or lower another stake first.`,
  },
  'stake-overlap': {
    message: msg`This holder already has a stake here in that period.`,
    fix: msg`End the earlier stake on the day this one begins, or change that stake instead of adding one.`,
  },
  'holder-unclear': {
    message: msg`A stake has either one named holder or words for unnamed ones.`,
    fix: msg`Choose a holder, or describe the unnamed holders.`,
  },
  'term-unknown': { message: msg`This is none of the terms here.`, fix: msg`Choose one of the list.` },
  'text-malformed': {
    message: msg`The text holds invisible or broken characters.`,
    fix: msg`Type the text again without invisible characters.`,
  },
  'period-reversed': {
    message: msg`The period ends before it begins.`,
    fix: msg`Give an end that is later than the beginning.`,
  },
  'quote-too-long': {
    message: msg`The quotation is longer than 25 words.`,
    fix: msg`Quote at most 25 words, and say the rest in your own.`,
  },
  'claim-last': {
    message: msg`It is the last claim that the record stands on.`,
    fix: msg`Remove the record itself, or give it another claim first.`,
  },
  'reason-missing': { message: msg`A preferred or deprecated claim needs a reason.`, fix: msg`Say why.` },
  'source-is-entry': {
    message: msg`This source stands for what was typed in and cannot be changed.`,
    fix: msg`Record a source of your own.`,
  },
  'cursor-malformed': { message: msg`The list has moved on.`, fix: msg`Load the list again from its beginning.` },
  'filter-malformed': {
    message: msg`A filter of this table cannot be read.`,
    fix: msg`Remove the filter and set it again.`,
  },
  'list-field-unknown': {
    message: msg`This table has no such field, or no longer.`,
    fix: msg`Choose another field, and save the view again if it names the old one.`,
  },
  'view-of-another': {
    message: msg`Somebody else made this view.`,
    fix: msg`Save it under a name of your own, and change that.`,
  },
  'views-full': {
    message: msg`You keep as many saved views as one person may.`,
    fix: msg`Remove views that you no longer use.`,
  },
  'idempotency-key-reused': {
    message: msg`This action was already sent with other content.`,
    fix: msg`Load the page again and repeat the change.`,
  },
  'undo-blocked': {
    message: msg`Later changes build on this one, so it cannot be undone alone.`,
    fix: msg`Undo the later changes first.`,
  },
  'write-contended': {
    message: msg`Somebody else is changing the same record at this moment.`,
    fix: msg`Try again in a moment.`,
  },
};

/** A refusal as the server words it. */
type Told = { readonly code: string; readonly message: string; readonly fix: string | null };

/** A refusal in the reader's language. */
export function problemWords(told: Told, i18n: I18n): { readonly message: string; readonly fix: string | null } {
  const words = WORDS[told.code];
  const english = i18n.locale === 'en' && told.message !== '';
  if (!words || english) return { message: told.message === '' ? told.code : told.message, fix: told.fix };
  return { message: i18n._(words.message), fix: i18n._(words.fix) };
}
