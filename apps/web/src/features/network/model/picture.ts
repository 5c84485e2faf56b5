import { xmlText } from '@entente/core/interchange';
import type { Inks } from './colouring.ts';
import type { NetworkModel } from './network-model.ts';
import type { Shown } from './shown.ts';

/** What is drawn of a network, in pixels of a sheet: the same for the file as SVG and as PNG. */
export type Picture = {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly caption: string;
  readonly inks: Inks;
  readonly lines: readonly { readonly from: Point; readonly to: Point; readonly width: number }[];
  readonly discs: readonly (Point & { readonly radius: number; readonly colour: string })[];
  readonly labels: readonly (Point & { readonly text: string })[];
  readonly legend: readonly { readonly colour: string; readonly text: string }[];
};

type Point = { readonly x: number; readonly y: number };
type Box = Point & { readonly right: number; readonly bottom: number };

export type Drawn = {
  readonly model: NetworkModel;
  readonly shown: Shown;
  readonly places: readonly Point[];
  readonly colours: readonly string[];
  readonly sizes: readonly number[];
};

const WIDTH = 1600;
const HEIGHT = 1100;
const MARGIN = 40;
const HEAD = 70;
const LABEL_SIZE = 13;

/** How wide a tie is drawn: twice the alliances, one step more. */
export const tieWidth = (weight: number): number => 0.75 + Math.log2(Math.max(1, weight));

/** Names of the largest nodes that fit without one lying on another. */
function labelsOf(
  { model, sizes }: Drawn,
  discs: readonly (Point & { readonly node: number; readonly radius: number })[],
) {
  const taken: Box[] = [];
  const bySize = [...discs].sort((one, other) => (sizes[other.node] ?? 0) - (sizes[one.node] ?? 0)).slice(0, 400);
  return bySize.flatMap(({ node, x, y, radius }) => {
    const text = model.answer.nodes.name[node] ?? '';
    const wide = Array.from(text).reduce((sum, character) => sum + (character > '\u2e80' ? 1 : 0.58), 0) * LABEL_SIZE;
    const box = { x: x + radius + 3, y: y - LABEL_SIZE / 2, right: x + radius + 3 + wide, bottom: y + LABEL_SIZE / 2 };
    const lies = (other: Box): boolean =>
      box.x < other.right && box.right > other.x && box.y < other.bottom && box.bottom > other.y;
    if (taken.some(lies)) return [];
    taken.push(box);
    return [{ x: box.x, y: y + LABEL_SIZE * 0.35, text }];
  });
}

