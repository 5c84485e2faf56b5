import type { RoomAnswer } from '@entente/contract/sharing';
import { Trans } from '@lingui/react/macro';
import { Section } from '../../../ui/section.tsx';
import { GateItem } from './gate-item.tsx';

/** The gates that the reader is asked about; nothing where there is none. */
export function GatesSection({ room }: { readonly room: RoomAnswer }) {
  const { gates } = room;
  if (gates.length === 0) return null;
  return (
    <Section id="gates" title={<Trans>Gates that you decide on</Trans>} count={gates.length}>
      {gates.map((gate) => (
        <GateItem key={gate.id} room={room} gate={gate} />
      ))}
    </Section>
  );
}
