import { Trans } from '@lingui/react/macro';

/** The rules of a lifecycle in words, for the inspector. */

export function DaysRule() {
  return (
    <Trans>
      Days from the day on which the present stage was entered to the day that is read; of an alliance that ended, to
      its end. A stage that was gone back to begins anew.
    </Trans>
  );
}

export function GateRule() {
  return (
    <Trans>
      An alliance proceeds once the objectives of its stage are achieved. The gate is open when each exit criterion is
      met by evidence or waived until a day that has not passed, and everybody who was named for it has approved. It is
      overdue from the day after the one by which it was to be passed.
    </Trans>
  );
}

export function BehindRule() {
  return (
    <Trans>
      Alliances often fail when firms skip one or more stages. A stage is skipped when it lies before the furthest stage
      and was not gone through, with or without a waiver. Where the record begins later, the stages before are not
      recorded, which is not skipped.
    </Trans>
  );
}

export function CriterionRule() {
  return (
    <Trans>
      The latest verdict counts. A criterion that is not met may be waived until a day; after it the waiver has lapsed.
      The source names the objective of the stage; the criterion says what it is to have achieved it.
    </Trans>
  );
}
