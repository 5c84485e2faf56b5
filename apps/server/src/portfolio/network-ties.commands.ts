import { type NetworkTiesAnswer, networkTiesAnswer, type NetworkTiesQuery } from '@entente/contract/portfolio';
import { EdtfDate } from '@entente/core/kernel';
import { dayNumberOf, type NodeKey, partnersOfNode, registerMemberships } from '@entente/engine/network';
import type { FirmReading, Question } from './firm-readings.commands.ts';
import { networkTiesAnswerOf } from './network-ties.presenter.ts';

function nodeKeyOf({ register, focal }: FirmReading): NodeKey {
  const row = focal.kind === 'house' ? register.house(focal.id) : register.organisation(focal.id);
  return `${focal.kind}:${row?.slug ?? ''}`;
}

/** The ties of one node of the network, with the memberships that say so. */
export const networkTiesQuestion = (query: NetworkTiesQuery): Question<NetworkTiesAnswer> => ({
  name: 'network-ties',
  parameters: query,
  answer: networkTiesAnswer,
  compute: (reading) => {
    const read = query.asOf === undefined ? null : EdtfDate.asOf(query.asOf);
    const day = read?.ok ? read.value : null;
    const memberships = registerMemberships(reading.register, day);
    const options = {
      level: query.level,
      asOf: day === null ? null : dayNumberOf(day),
      largest: query.largest,
    };
    return networkTiesAnswerOf(reading, partnersOfNode(memberships, nodeKeyOf(reading), options));
  },
});
