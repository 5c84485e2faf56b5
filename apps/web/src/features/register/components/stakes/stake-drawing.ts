import type { ChartInks, ChartOption } from '../../../../ui/chart-option.ts';
import type { Band } from './stake-bands.ts';

/** What the drawing needs beside the bands. */
export type StakeDrawing = {
  readonly bands: readonly Band[];
  readonly horizon: { readonly from: string; readonly to: string };
  readonly asOf: string;
  readonly colourOf: (band: Band) => string;
  /** Words for a band: who holds it, and how much. */
  readonly labelOf: (band: Band) => string;
  readonly shareOf: (band: Band) => string;
};

type Point = readonly [number, number];
type Api = {
  readonly value: (dimension: number) => number;
  readonly coord: (point: readonly [number, number]) => Point;
};
type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** Opacities of a band's ground: certain, and where its beginning is vague. */
const CERTAIN = 0.42;
const FAINT = 0.06;
const GLYPH = 6.6;
const WIDE_GLYPH = 12.5;
const PADDING = 6;

const dayNumber = (day: string): number => Date.parse(day);
const glyphs = (text: string): number =>
  Array.from(text).reduce((sum, glyph) => sum + (glyph.charCodeAt(0) > 0x2e80 ? WIDE_GLYPH : GLYPH), 0);

function faded(colour: string, opacity: number): string {
  return `${colour}${Math.round(opacity * 255)
    .toString(16)
    .padStart(2, '0')}`;
}

/** One tint between certain ends; towards a vague beginning it thins out. */
function fillOf(band: Band, colour: string): unknown {
  const [from, to] = [dayNumber(band.from), dayNumber(band.to)];
  if (band.begunBy === null) return faded(colour, CERTAIN);
  const certain = Math.min(1, Math.max(0, (dayNumber(band.begunBy) - from) / (to - from)));
  return {
    type: 'linear',
    x: 0,
    y: 0,
    x2: 1,
    y2: 0,
    colorStops: [
      { offset: 0, color: faded(colour, FAINT) },
      { offset: certain, color: faded(colour, CERTAIN) },
      { offset: 1, color: faded(colour, CERTAIN) },
    ],
  };
}

/** The label that fits, whole; nothing rather than a cut name. */
function label({ x, y, width, height }: Box, band: Band, drawing: StakeDrawing, inks: ChartInks): object[] {
  const lines = [drawing.labelOf(band), drawing.shareOf(band)];
  const text = lines.find((line) => glyphs(line) + 2 * PADDING <= width);
  if (text === undefined || height < 15) return [];
  const unknown = band.holder.kind === 'unknown';
  return [
    {
      type: 'text',
      silent: true,
      style: {
        text,
        x: x + PADDING,
        y: y + height / 2,
        fill: unknown ? inks.quiet : inks.text,
        font: `12px ${inks.fontFamily}`,
        align: 'left',
        verticalAlign: 'middle',
      },
    },
  ];
}

function shapeOf(drawing: StakeDrawing, inks: ChartInks) {
  return (parameters: { readonly dataIndex: number }, api: Api): object => {
    const band = drawing.bands[parameters.dataIndex];
    const [x, bottom] = api.coord([api.value(0), api.value(2)]);
    const [right, y] = api.coord([api.value(1), api.value(3)]);
    const box = { x, y, width: Math.max(1, right - x), height: Math.max(0, bottom - y) };
    if (!band) return { type: 'group', children: [] };
    const unknown = band.holder.kind === 'unknown';
    const colour = unknown ? inks.groundQuiet : drawing.colourOf(band);
    const line = unknown ? { stroke: inks.lineStrong, lineDash: [4, 3] } : { stroke: colour };
    return {
      type: 'group',
      children: [
        { type: 'rect', shape: box, style: { fill: unknown ? colour : fillOf(band, colour), lineWidth: 1, ...line } },
        ...label(box, band, drawing, inks),
      ],
    };
  };
}

/** Stakes over time as stacked steps, with the page's date as a line. */
export function stakeOption(drawing: StakeDrawing, inks: ChartInks): ChartOption {
  const { bands, horizon, asOf } = drawing;
  const axis = { axisLine: { lineStyle: { color: inks.lineStrong } }, axisLabel: { color: inks.quiet } };
  return {
    textStyle: { fontFamily: inks.fontFamily },
    grid: { left: 44, right: 12, top: 18, bottom: 24 },
    xAxis: {
      ...axis,
      type: 'time',
      min: dayNumber(horizon.from),
      max: dayNumber(horizon.to),
      axisLabel: { color: inks.quiet, formatter: '{yyyy}', hideOverlap: true },
      minInterval: 365 * 86_400_000,
      splitLine: { show: false },
    },
    yAxis: {
      ...axis,
      type: 'value',
      min: 0,
      max: 100,
      interval: 25,
      axisLabel: { color: inks.quiet, formatter: '{value}%' },
      splitLine: { lineStyle: { color: inks.line } },
    },
    tooltip: {
      backgroundColor: inks.ground,
      borderColor: inks.lineStrong,
      textStyle: { color: inks.text, fontFamily: inks.fontFamily, fontSize: 12 },
      formatter: ({ dataIndex }: { readonly dataIndex: number }) => {
        const band = bands[dataIndex];
        return band ? drawing.labelOf(band) : '';
      },
    },
    series: [
      {
        id: 'bands',
        type: 'custom',
        renderItem: shapeOf(drawing, inks),
        encode: { x: [0, 1], y: [2, 3] },
        data: bands.map(({ from, to, low, high }) => [dayNumber(from), dayNumber(to), low, high]),
        clip: true,
      },
      {
        id: 'as-of',
        type: 'line',
        data: [],
        markLine: {
          silent: true,
          symbol: 'none',
          label: { show: false },
          lineStyle: { color: inks.text, type: 'solid', width: 1.5 },
          data: [{ xAxis: dayNumber(asOf) }],
        },
      },
    ],
  };
}
