import { z } from 'zod';

const wording = z.object({ en: z.string(), ja: z.string(), 'zh-Hant': z.string() }).meta({ id: 'Wording' });
const sourceRef = z.object({ source: z.string(), place: z.string() }).meta({ id: 'SourceRef' });

const item = z.object({ key: z.string(), words: wording }).meta({ id: 'StageItem' });

const stage = z
  .object({
    key: z.string(),
    name: wording,
    objective: wording,
    source: sourceRef,
    decisions: z.array(item).readonly(),
    deliverables: z.array(item).readonly(),
    exitCriteria: z
      .array(z.object({ key: z.string(), words: wording, source: sourceRef }).meta({ id: 'ExitCriterion' }))
      .readonly(),
    isBeforeAgreement: z.boolean().describe('The partners have not signed yet: an alliance can be given up here.'),
  })
  .meta({ id: 'Stage' });

const named = z.object({ key: z.string(), name: z.string() });

/** Answer of GET …/lifecycle-template. */
export const lifecycleTemplate = z
  .object({
    template: z.object({ key: z.string(), name: wording, stages: z.array(stage).readonly() }),
    vocabularies: z
      .array(
        z.object({ key: z.string(), name: z.string(), publishedIn: z.string(), stages: z.array(named).readonly() }),
      )
      .readonly()
      .describe('Other words for the stages of an alliance.'),
    crossWalk: z
      .record(z.string(), z.record(z.string(), z.array(z.string()).readonly()))
      .describe('By stage and vocabulary: the keys of the stages that it corresponds to there.'),
  })
  .meta({ id: 'LifecycleTemplate' });
export type LifecycleTemplateAnswer = z.infer<typeof lifecycleTemplate>;
