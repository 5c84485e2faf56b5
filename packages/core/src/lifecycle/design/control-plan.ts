import type { Problem } from '../../kernel/index.ts';
import { NO_FACTS, type PaperRule } from '../dossier/paper-rule.ts';
import { repeatedParts } from './part-keys.ts';

/** Controls of an alliance: of what comes out, of what is done, and by shared values (Das and Teng 1998, 2001). */
export const CONTROL_KINDS = ['output', 'behaviour', 'social'] as const;
export type ControlKind = (typeof CONTROL_KINDS)[number];

/** Whether the alliance may fail although all do their part, or because a partner does not (Das and Teng 2001). */
export const ALLIANCE_RISK_KINDS = ['performance', 'relationship'] as const;
export type AllianceRiskKind = (typeof ALLIANCE_RISK_KINDS)[number];

export const CONTROL_FREQUENCIES = [
  'continuous',
  'weekly',
  'monthly',
  'quarterly',
  'half-yearly',
  'yearly',
  'by-event',
] as const;
export type ControlFrequency = (typeof CONTROL_FREQUENCIES)[number];

export type Control = {
  readonly key: string;
  readonly kind: ControlKind;
  readonly words: string;
  /** A member of the workspace who sees to it. */
  readonly owner: string | null;
  readonly frequency: ControlFrequency | null;
};

export type ControlledRisk = {
  readonly key: string;
  readonly words: string;
  readonly kind: AllianceRiskKind | null;
  readonly controls: readonly Control[];
};

/** What is controlled, by risk. */
export type ControlPlan = { readonly risks: readonly ControlledRisk[] };

/**
 * The controls that answer each kind of risk: output control performance risk, behaviour control relationship risk, social
 * control both (Das and Teng 2001, Organization Studies 22(2), pp. 251-283; 004, Table 1).
 */
export const CONTROLS_FOR: Readonly<Record<AllianceRiskKind, readonly ControlKind[]>> = {
  performance: ['output', 'social'],
  relationship: ['behaviour', 'social'],
};

export type RiskReading = {
  readonly key: string;
  /** Kinds of control that are in place, in the order of `CONTROL_KINDS`. */
  readonly inPlace: readonly ControlKind[];
  /** Whether a control that answers its kind of risk is in place; null: nobody says which kind of risk it is. */
  readonly isAnswered: boolean | null;
  /** Keys of controls that nobody sees to. */
  readonly withoutOwner: readonly string[];
};

/**
 * What each risk is answered by, and what is missing.
 * @example controlPlanReading({ risks: [{ key: 'r', words: 'Late models', kind: 'performance', controls: [] }] })[0].isAnswered // => false
 */
export function controlPlanReading({ risks }: ControlPlan): readonly RiskReading[] {
  return risks.map(({ key, kind, controls }) => ({
    key,
    inPlace: CONTROL_KINDS.filter((each) => controls.some((control) => control.kind === each)),
    isAnswered: kind === null ? null : controls.some((control) => CONTROLS_FOR[kind].includes(control.kind)),
    withoutOwner: controls.filter(({ owner }) => owner === null).map((control) => control.key),
  }));
}

const controlsOf = ({ risks }: ControlPlan): readonly Control[] => risks.flatMap(({ controls }) => controls);

/** An alliance has one control plan. */
export const CONTROL_PLAN: PaperRule<ControlPlan> = {
  stage: 'design',
  class: 'INTERNAL',
  isSingle: true,
  facts: (content) => ({
    ...NO_FACTS,
    isOpen: controlPlanReading(content).some(({ isAnswered }) => isAnswered !== true),
    people: controlsOf(content).flatMap(({ owner }) => owner ?? []),
  }),
  problems: ({ risks }): readonly Problem[] => [
    ...repeatedParts(risks, '/risks'),
    ...risks.flatMap(({ controls }, place) => repeatedParts(controls, `/risks/${place}/controls`)),
  ],
};
