import { BarChart, CustomChart, HeatmapChart, LineChart, ScatterChart } from 'echarts/charts';
import {
  AriaComponent,
  DatasetComponent,
  GridComponent,
  MarkAreaComponent,
  MarkLineComponent,
  MarkPointComponent,
  TooltipComponent,
  VisualMapComponent,
} from 'echarts/components';
import { type ECharts, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import type { ChartOption } from './chart-option.ts';
import classes from './chart.module.css';

use([
  AriaComponent,
  BarChart,
  CustomChart,
  DatasetComponent,
  GridComponent,
  HeatmapChart,
  LineChart,
  MarkAreaComponent,
  MarkLineComponent,
  MarkPointComponent,
  ScatterChart,
  SVGRenderer,
  TooltipComponent,
  VisualMapComponent,
]);

type Selected = { readonly seriesId: string; readonly index: number; readonly name: string };
type Props = {
  readonly option: ChartOption;
  readonly description: string;
  readonly height: number;
  readonly onSelect?: ((item: Selected) => void) | undefined;
};

const QUIET: ChartOption = { animation: false, tooltip: { renderMode: 'richText', confine: true } };

function withQuietTooltip(option: ChartOption): ChartOption {
  const { tooltip } = option;
  return { ...QUIET, ...option, tooltip: { ...(QUIET.tooltip as object), ...(tooltip as object | undefined) } };
}

/** ECharts in SVG, fitted to its place. The heavy part of a drawing: it is loaded when the first one is shown. */
export function ChartCanvas({ option, description, height, onSelect }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts>(null);
  const select = useRef(onSelect);

  useEffect(() => {
    select.current = onSelect;
  }, [onSelect]);

  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const drawn = init(element, null, { renderer: 'svg' });
    chart.current = drawn;
    drawn.on('click', (event) => {
      select.current?.({ seriesId: event.seriesId ?? '', index: event.dataIndex, name: event.name });
    });
    const sized = new ResizeObserver(() => drawn.resize());
    sized.observe(element);
    return () => {
      sized.disconnect();
      drawn.dispose();
      chart.current = null;
    };
  }, []);

  useEffect(() => {
    chart.current?.setOption(withQuietTooltip(option), { notMerge: true });
  }, [option]);

  useEffect(() => {
    chart.current?.resize();
  }, [height]);

  return (
    <div role="img" aria-label={description}>
      <div ref={place} className={classes.canvas} style={{ height }} aria-hidden="true" />
    </div>
  );
}
