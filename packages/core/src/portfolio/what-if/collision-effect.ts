import type { Register, TermHierarchy } from '../../register/index.ts';
import { type ActiveAlliance, activeAlliances } from '../areas.ts';
import {
  areOfDifferentHouses,
  type CollisionCount,
  collisionOf,
  type IndexInterval,
  segmentationIndex,
  type SegmentationParameters,
} from '../collisions.ts';
import type { OwnSide } from '../own-side.ts';
import type { Names } from '../register-names.ts';
import type { AreaEntry, MeetingEntry, Named, Party } from '../segmentation-entries.ts';
import { CANDIDATE } from './candidate.ts';

export type SegmentationFigures = CollisionCount & { readonly index: IndexInterval | null };

/** An alliance that the candidate would collide with, or might: where each works, and what of it overlaps. */
export type AddedCollision = Pick<MeetingEntry, 'product' | 'market' | 'region'> & {
  readonly alliance: Named;
  readonly parties: readonly Party[];
  readonly overlap: 'certain' | 'possible';
  readonly theirs: AreaEntry;
};

export type CollisionEffect = { readonly after: SegmentationFigures; readonly added: readonly AddedCollision[] };

/**
 * The collisions that a candidate adds to those of today, and the segmentation with it: it is held against each alliance of
 * the firm with other houses, and what these do to each other stays. Null where the candidate stands outside the
 * population. Definitions as in `segmentationOf`.
 * @param register the register with the candidate
 * @param today the firm's alliances of the day, without the candidate
 */
export function collisionEffectOf(
  register: Register,
  own: OwnSide,
  terms: TermHierarchy,
  parameters: SegmentationParameters,
  today: { readonly active: readonly ActiveAlliance[]; readonly figures: SegmentationFigures; readonly names: Names },
): CollisionEffect | null {
  const candidates = own.alliances.filter(({ id }) => id === CANDIDATE.alliance);
  const [candidate] = activeAlliances(register, { ...own, alliances: candidates }, parameters).active;
  if (candidate === undefined) return null;
  const others = today.active.filter((other) => areOfDifferentHouses(candidate, other));
  const collisions = others.flatMap((other) => collisionOf(terms, candidate, other) ?? []);
  const certain = collisions.filter(({ overlap }) => overlap === 'certain').length;
  const count = {
    pairs: today.figures.pairs + others.length,
    certain: today.figures.certain + certain,
    possible: today.figures.possible + collisions.length - certain,
  };
  const order = (overlap: 'certain' | 'possible'): number => (overlap === 'certain' ? 0 : 1);
  return {
    after: { ...count, index: segmentationIndex(count) },
    added: collisions
      .sort((one, other) => order(one.overlap) - order(other.overlap))
      .flatMap(({ other, overlap, meetings: [meeting] }) =>
        meeting === undefined
          ? []
          : [
              {
                alliance: today.names.alliance(other.alliance.id),
                parties: [...other.houses].map(([key, of]) => today.names.party(key, of)),
                overlap,
                theirs: today.names.area(meeting.other),
                product: meeting.product,
                market: meeting.market,
                region: meeting.region,
              },
            ],
      ),
  };
}
