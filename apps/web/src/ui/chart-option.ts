import type { EChartsCoreOption } from 'echarts/core';

/** The colours and type of the page, for drawings that are not styled by CSS. */
export type ChartInks = {
  readonly text: string;
  readonly quiet: string;
  readonly line: string;
  readonly lineStrong: string;
  readonly ground: string;
  readonly groundQuiet: string;
  readonly accent: string;
  readonly caution: string;
  readonly series: readonly string[];
  readonly fontFamily: string;
};

export type ChartOption = EChartsCoreOption;
