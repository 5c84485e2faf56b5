import type { ControlChange } from '@entente/core/portfolio';
import type { I18n } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { Bounds, ProposalKind } from './review-proposals.ts';

/** Why no proposal can be made. */
export function failureText(code: string, i18n: I18n): string {
  if (code === 'stakes-unknown') return i18n._(msg`Not all stakes are known.`);
  return i18n._(msg`No stakes satisfy these constraints.`);
}

/** What the proposals are called, and by which rule they are made. */
export function useProposalWords() {
  const { t } = useLingui();
  return {
    title(kind: ProposalKind): string {
      switch (kind) {
        case 'contribution':
          return t`To contribution`;
        case 'keep-control':
          return t`Keeping control`;
        case 'one-step':
          return t`First year’s step`;
        case 'step-keep-control':
          return t`Step, keeping control`;
        case 'shapley':
          return t`To Shapley parts`;
      }
    },
    rule(kind: ProposalKind, { step, cap }: Bounds): string {
      const parts = [
        kind === 'shapley'
          ? t`The stakes nearest to what each member adds on average over all orders in which the members could come together (Shapley value).`
          : t`The stakes nearest to the contributions: the least half-sum of the distances, exactly, in hundredths of a percent.`,
        kind === 'keep-control' || kind === 'step-keep-control'
          ? t`Nobody crosses more than half or two thirds, in either direction.`
          : '',
        kind === 'one-step' || kind === 'step-keep-control'
          ? t`Nobody’s stake changes by more than ${step} points.`
          : '',
        cap.trim() === '' ? '' : t`Foreign members hold at most ${cap} % together.`,
        t`Unnamed holders keep what they have.`,
      ];
      return parts.filter((part) => part !== '').join(' ');
    },
    control({ threshold, change }: ControlChange, name: string): string {
      if (threshold === 'majority')
        return change === 'gains' ? t`${name} gains the majority` : t`${name} loses the majority`;
      return change === 'gains' ? t`${name} gains two thirds` : t`${name} loses two thirds`;
    },
  };
}
