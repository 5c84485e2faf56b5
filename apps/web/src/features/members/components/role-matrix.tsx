import {
  ACCESS_CLASSES,
  type AccessClass,
  type Role,
  ROLE_CLASSES,
  roleMay,
  ROLES,
  WORKSPACE_ACTIONS,
} from '@entente/core/accounts';
import { Trans, useLingui } from '@lingui/react/macro';
import { VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { ROLE_WORDS } from '../../../lib/role-words.ts';
import { Section } from '../../../ui/section.tsx';
import classes from './members.module.css';
import { ACTION_WORDS, CLASS_WORDS } from './permission-words.ts';

/** A guest belongs to a partner organisation, and has no part in this table. */
const SHOWN = ROLES.filter((role) => role !== 'guest');

const reads = (role: Role, each: AccessClass): boolean => (ROLE_CLASSES[role] as readonly AccessClass[]).includes(each);

/** Who may what: the table by which the server judges every request, in words. */
export function RoleMatrix({ own }: { readonly own: Role }) {
  const { t, i18n } = useLingui();
  return (
    <Section id="roles" title={<Trans>Who may what</Trans>}>
      <p className={classes.lead}>
        <Trans>
          Guests are people of partner organisations: they see what was published to them and nothing else. Records of
          the clean team are read by the people who are named for it, whatever their role.
        </Trans>
      </p>
      <div className={classes.scroll} role="group" aria-label={t`Who may what`} tabIndex={0}>
        <table className={classes.matrix}>
          <thead>
            <tr>
              <td />
              {SHOWN.map((role) => (
                <th key={role} scope="col" data-own={role === own || undefined}>
                  {i18n._(ROLE_WORDS[role])}
                  {role === own && (
                    <>
                      {' '}
                      <Trans>(you)</Trans>
                    </>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {WORKSPACE_ACTIONS.map((action) => (
              <Line key={action} own={own} title={i18n._(ACTION_WORDS[action])} may={(role) => roleMay(role, action)} />
            ))}
            {ACCESS_CLASSES.map((each) => (
              <Line
                key={each}
                own={own}
                title={i18n._(CLASS_WORDS[each])}
                may={(role) => (each === 'CLEAN' ? null : reads(role, each))}
              />
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

type LineProps = {
  readonly title: ReactNode;
  readonly own: Role;
  /** Null: not by the role, but by name. */
  readonly may: (role: Role) => boolean | null;
};

function Line({ title, own, may }: LineProps) {
  return (
    <tr>
      <th scope="row">{title}</th>
      {SHOWN.map((role) => (
        <td key={role} data-own={role === own || undefined}>
          <Answer may={may(role)} />
        </td>
      ))}
    </tr>
  );
}

function Answer({ may }: { readonly may: boolean | null }) {
  if (may === null) {
    return (
      <span className={classes.no}>
        <Trans>by name</Trans>
      </span>
    );
  }
  return (
    <>
      <span aria-hidden="true" className={may ? undefined : classes.no}>
        {may ? '✓' : '–'}
      </span>
      <VisuallyHidden>{may ? <Trans>yes</Trans> : <Trans>no</Trans>}</VisuallyHidden>
    </>
  );
}
