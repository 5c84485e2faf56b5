import { type Quadrant, QUADRANTS } from '@entente/core/lifecycle';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { ofKind } from '../../../../lib/papers.ts';
import { Section } from '../../../../ui/section.tsx';
import classes from '../evaluation.module.css';
import shared from '../../../../dossier/dossier.module.css';
import { QUADRANT_WORDS, TIMING_WORDS } from '../evaluation-words.ts';
import { PaperButton } from '../../../../dossier/paper-form.tsx';
import { useDossier } from '../../../../dossier/dossier-context.ts';
import { usePaperActs } from '../../../../dossier/use-paper-acts.ts';
import { MetricChart, type MetricPaper } from './metric-chart.tsx';
import { MetricFigures } from './metric-figures.tsx';
import { MetricForm } from './metric-form.tsx';
import { ReadingForm } from './reading-form.tsx';

/** The figures by which the alliance is judged, in their four quadrants. */
export function MetricsSection() {
  const { t } = useLingui();
  const { papers, canAdd } = useDossier();
  const metrics = ofKind(papers, 'metric');
  return (
    <Section
      id="metrics"
      title={<Trans>Metrics</Trans>}
      count={metrics.length}
      action={
        canAdd && (
          <PaperButton
            label={<Trans>Add a metric…</Trans>}
            title={t`Add a metric`}
            form={(close) => <MetricForm paper={null} quadrant="strategic" onDone={close} />}
          />
        )
      }
    >
      {metrics.length === 0 && (
        <p className={shared.quiet}>
          <Trans>
            Name what shows that the alliance does what it is for: in each quadrant one figure that leads and one that
            lags, with a target and a day.
          </Trans>
        </p>
      )}
      <div className={classes.quadrants}>
        {QUADRANTS.map((quadrant) => (
          <MetricsOfQuadrant
            key={quadrant}
            quadrant={quadrant}
            metrics={metrics.filter(({ content }) => content.quadrant === quadrant)}
          />
        ))}
      </div>
    </Section>
  );
}

type QuadrantProps = { readonly quadrant: Quadrant; readonly metrics: readonly MetricPaper[] };

function MetricsOfQuadrant({ quadrant, metrics }: QuadrantProps) {
  const { t, i18n } = useLingui();
  const { canAdd } = useDossier();
  const name = i18n._(QUADRANT_WORDS[quadrant]);
  const kept = metrics.filter(({ content }) => !content.isRetired);
  const retired = metrics.filter(({ content }) => content.isRetired);
  return (
    <section className={classes.quadrant} aria-labelledby={`quadrant-${quadrant}`}>
      <h3 id={`quadrant-${quadrant}`}>{name}</h3>
      {metrics.length === 0 && (
        <p className={shared.quiet}>
          <Trans>No metric here yet.</Trans>
        </p>
      )}
      {kept.map((paper) => (
        <MetricCard key={paper.id} paper={paper} />
      ))}
      {retired.length > 0 && (
        <details>
          <summary>
            <Trans>Read no longer</Trans>
          </summary>
          {retired.map((paper) => (
            <MetricCard key={paper.id} paper={paper} />
          ))}
        </details>
      )}
      {canAdd && metrics.length > 0 && (
        <PaperButton
          label={<Trans>Add here…</Trans>}
          about={t`Add here: ${name}`}
          title={t`Add a metric`}
          look="subtle"
          form={(close) => <MetricForm paper={null} quadrant={quadrant} onDone={close} />}
        />
      )}
    </section>
  );
}

function MetricCard({ paper }: { readonly paper: MetricPaper }) {
  const { t, i18n } = useLingui();
  const { day } = useDossier();
  const acts = usePaperActs();
  const { content: metric, people } = paper;
  const { name } = metric;
  const owner = people.find(({ id }) => id === metric.owner);
  const responsible = owner === undefined ? t`nobody` : owner.hasLeft ? t`${owner.name} (has left)` : owner.name;
  return (
    <article className={classes.item} aria-label={name}>
      <h4>
        {name} <span className={shared.quiet}>{i18n._(TIMING_WORDS[metric.timing])}</span>
      </h4>
      <MetricFigures id={paper.id} metric={metric} />
      <p className={shared.quiet}>
        <Trans>Responsible: {responsible}</Trans>
      </p>
      <MetricChart paper={paper} day={day} />
      {paper.abilities.change && (
        <div className={shared.acts} data-screen-only>
          <PaperButton
            label={<Trans>Add a reading…</Trans>}
            about={t`Add a reading: ${name}`}
            title={t`Add a reading`}
            form={(close) => <ReadingForm paper={paper} reading={null} onDone={close} />}
          />
          <PaperButton
            label={<Trans>Change…</Trans>}
            about={t`Change: ${name}`}
            title={t`Change the metric`}
            look="subtle"
            form={(close) => <MetricForm paper={paper} quadrant={metric.quadrant} onDone={close} />}
          />
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            aria-label={t`Take away: ${name}`}
            disabled={acts.isPending}
            onClick={() => acts.takeAway(paper)}
          >
            <Trans>Take away</Trans>
          </Button>
        </div>
      )}
    </article>
  );
}
