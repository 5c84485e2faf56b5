import type { LifecycleTemplateAnswer } from '@entente/contract/lifecycle';
import type { ReactNode } from 'react';
import { SourcePlace } from '../../../ui/source-place.tsx';

/** Where the source of the template speaks of a stage. */
export function stageSource({ template }: LifecycleTemplateAnswer, key: string): ReactNode {
  const stage = template.stages.find((each) => each.key === key);
  return stage ? <SourcePlace source={stage.source.source} place={stage.source.place} /> : null;
}

/** Where the source of the template speaks of all stages. */
export function templateSource({ template }: LifecycleTemplateAnswer): ReactNode {
  const [first] = template.stages;
  return first ? <SourcePlace source={first.source.source} place={first.source.place.replace(/, \d+$/, '')} /> : null;
}
