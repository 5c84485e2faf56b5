import { ACCESS_CLASSES } from '@entente/core/accounts';
import { EdtfDate, type Outcome, Period, Share, Slug, SUBJECT_KINDS } from '@entente/core/kernel';
import { fieldOf } from '@entente/core/register';
import { z } from 'zod';

/** A text that a core parser judges; its problem's code and fix go with the issue. */
function judged(parse: (text: string) => Outcome<unknown>, longest: number) {
  return z
    .string()
    .max(longest)
    .superRefine((text, context) => {
      const outcome = parse(text);
      if (outcome.ok) return;
      for (const { code, message, fix } of outcome.problems) {
        context.addIssue({ code: 'custom', message, params: { code, fix } });
      }
    });
}

const CONTROL_IN_LINE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]|\p{Cs}/u;
const CONTROL_IN_NOTE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]|\p{Cs}/u;

function plain(forbidden: RegExp, longest: number) {
  return z
    .string()
    .normalize('NFC')
    .trim()
    .min(1)
    .max(longest)
    .superRefine((text, context) => {
      if (!forbidden.test(text)) return;
      context.addIssue({
        code: 'custom',
        message: 'The text holds control characters, marks that turn its direction, or broken Unicode',
        params: { code: 'text-unreadable', fix: 'Type the text again without invisible characters.' },
      });
    });
}

/** One line of text: a name, a title, a place. */
export const line = plain(CONTROL_IN_LINE, 600);
/** Text that may have several lines. */
export const note = plain(CONTROL_IN_NOTE, 4000);

export const id = z.uuid();
export const slug = judged(Slug.parse, 80).describe('Lower-case ASCII letters, digits and single hyphens.');
/** A record by its slug or its id. */
export const reference = z
  .string()
  .min(1)
  .max(80)
  .regex(/^@?[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .describe('Slug or id of a record in this workspace; within a batch also `@` and the name of a record it adds.');

export const edtf = judged(EdtfDate.parse, 40).describe(
  'EDTF level 1: `1995`, `2003-04`, `2003-04-22`, `1995~`, `197X`, `2010/2015`.',
);
export const edtfEnd = judged(Period.parseEnd, 40).describe(
  'EDTF level 1, `..` for open, `unknown` for ended on an unknown day.',
);
/** `from` and `to` of a dated row; the end is exclusive. */
export const period = { from: edtf.nullable(), to: edtfEnd };

export const share = judged(Share.parse, 20).describe(
  'Exact percentage from 0 to 100 as text, e.g. `12.5`; null is unknown.',
);
const decimalField = fieldOf('measure', 'value');
export const decimal = judged((text) => decimalField?.parse(text) ?? { ok: true, value: text }, 32).describe(
  'Exact decimal number as text, e.g. `1450` or `167.9`.',
);

export const recordClass = z.enum(ACCESS_CLASSES).describe('How widely the record may travel.');
export const country = z
  .string()
  .regex(/^[A-Z]{2}$/)
  .describe('ISO 3166-1 alpha-2.');
export const language = z
  .string()
  .max(35)
  .regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/)
  .describe('BCP 47, e.g. `zh-Hant`.');

export const subjectKind = z.enum(SUBJECT_KINDS);
/** A record as a request names it. */
export const subjectReference = z.strictObject({ kind: subjectKind, id: reference }).meta({ id: 'SubjectReference' });

/** A record that another mentions. */
export const recordLink = z
  .object({ id, slug: z.string().nullable(), name: z.string().nullable() })
  .meta({ id: 'RecordLink' });
export const subjectLink = z
  .object({ kind: subjectKind, id, slug: z.string().nullable(), name: z.string().nullable() })
  .meta({ id: 'SubjectLink' });

export const reason = note.optional().describe('Why; kept with the change and with the claims it makes.');

export const fieldKey = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/)
  .describe('Key of a field of the workspace’s own.');

/** Beside the fields of a record in every write: why, and values of the workspace's own fields. */
export const beside = {
  reason,
  custom: z
    .record(fieldKey, note.nullable())
    .optional()
    .describe('Values of the workspace’s own fields by key; null takes one away.'),
};

/** What a client may do with a record, so that its buttons follow. */
const abilities = z.object({ change: z.boolean(), remove: z.boolean() }).meta({ id: 'Abilities' });

/** What every source's and claim's answer has. */
export const recordHead = {
  id,
  version: z.number().int().describe('Send it back in `If-Match` when you change or remove the record.'),
  class: recordClass,
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  abilities,
};

/** Values of the workspace's own fields, where the record has any. */
export const custom = z
  .record(z.string(), z.string())
  .describe('Values of the workspace’s own fields by key; only those that are known.');

/** What the answer of every other record has. */
export const deniableHead = {
  ...recordHead,
  exists: z.boolean().describe('False where the best claim denies the record or leaves it out.'),
  custom,
};

/** What stands at the end of an invitation's link: of members and of guests alike. */
export const invitationToken = z
  .string()
  .regex(/^[A-Za-z0-9_-]{43}$/)
  .describe('What stands at the end of the link.');

/** For whom a link of an invitation is, and for how long. */
export const invitationTerms = {
  email: z.email().max(254),
  days: z.number().int().min(1).max(30).default(7).describe('For how many days the link holds.'),
};
/** Whether an invitation went out by e-mail besides being told to whoever invites. */
export const mailed = z.boolean().describe('Whether the link was also sent to the e-mail that is invited.');
