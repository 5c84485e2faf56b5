import type { AllianceStage } from '../../register/index.ts';
import type { Vocabulary } from './lifecycle-template.ts';

/** The handbook of the Association of Strategic Alliance Professionals, as its own pages and Simoons list the stages. */
const ASAP: Vocabulary = {
  key: 'asap',
  name: 'ASAP Handbook of Alliance Management',
  publishedIn: 'Association of Strategic Alliance Professionals, alliance life cycle; Simoons, Alliance lifecycle',
  stages: [
    { key: 'strategy', name: 'Set the alliance-specific strategy' },
    { key: 'selection', name: 'Partner analysis & selection' },
    { key: 'negotiation', name: 'Building trust & value-creating negotiation' },
    { key: 'planning', name: 'Operational planning' },
    { key: 'structuring', name: 'Alliance structuring & governance' },
    { key: 'management', name: 'Launching & management' },
    { key: 'transformation', name: 'Transform, innovate or exit' },
  ],
};

const ISO_44001: Vocabulary = {
  key: 'iso-44001',
  name: 'ISO 44001:2017',
  publishedIn: 'ISO 44001:2017, Collaborative business relationship management systems, clause 8',
  stages: [
    { key: '1', name: 'Operational awareness' },
    { key: '2', name: 'Knowledge' },
    { key: '3', name: 'Internal assessment' },
    { key: '4', name: 'Partner selection' },
    { key: '5', name: 'Working together' },
    { key: '6', name: 'Value creation' },
    { key: '7', name: 'Staying together' },
    { key: '8', name: 'Exit strategy activation' },
  ],
};

const SDC: Vocabulary = {
  key: 'sdc',
  name: 'SDC Platinum status',
  publishedIn: 'SDC Platinum, Joint Ventures & Strategic Alliances, status codes',
  stages: [
    { key: 'S', name: 'Seeking' },
    { key: 'P', name: 'Pending' },
    { key: 'C', name: 'Completed/Signed' },
    { key: 'R', name: 'Renegotiated' },
    { key: 'X', name: 'Expired' },
    { key: 'T', name: 'Terminated' },
  ],
};

/** The vocabularies under which an alliance can be reported beside its template's own stages. */
export const VOCABULARIES: readonly Vocabulary[] = Object.freeze([ASAP, ISO_44001, SDC]);

/**
 * Which stages of each vocabulary a stage of the seven corresponds to; a reading of ours, by what each says is done in it. ISO's
 * first three are all about the firm's own strategy; ASAP plans and structures where the seven design; ASAP's last holds both the
 * judging and the ending.
 */
export const CROSS_WALK: Readonly<
  Record<AllianceStage, Readonly<Record<'asap' | 'iso-44001' | 'sdc', readonly string[]>>>
> = Object.freeze({
  'strategy-formation': { asap: ['strategy'], 'iso-44001': ['1', '2', '3'], sdc: ['S'] },
  'partner-selection': { asap: ['selection'], 'iso-44001': ['4'], sdc: ['S'] },
  negotiation: { asap: ['negotiation'], 'iso-44001': ['5'], sdc: ['P'] },
  design: { asap: ['planning', 'structuring'], 'iso-44001': ['5'], sdc: ['C'] },
  management: { asap: ['management'], 'iso-44001': ['6'], sdc: ['C'] },
  evaluation: { asap: ['transformation'], 'iso-44001': ['7'], sdc: ['C'] },
  termination: { asap: ['transformation'], 'iso-44001': ['8'], sdc: ['C'] },
});
