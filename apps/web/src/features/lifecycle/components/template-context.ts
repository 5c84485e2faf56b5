import type { LifecycleTemplateAnswer } from '@entente/contract/lifecycle';
import { createContext, useContext } from 'react';

/** The stages that the pages of lifecycles speak of. */
export const TemplateContext = createContext<LifecycleTemplateAnswer | null>(null);

export function useTemplate(): LifecycleTemplateAnswer {
  const told = useContext(TemplateContext);
  if (told === null) throw new Error('useTemplate is used outside a page of lifecycles');
  return told;
}

export type TemplateStage = LifecycleTemplateAnswer['template']['stages'][number];
