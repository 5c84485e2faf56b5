import type { AreaEntry, CollisionEntry, DivertEntry, SegmentationReport, SupplyEntry } from '@entente/core/portfolio';
import { columns } from './columns.ts';

const list = (items: readonly { readonly slug: string }[]): string => items.map(({ slug }) => slug).join(', ');

const area = ({ product, market, region }: AreaEntry): string =>
  [product, market, region].map((term) => term ?? '?').join(' / ');

const places = (evidence: SupplyEntry['offers'][number]['by'][number]['evidence']): string =>
  evidence.map(({ source, place }) => `${source} ${place}`).join('; ');

function indexLine({ pairs, certain, possible, index, day }: SegmentationReport): string {
  const told = index === null ? 'no pairs' : `${index.from.toFixed(3)} to ${index.to.toFixed(3)}`;
  return `As of ${day}: index ${told}; ${pairs} pairs of different houses, ${certain} certain and ${possible} possible collisions\n`;
}

function collisionRow({ alliances }: SegmentationReport, { one, other, overlap, meetings }: CollisionEntry): string[] {
  const [ours, theirs] = [alliances[one], alliances[other]];
  const [meeting] = meetings;
  const [here, there] = [ours?.areas[meeting?.one ?? -1], theirs?.areas[meeting?.other ?? -1]];
  return [
    overlap,
    `${ours?.slug ?? ''} (${list(ours?.parties ?? [])})`,
    here ? area(here) : '',
    `${theirs?.slug ?? ''} (${list(theirs?.parties ?? [])})`,
    there ? area(there) : '',
  ];
}

const supplyRow = ({ kind, subject, offers, elsewhere, own, singleSourced }: SupplyEntry): string[] => [
  `${kind}:${subject}`,
  list(offers.map(({ party }) => party)),
  singleSourced ? 'one house alone' : own ? 'own too' : `${offers.length} houses`,
  list(elsewhere.map(({ party }) => party)),
];

function divertLines({ party, elsewhere, thirdParties, since, against, overlap, causes }: DivertEntry): string {
  const first = `${overlap}: ${party.slug} with ${list(thirdParties)} in ${elsewhere.slug} (${since ?? 'no date'}), against ${against.slug}\n`;
  const said = causes.map(
    ({ cause, date, evidence }) => `  stated cause: ${cause} (${date ?? 'no date'}; ${places(evidence)})\n`,
  );
  return [first, ...said].join('');
}

const table = (title: string, header: readonly string[], rows: readonly string[][]): string =>
  rows.length === 0 ? `\n${title}: none\n` : `\n${title}\n${columns([[...header], ...rows])}`;

/** Segmentation, redundancy and diverts for a terminal; `?` is unknown. */
export const segmentationText = (report: SegmentationReport): string =>
  [
    indexLine(report),
    table(
      'Collisions (product / market / region)',
      ['verdict', 'alliance', 'where', 'other', 'where'],
      report.collisions.map((each) => collisionRow(report, each)),
    ),
    table('Resources', ['resource', 'offered by', 'supply', 'elsewhere on record'], report.supplies.map(supplyRow)),
    report.diverts.length === 0 ? '\nPartner diverts: none on record\n' : '\nPartner diverts\n',
    ...report.diverts.map(divertLines),
  ].join('');
