export type Recurring<Context> = {
  readonly name: string;
  readonly everyMinutes: (context: Context) => number;
  readonly run: (context: Context) => Promise<unknown>;
  readonly atStop: boolean;
};

const MINUTE_MS = 60_000;

/**
 * Does each step now and again after its time, never twice at once; what fails is reported and tried again next time.
 * @returns ends it: waits for what is under way, and does once more what is to be done when the server stops
 */
export function startRecurring<Context>(
  steps: readonly Recurring<Context>[],
  context: Context,
  report: (line: string) => void,
): () => Promise<void> {
  let isStopped = false;
  const turns = steps.map((step) => {
    let timer: NodeJS.Timeout | null = null;
    const once = (): Promise<void> =>
      step.run(context).then(
        () => undefined,
        (error: unknown) => report(`${step.name}: ${error instanceof Error ? error.message : String(error)}`),
      );
    const turn = async (): Promise<void> => {
      await once();
      if (isStopped) return;
      timer = setTimeout(() => {
        underWay = turn();
      }, step.everyMinutes(context) * MINUTE_MS);
      timer.unref();
    };
    let underWay = turn();
    return async (): Promise<void> => {
      if (timer !== null) clearTimeout(timer);
      await underWay;
      if (step.atStop) await once();
    };
  });
  return async () => {
    isStopped = true;
    for (const end of turns) await end();
  };
}
