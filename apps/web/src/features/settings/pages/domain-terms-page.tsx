import type { DomainTermAnswer } from '@entente/contract/register';
import { DOMAIN_DIMENSIONS, type DomainDimension } from '@entente/core/register';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type CSSProperties, useState } from 'react';
import { plainTitle } from '../../../lib/plain-words.ts';
import { useWords } from '../../../lib/use-words.ts';
import { useWorkspace } from '../../../lib/workspace.ts';
import { useAbilities } from '../../../lib/workspaces.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { usePageTitle } from '../../../ui/page-title.ts';
import { Section } from '../../../ui/section.tsx';
import { FailureState, LoadingState } from '../../../ui/states.tsx';
import { domainTermsQuery } from '../api/domain-terms.ts';
import { TermForm } from '../components/term-form.tsx';
import { type PlacedTerm, placedTerms } from '../components/term-tree.ts';
import { type TermAct, useTermActs } from '../components/use-term-acts.ts';
import classes from './domain-terms-page.module.css';

type Edited = {
  readonly dimension: DomainDimension;
  readonly term: DomainTermAnswer | null;
  readonly under: string | null;
};

const NONE: readonly DomainTermAnswer[] = [];

/** How the products, markets, regions and activities of domains lie to each other: a tree for each. */
export function DomainTermsPage() {
  const { t } = useLingui();
  const workspace = useWorkspace();
  const { configure } = useAbilities();
  const words = useWords();
  const { data = NONE, error, isPending: isLoading, refetch } = useQuery(domainTermsQuery(workspace));
  const { act, isPending, error: refusal, forget, last, undo } = useTermActs(data);
  const [edited, setEdited] = useState<Edited | null>(null);
  usePageTitle(t`Domain terms`);
  const ofDimension = (dimension: DomainDimension) => data.filter((term) => term.dimension === dimension);
  const edit = (next: Edited | null): void => {
    forget();
    setEdited(next);
  };
  const save = async (change: TermAct): Promise<void> => {
    if (await act(change)) setEdited(null);
  };
  return (
    <>
      <Group justify="space-between">
        <h1>
          <Trans>Domain terms</Trans>
        </h1>
        {last !== null && (
          <Button size="xs" variant="default" loading={isPending} onClick={undo}>
            <Trans>Undo: {last}</Trans>
          </Button>
        )}
      </Group>
      <p>
        <Trans>
          Which product, market, region or activity lies within which. Two alliances meet where their terms are equal or
          one lies within the other; a term that is not listed meets itself only. A classification, not a fact: it needs
          no source, and no record changes with it.
        </Trans>
      </p>
      {error && data.length === 0 && <FailureState inline error={error} onRetry={() => void refetch()} />}
      {isLoading && <LoadingState />}
      {!isLoading &&
        DOMAIN_DIMENSIONS.map((dimension) => (
          <Section
            key={dimension}
            id={`terms-${dimension}`}
            title={<span className={classes.dimension}>{words.field(dimension)}</span>}
            count={ofDimension(dimension).length}
            action={
              configure && (
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={t`Add a term: ${words.field(dimension)}`}
                  onClick={() => edit({ dimension, term: null, under: null })}
                >
                  <Trans>Add a term</Trans>
                </Button>
              )
            }
          >
            <Tree
              placed={placedTerms(ofDimension(dimension))}
              onEdit={(term) => edit({ dimension, term, under: null })}
              onAdd={(under) => edit({ dimension, term: null, under })}
              onRemove={(term) => void act({ do: 'remove', term })}
            />
          </Section>
        ))}
      <Dialog
        opened={edited !== null}
        title={edited?.term ? t`Rename or move the term` : t`Add a term`}
        onClose={() => edit(null)}
      >
        {edited && (
          <TermForm
            {...edited}
            terms={ofDimension(edited.dimension)}
            isPending={isPending}
            error={refusal}
            onAct={(change) => void save(change)}
            onCancel={() => edit(null)}
          />
        )}
      </Dialog>
    </>
  );
}

type TreeProps = {
  readonly placed: readonly PlacedTerm[];
  readonly onEdit: (term: DomainTermAnswer) => void;
  readonly onAdd: (under: string) => void;
  readonly onRemove: (term: DomainTermAnswer) => void;
};

function Tree({ placed, onEdit, onAdd, onRemove }: TreeProps) {
  const { t } = useLingui();
  if (placed.length === 0) {
    return (
      <p>
        <Trans>No terms yet: every term that domains name stands alone.</Trans>
      </p>
    );
  }
  return (
    <ul className={classes.tree}>
      {placed.map(({ term, depth, narrower }) => {
        const name = plainTitle(term.term);
        return (
          <li key={term.id} className={classes.row} style={{ '--depth': Math.min(depth, 8) } as CSSProperties}>
            <span className={classes.name}>{name}</span>
            {term.reason !== null && <span className={classes.reason}>{term.reason}</span>}
            {term.abilities.change && (
              <span className={classes.acts}>
                <Button
                  size="compact-xs"
                  variant="subtle"
                  aria-label={`${t`Add within`}: ${name}`}
                  onClick={() => onAdd(term.term)}
                >
                  <Trans>Add within</Trans>
                </Button>
                <Button
                  size="compact-xs"
                  variant="subtle"
                  aria-label={`${t`Change`}: ${name}`}
                  onClick={() => onEdit(term)}
                >
                  <Trans>Change</Trans>
                </Button>
                <Button
                  size="compact-xs"
                  variant="subtle"
                  aria-label={t`Remove ${name}`}
                  disabled={narrower > 0}
                  onClick={() => onRemove(term)}
                >
                  <Trans>Remove</Trans>
                </Button>
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