/** The sheet on which the shown part of a network is drawn as large as it can be. */
export function pictureOf(drawn: Drawn, words: Pick<Picture, 'title' | 'caption' | 'legend' | 'inks'>): Picture {
  const { model, shown, places, colours, sizes } = drawn;
  const nodes = model.ids.flatMap((_, node) => (shown.nodes[node] === 1 ? [node] : []));
  const axis = (name: 'x' | 'y'): { readonly least: number; readonly extent: number } => {
    let [least, most] = [Infinity, -Infinity];
    for (const node of nodes) {
      const value = places[node]?.[name] ?? 0;
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    return nodes.length === 0 ? { least: 0, extent: 0 } : { least, extent: most - least };
  };
  const [across, down] = [axis('x'), axis('y')];
  const [wide, high] = [WIDTH - 2 * MARGIN - 160, HEIGHT - 2 * MARGIN - HEAD - 40];
  const scale = Math.min(wide / (across.extent || 1), high / (down.extent || 1));
  const at = (node: number): Point => ({
    x: MARGIN + (wide - across.extent * scale) / 2 + ((places[node]?.x ?? 0) - across.least) * scale,
    // The screen's own axis goes up.
    y: HEAD + MARGIN + (high + down.extent * scale) / 2 - ((places[node]?.y ?? 0) - down.least) * scale,
  });
  const smaller = Math.min(1, Math.max(0.25, 14 / Math.sqrt(Math.max(1, nodes.length))));
  const { source, target, weight } = model.answer.ties;
  const lines = source.flatMap((from, tie) =>
    shown.ties[tie] === 1
      ? [{ from: at(from), to: at(target[tie] ?? from), width: tieWidth(weight[tie] ?? 1) * smaller }]
      : [],
  );
  const discs = nodes.map((node) => ({
    node,
    ...at(node),
    radius: (sizes[node] ?? 3) * Math.max(0.4, smaller),
    colour: colours[node] ?? words.inks.quiet,
  }));
  return { width: WIDTH, height: HEIGHT, ...words, lines, discs, labels: labelsOf(drawn, discs) };
}

const round = (value: number): string => String(Math.round(value * 100) / 100);

/** The places of a legend's entries, from the top right downwards. */
const legendPlaces = ({ width, legend }: Picture) =>
  legend.map((entry, nth) => ({ ...entry, x: width - 250, y: 40 + nth * 20 }));

/** The picture as SVG. */
export function svgOf(picture: Picture): string {
  const { width, height, title, caption, inks, lines, discs, labels } = picture;
  const font = xmlText(inks.fontFamily);
  const text = (x: number, y: number, size: number, words: string, more = ''): string =>
    `<text x="${round(x)}" y="${round(y)}" font-size="${size}" fill="${inks.text}"${more}>${xmlText(words)}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${font}">`,
    `<title>${xmlText(title)}</title>`,
    `<desc>${xmlText(caption)}</desc>`,
    `<rect width="${width}" height="${height}" fill="${inks.ground}"/>`,
    `<g stroke="${inks.line}" stroke-opacity="0.6">`,
    ...lines.map(
      ({ from, to, width: thick }) =>
        `<line x1="${round(from.x)}" y1="${round(from.y)}" x2="${round(to.x)}" y2="${round(to.y)}" stroke-width="${round(thick)}"/>`,
    ),
    `</g><g stroke="${inks.ground}">`,
    ...discs.map(
      ({ x, y, radius, colour }) => `<circle cx="${round(x)}" cy="${round(y)}" r="${round(radius)}" fill="${colour}"/>`,
    ),
    `</g><g paint-order="stroke" stroke="${inks.ground}" stroke-width="3" stroke-linejoin="round">`,
    ...labels.map(({ x, y, text: words }) => text(x, y, LABEL_SIZE, words)),
    '</g>',
    text(MARGIN, 40, 22, title, ' font-weight="600"'),
    text(MARGIN, 64, 14, caption),
    ...legendPlaces(picture).map(
      ({ x, y, colour, text: words }) =>
        `<circle cx="${x}" cy="${y}" r="6" fill="${colour}"/>${text(x + 14, y + 5, 14, words)}`,
    ),
    '</svg>',
    '',
  ].join('\n');
}

/** Paints the picture, twice as fine as its pixels. */
export function pngOf(picture: Picture): Promise<Blob> {
  const { width, height, title, caption, inks, lines, discs, labels } = picture;
  const canvas = document.createElement('canvas');
  canvas.width = width * 2;
  canvas.height = height * 2;
  const pen = canvas.getContext('2d');
  if (pen === null) return Promise.reject(new Error('This browser has no canvas to paint on'));
  pen.scale(2, 2);
  pen.fillStyle = inks.ground;
  pen.fillRect(0, 0, width, height);
  pen.strokeStyle = inks.line;
  pen.globalAlpha = 0.6;
  for (const { from, to, width: thick } of lines) {
    pen.lineWidth = thick;
    pen.beginPath();
    pen.moveTo(from.x, from.y);
    pen.lineTo(to.x, to.y);
    pen.stroke();
  }
  pen.globalAlpha = 1;
  pen.strokeStyle = inks.ground;
  pen.lineWidth = 1;
  const disc = (x: number, y: number, radius: number, colour: string): void => {
    pen.fillStyle = colour;
    pen.beginPath();
    pen.arc(x, y, radius, 0, 2 * Math.PI);
    pen.fill();
    pen.stroke();
  };
  for (const { x, y, radius, colour } of discs) disc(x, y, radius, colour);
  const write = (words: string, x: number, y: number, size: number, weight = 400): void => {
    pen.font = `${weight} ${size}px ${inks.fontFamily}`;
    pen.lineWidth = 3;
    pen.lineJoin = 'round';
    pen.strokeText(words, x, y);
    pen.fillStyle = inks.text;
    pen.fillText(words, x, y);
  };
  for (const { x, y, text } of labels) write(text, x, y, LABEL_SIZE);
  write(title, MARGIN, 40, 22, 600);
  write(caption, MARGIN, 64, 14);
  for (const { x, y, colour, text } of legendPlaces(picture)) {
    disc(x, y, 6, colour);
    write(text, x + 14, y + 5, 14);
  }
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error('The picture was too large')) : resolve(blob)),
      'image/png',
    ),
  );
}
