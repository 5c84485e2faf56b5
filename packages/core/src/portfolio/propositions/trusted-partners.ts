import { groupedBy } from '../../kernel/index.ts';
import { REMARK_PREFIX } from '../../register/index.ts';
import type { Tie } from '../ties.ts';
import { eventFact, statementFact, tieFact } from './facts.ts';
import type { FindingFact } from './finding.ts';
import { tellsOfLoss } from './falling-words.ts';
import { eventsOf, type FirmRecord, isRunning, oncePerRecord, placingOf, yearsBefore } from './firm-record.ts';

/** The topic of remarks in which sources tell of trust between the people at the top. */
const TRUST_TOPIC = 'mutual-trust';

/** A partner house of long standing that is bound by equity. */
export type LongPartner = {
  readonly ties: readonly Tie[];
  /** Whether it came again: another alliance, begun later than the first. */
  readonly renewals: readonly FindingFact[];
  readonly trust: readonly FindingFact[];
};

/** What the premise of propositions 1 and 1a rests on: long alliances with equity, and trust at the top. */
export const longPartnersOf = oncePerRecord((firm): readonly LongPartner[] => {
  const { day, parameters } = firm;
  const long = yearsBefore(day, parameters.longYears);
  const houses = groupedBy(firm.ties, (tie) => firm.partnerKeyOf(tie.partner));
  return [...houses.values()].flatMap((ties) => {
    const running = ties.filter((tie) => isRunning(tie, day));
    const isLong = (ties[0]?.from ?? day) <= long && running.some(({ equity }) => equity);
    return isLong ? [{ ties, renewals: renewalsOf(firm, ties), trust: signsOfTrust(firm, ties) }] : [];
  });
});

function renewalsOf(firm: FirmRecord, ties: readonly Tie[]): FindingFact[] {
  const [first] = ties;
  const later = new Map<string, Tie>();
  for (const tie of ties) {
    if (first !== undefined && tie.from > first.from && !later.has(tie.alliance.id)) later.set(tie.alliance.id, tie);
  }
  return [...later.values()].map((tie) => tieFact(firm, tie));
}

const names = (ids: ReadonlySet<string>, about: readonly { readonly id: string }[]): boolean =>
  about.some(({ id }) => ids.has(id));

/** Dated contacts between people of the firm and others that tell of no loss. */
const contactsOf = oncePerRecord((firm) =>
  eventsOf(firm).filter(
    ({ kind, title, date, about }) =>
      kind === 'managers-and-employees' &&
      names(firm.own.organisations, about) &&
      placingOf(date, firm.day) === 'certain' &&
      !tellsOfLoss(title ?? ''),
  ),
);

/** Contacts that name both sides, and what sources state of trust in one of the alliances. */
function signsOfTrust(firm: FirmRecord, ties: readonly Tie[]): FindingFact[] {
  const partners = new Set(ties.map(({ partner }) => partner));
  const contacts = contactsOf(firm).filter(({ about }) => names(partners, about));
  const alliances = [...new Set(ties.map(({ alliance }) => alliance))];
  const stated = alliances.flatMap(
    (alliance) => statementFact(firm, 'alliance', alliance, `${REMARK_PREFIX}${TRUST_TOPIC}`) ?? [],
  );
  return [...contacts.map((event) => eventFact(firm, event)), ...stated];
}
