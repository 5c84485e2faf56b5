import type { GovernanceFormAnswer } from '@entente/contract/lifecycle';
import type { GovernanceForm } from '@entente/core/lifecycle';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui as useI18n } from '@lingui/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useAsOf } from '../../../../lib/as-of.ts';
import { useWords } from '../../../../lib/use-words.ts';
import { useWorkspace } from '../../../../lib/workspace.ts';
import { InspectButton } from '../../../../ui/inspect-button.tsx';
import { Inspected } from '../../../../ui/inspector.tsx';
import { RuleBody } from '../../../../ui/rule-body.tsx';
import { Section } from '../../../../ui/section.tsx';
import { FailureState, LoadingState } from '../../../../ui/states.tsx';
import { Term } from '../../../../ui/term.tsx';
import { governanceQuery } from '../../api/lifecycle-requests.ts';
import course from '../course/course.module.css';
import { SourcePlace } from '../../../../ui/source-place.tsx';
import classes from './governance.module.css';

type Member = GovernanceFormAnswer['members'][number];

const FORMS: Readonly<Record<GovernanceForm, MessageDescriptor>> = {
  'unilateral-contract': msg`unilateral contract`,
  'bilateral-contract': msg`bilateral contract`,
  'minority-equity': msg`minority equity alliance`,
  'equity-joint-venture': msg`equity joint venture`,
};

function useFormWords() {
  const { i18n } = useI18n();
  const { listed } = useWords();
  return (forms: readonly GovernanceForm[]): string => listed(forms.map((form) => i18n._(FORMS[form])));
}

/** The governance form that the partners' resources speak for, beside the one there is. */
export function GovernanceAdvice({ slug }: { readonly slug: string }) {
  const workspace = useWorkspace();
  const { day } = useAsOf();
  const { data, error, refetch } = useQuery(governanceQuery(workspace, slug, day));
  return (
    <Section
      id="governance-form"
      title={
        <>
          <Term id="governance form">
            <Trans>Governance form</Trans>
          </Term>{' '}
          <span className={course.quiet}>
            <Trans>what the partners’ resources speak for</Trans>
          </span>
        </>
      }
    >
      {data ? (
        <Advice answer={data} />
      ) : error ? (
        <FailureState error={error} onRetry={() => void refetch()} />
      ) : (
        <LoadingState lines={3} />
      )}
    </Section>
  );
}

function Advice({ answer }: { readonly answer: GovernanceFormAnswer }) {
  const words = useFormWords();
  const { members, preferences, common, present } = answer;
  const isTyped = preferences.length > 0;
  return (
    <>
      <p className={classes.verdict}>
        {!isTyped ? (
          <Trans>
            Not enough is known: no two members bring a resource of which somebody says whether it is property or
            knowledge.
          </Trans>
        ) : common.length > 0 ? (
          <Trans>
            Every side could prefer: <strong>{words(common)}</strong>.
          </Trans>
        ) : (
          <Trans>The sides prefer different forms; which one they choose is to be negotiated.</Trans>
        )}{' '}
        {present === null ? (
          <span className={course.unknown}>
            <Trans>The form of the alliance is not recorded.</Trans>
          </span>
        ) : (
          <Trans>There is: {words([present])}.</Trans>
        )}
      </p>
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">
                <Trans>Member</Trans>
              </th>
              <th scope="col">
                <Trans>brings</Trans>
              </th>
              <th scope="col">
                <Trans>would prefer</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {members.map((member) => (
              <MemberRow key={member.organisation.id} member={member} answer={answer} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** How many resources of each type a member brings, in words. */
function useBrought() {
  const words = useWords();
  const { t } = useLingui();
  return ({ resources }: Member): string => {
    const of = (type: string | null): number => resources.filter((each) => each.type === type).length;
    const counted = [
      { count: of('property'), name: words.term('properties', 'property') },
      { count: of('knowledge'), name: words.term('properties', 'knowledge') },
      { count: of(null), name: t`type not stated` },
    ];
    return words.listed(counted.flatMap(({ count, name }) => (count === 0 ? [] : [`${name} ${words.count(count)}`])));
  };
}

function MemberRow({ member, answer }: { readonly member: Member; readonly answer: GovernanceFormAnswer }) {
  const { t } = useLingui();
  const words = useFormWords();
  const brought = useBrought();
  const { organisation, resources } = member;
  const name = organisation.name ?? organisation.slug;
  const own = answer.preferences.filter((each) => each.organisation === organisation.id);
  const nameOf = (id: string): string => {
    const other = answer.members.find((each) => each.organisation.id === id)?.organisation;
    return other?.name ?? other?.slug ?? '';
  };
  const id = `lifecycle.governance.${organisation.id}`;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        {resources.length === 0 ? (
          <span className={course.unknown}>
            <Trans>nothing recorded</Trans>
          </span>
        ) : (
          <InspectButton id={id}>{brought(member)}</InspectButton>
        )}
        <Inspected id={id} title={t`Resources of ${name}`}>
          <BroughtBody member={member} />
        </Inspected>
      </td>
      <td>
        {own.length === 0 ? (
          <span className={course.unknown}>
            <Trans>unknown</Trans>
          </span>
        ) : (
          own.map(({ towards, forms }) => (
            <div key={towards}>
              {words(forms)}{' '}
              {answer.members.length > 2 && (
                <span className={course.quiet}>
                  <Trans>towards {nameOf(towards)}</Trans>
                </span>
              )}
            </div>
          ))
        )}
      </td>
    </tr>
  );
}

/** What a member brings, each resource with its type and the places that tell of it. */
function BroughtBody({ member: { resources } }: { readonly member: Member }) {
  const { t } = useLingui();
  const words = useWords();
  return (
    <RuleBody
      rule={
        <Trans>
          Who brings property where the other brings property needs little integration; who brings property and wants
          the other’s knowledge comes closest to it in a joint venture; who brings knowledge and wants property ties the
          other by a minority stake; two who bring knowledge bind each other by contract. What nobody has typed is not
          guessed. After Das and Teng (2000), Journal of Management 26(1), 31–61.
        </Trans>
      }
      inputs={resources.map(({ id, kind, subject, type, evidence }) => ({
        label: `${words.term('resourceKinds', kind)}: ${subject}`,
        value: (
          <>
            {type === null ? t`type not stated` : words.term('properties', type)}
            {evidence.map(({ source, place }) => (
              <div key={`${id} ${source} ${place}`}>
                <SourcePlace source={source} place={place} />
              </div>
            ))}
          </>
        ),
      }))}
      links={[
        <a key="card" href="/docs/methods/lifecycle#governance-form" target="_blank" rel="noreferrer">
          <Trans>Method card: governance form</Trans>
        </a>,
      ]}
    />
  );
}
