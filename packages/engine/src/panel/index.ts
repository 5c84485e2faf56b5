export { type FirmYears, firmYears, type PanelOptions } from './firm-years.ts';
export { PANEL_COLUMNS, type PanelColumn, type PanelMeasure } from './panel-columns.ts';
export {
  isNetworkCount,
  NETWORK_COLUMNS,
  type NetworkColumn,
  type NetworkPositions,
  networkPositions,
  type NetworkValues,
  panelHoles,
} from './panel-holes.ts';
export type { AdditiveMove, PanelFacts, ResourceColumns } from './panel-facts.ts';
export {
  panelMemberships,
  registerFacts,
  type RegisterPanel,
  registerPanel,
  type RegisterPanelOptions,
  unitName,
} from './register-panel.ts';
export { type StatedFacts, TableFacts } from './table-facts.ts';
