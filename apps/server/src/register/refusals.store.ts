import type { Problem } from '@entente/core/kernel';
import pg from 'pg';

const UNIQUE = '23505';
const FOREIGN_KEY = '23503';
const CHECK = '23514';
const EXCLUSION = '23P01';
const NOT_NULL = '23502';
/** Values out of range, too long, or text that is no UTF-8. */
const UNFIT = new Set(['22001', '22003', '22021', '22P05']);
/** Text that is no date or number of the kind asked for. */
const UNREADABLE = new Set(['22007', '22008', '22P02']);
const CONTENTION = new Set(['40P01', '40001', '55P03']);

/** Two transactions stood in each other's way; running one again helps. */
export const isContention = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && CONTENTION.has(error.code ?? '');

const forward: Problem = {
  code: 'period-reversed',
  message: 'The end lies before the beginning',
  fix: 'Give an end that is later than the beginning.',
  pointer: '/to',
};

/** A value could not be read as what a column holds. */
export const isUnreadable = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && (UNREADABLE.has(error.code ?? '') || UNFIT.has(error.code ?? ''));

const grantThere: Problem = {
  code: 'grant-there',
  message: 'The publication is granted to them already',
  fix: 'Change until when that grant holds.',
};

const stepTaken: Problem = {
  code: 'version-stale',
  message: 'Another step was taken meanwhile',
  fix: 'Read where the alliance stands, and take the step that leads from there.',
};

const paperWritten: Problem = {
  code: 'version-stale',
  message: 'Another version of the paper was written meanwhile',
  fix: 'Read it again, and make your change on the version that is there.',
};

