import {
  CROSS_WALK,
  type LifecycleTemplate,
  SEVEN_STAGES,
  type StageItem,
  VOCABULARIES,
} from '@entente/core/lifecycle';
import type { Command } from 'commander';

/** The templates, and other words for their stages. */
const templates = () => ({ templates: [SEVEN_STAGES], vocabularies: VOCABULARIES, crossWalk: CROSS_WALK });

const listed = (title: string, items: readonly StageItem[]): readonly string[] => [
  `   ${title}`,
  ...items.map(({ key, words }) => `     ${key}: ${words.en}`),
];

/** A vocabulary's stages that a stage corresponds to, in words. */
function otherNames(stage: string): readonly string[] {
  const walked = CROSS_WALK[stage as keyof typeof CROSS_WALK] as Readonly<Record<string, readonly string[]>>;
  return VOCABULARIES.map(({ key, name, stages }) => {
    const names = stages.filter((each) => walked[key]?.includes(each.key)).map((each) => each.name);
    return `     ${name}: ${names.join(', ')}`;
  });
}

function templateText({ key, name, stages }: LifecycleTemplate): string {
  const told = stages.flatMap((stage, at) => [
    '',
    `${at + 1}. ${stage.name.en} (${stage.key}) [${stage.source.source}: ${stage.source.place}]`,
    `   ${stage.objective.en}`,
    ...listed('Decisions', stage.decisions),
    ...listed('Deliverables', stage.deliverables),
    ...listed('Exit criteria', stage.exitCriteria),
    '   In other words',
    ...otherNames(stage.key),
  ]);
  return [`${name.en} (${key})`, ...told, ''].join('\n');
}

export function registerLifecycle(program: Command): void {
  const lifecycle = program.command('lifecycle').description('the stages of an alliance’s development');
  lifecycle
    .command('template')
    .description('print the stages with objectives, decisions, deliverables, exit criteria, and their names elsewhere')
    .option('--json', 'the same as JSON, in three languages')
    .addHelpText(
      'after',
      '\nExamples:\n  entente lifecycle template\n  entente lifecycle template --json\n\nMethod: docs/methods/lifecycle.md',
    )
    .action(({ json }: { readonly json?: boolean }) => {
      const text = json === true ? `${JSON.stringify(templates(), null, 2)}\n` : templateText(SEVEN_STAGES);
      process.stdout.write(text);
    });
}
