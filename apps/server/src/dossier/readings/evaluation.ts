import type { PaperOf, PaperReading } from '@entente/contract/dossier';
import { metricState } from '@entente/core/lifecycle';

/** How a metric stands today. */
export function metricReading(
  content: PaperOf<'metric'>,
  { today }: { readonly today: string },
): Extract<PaperReading, { kind: 'metric' }> {
  const { latest, ...state } = metricState(content, today);
  return { kind: 'metric', ...state, latest: latest && { day: latest.day, value: latest.value } };
}