/** The refusals that a constraint stands for, by its name. */
const BY_CONSTRAINT: Readonly<Record<string, Problem>> = {
  organisation_life_forward: { ...forward, pointer: '/closed' },
  alliance_period_forward: { ...forward, pointer: '/end' },
  stake_whole: {
    code: 'stakes-over-100',
    message: 'The stakes in this organisation come to more than 100 %',
    fix: 'Lower this share, or end or lower another stake first.',
    pointer: '/share',
  },
  workspace_needs_owner: {
    code: 'owner-needed',
    message: 'A workspace has an owner, and this is the last one',
    fix: 'Make another member an owner first.',
  },
  custom_field_key_unique: {
    code: 'custom-field-taken',
    message: 'Records of this kind have a field of this key already',
    fix: 'Choose another key, or change the field that is there.',
    pointer: '/key',
  },
  domain_term_unique: {
    code: 'domain-term-taken',
    message: 'The dimension has this term already',
    fix: 'Choose another name, or move the term that is there.',
    pointer: '/term',
  },
  stake_one_holder: {
    code: 'holder-unclear',
    message: 'A stake has one holder, named or described',
    fix: 'Give either holder or holders.',
    pointer: '/holder',
  },
  stake_count_of_unnamed: {
    code: 'holder-unclear',
    message: 'Only unnamed holders are counted',
    fix: 'Leave holderCount out where a holder is named.',
    pointer: '/holderCount',
  },
  claim_reason_given: {
    code: 'reason-missing',
    message: 'This rank needs a reason',
    fix: 'Say why the claim is preferred or deprecated.',
    pointer: '/reason',
  },
  claim_quote_short: {
    code: 'quote-too-long',
    message: 'The quotation has more than 25 words',
    fix: 'Quote at most 25 words, and say the rest in your own.',
    pointer: '/quote',
  },
  domain_states_something: {
    code: 'field-required',
    message: 'A domain states a product, a market, a region or an activity',
    fix: 'Give at least one of the four.',
    pointer: '/product',
  },
  event_subject_once: {
    code: 'value-refused',
    message: 'The event names one record twice',
    fix: 'Name each record once.',
    pointer: '/about',
  },
  item_shareable: {
    code: 'not-publishable',
    message: 'A record of this class is not published',
    fix: 'Leave it out, or give it another class where that is right.',
  },
  grant_within_two_years: {
    code: 'grant-refused',
    message: 'A room closes on a day that is ahead, within two years',
    fix: 'Give a day between today and two years from now.',
    pointer: '/until',
  },
  grant_withdrawn: {
    code: 'grant-over',
    message: 'This grant was withdrawn, which is for good',
    fix: 'Grant the publication anew.',
  },
  grant_once_a_partner: grantThere,
  grant_once_a_person: grantThere,
  request_open_once: {
    code: 'request-there',
    message: 'The partner is asked about this edition already',
    fix: 'Wait for the answer, or close the request first.',
  },
  request_of_what_is_shown: {
    code: 'request-refused',
    message: 'The partner is not shown what it would be asked about',
    fix: 'Publish the stakes to this partner first, and ask about the edition that stands.',
  },
  request_over: {
    code: 'request-over',
    message: 'The request was closed, or another edition stands by now',
    fix: 'Read the room again, and answer about what it shows.',
  },
  answer_of_kind: {
    code: 'answer-of-kind',
    message: 'A health check is answered by ratings of what it asks, and nothing else is',
    fix: 'Answer as the request asks.',
  },
  answer_once_a_check: {
    code: 'request-over',
    message: 'You have answered this health check',
    fix: 'Wait until it is over; then both sides read every answer.',
  },
  check_within_a_year: {
    code: 'value-refused',
    message: 'A health check ends on a day to come, within a year',
    fix: 'Give a day between today and a year from now.',
    pointer: '/until',
  },
  gate_over: {
    code: 'gate-over',
    message: 'The firm asks about this gate no more',
    fix: 'Read the room again; what it asks now stands there.',
  },
  gate_in_an_open_room: {
    code: 'approver-unknown',
    message: 'No room of the alliance is open to this guest any more',
    fix: 'Open a room of the alliance for the guest first, or choose somebody else.',
    pointer: '/approvers',
  },
  answer_one_draft: {
    code: 'write-contended',
    message: 'The draft was written twice at once',
    fix: 'Try again in a moment.',
  },
  release_by_two: {
    code: 'second-person-needed',
    message: 'Two people of the clean team release an aggregate: one proposes it, another approves',
    fix: 'Ask another person of the clean team to look at it.',
  },
  release_decided: {
    code: 'release-decided',
    message: 'Somebody decided on it before',
    fix: 'Read it again; propose anew what was refused or withdrawn.',
  },
  release_stale: {
    code: 'release-stale',
    message: 'The records are not as they were when this was proposed',
    fix: 'Refuse the proposal, and have it proposed anew from the records as they are now.',
  },
  release_of_clean_records: {
    code: 'record-unknown',
    message: 'A record is not there, or is none of the clean team’s',
    fix: 'Choose among the figures of CLEAN records.',
    pointer: '/records',
  },
  paper_next: paperWritten,
  paper_pkey: paperWritten,
  paper_single: {
    code: 'paper-there',
    message: 'The alliance has such a paper',
    fix: 'Write its next version, or take the other away first.',
  },
  lifecycle_step_next: stepTaken,
  lifecycle_step_pkey: stepTaken,
  candidate_move_settled: {
    code: 'candidate-settled',
    message: 'The move has become an alliance, or was discarded',
    fix: 'Read it again; undo the change that made the alliance to open the move again.',
  },
  review_settled: {
    code: 'review-settled',
    message: 'The review is no longer, or not yet, at this step',
    fix: 'Read it again; begin a new review to judge anew what was handed in.',
  },
  review_signed: {
    code: 'review-signed',
    message: 'The review was signed, and is not withdrawn',
    fix: 'Begin a new review.',
  },
  review_digest: {
    code: 'review-digest',
    message: 'This is not what was decided',
    fix: 'Read the review again, and sign what it shows.',
  },
  review_signatures: {
    code: 'signatures-full',
    message: 'You have signed it, or two others have',
    fix: 'Nothing more is needed.',
  },
  signature_needs_confirmation: {
    code: 'answer-unconfirmed',
    message: 'The last word of the partner is not that it agrees',
    fix: 'Sign once the partner has confirmed what the edition shows.',
  },
};

const overlap: Problem = {
  code: 'stake-overlap',
  message: 'This holder already has a stake here at that time',
  fix: 'End the earlier stake on the day this one begins, or change that stake instead of adding one.',
  pointer: '/from',
};

/** What the database refused, as a problem; null for an error that is no refusal. */
export function problemOfRefusal(error: unknown): Problem | null {
  if (!(error instanceof pg.DatabaseError)) return null;
  const { code = '', constraint = '', table, column } = error;
  if (CONTENTION.has(code)) {
    return { code: 'write-contended', message: 'Others are writing the same records', fix: 'Try again in a moment.' };
  }
  const named = BY_CONSTRAINT[constraint];
  if (named) return named;
  if (constraint.endsWith('_period_forward')) return forward;
  if (code === EXCLUSION) return overlap;
  if (code === UNIQUE) {
    const pointer = constraint === 'source_key_unique' ? '/key' : '/slug';
    return {
      code: 'slug-taken',
      message: 'Another record has this name in addresses',
      fix: 'Choose another.',
      pointer,
    };
  }
  if (code === FOREIGN_KEY) {
    return {
      code: 'record-in-use',
      message: `Other records refer to it (${table ?? 'register'})`,
      fix: 'Change or remove those first.',
    };
  }
  if (code === CHECK || code === NOT_NULL || UNFIT.has(code)) {
    return {
      code: 'value-refused',
      message: 'The register does not admit this value',
      fix: 'Correct it as the documentation of the field says.',
      ...(column === undefined ? {} : { pointer: `/${column}` }),
    };
  }
  return null;
}
