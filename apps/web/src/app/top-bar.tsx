import { Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, Menu, Select, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Firm } from '../features/register/api/firms.ts';
import { workspacesQuery } from '../lib/workspaces.ts';
import { AccountMenu } from './account-menu.tsx';
import { AsOfBar } from './as-of-bar.tsx';
import { NewWorkspace } from './new-workspace.tsx';
import { PaletteButton } from './palette/palette-button.tsx';
import { ColourSchemeMenu, LanguageMenu } from './preferences.tsx';
import classes from './top-bar.module.css';

type Props = {
  readonly workspace: string;
  readonly firms: readonly Firm[];
  readonly focal: string | null;
  readonly onRooms: () => void;
};

/** What holds for every page: workspace, firm in focus, date, search, language, theme. */
export function TopBar({ workspace, firms, focal, onRooms }: Props) {
  const { t } = useLingui();
  return (
    <header className={classes.bar}>
      <ActionIcon
        className={classes.burger}
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={t`Rooms`}
        onClick={onRooms}
      >
        <span aria-hidden="true">☰</span>
      </ActionIcon>
      <WorkspaceMenu workspace={workspace} />
      <FirmSwitcher firms={firms} focal={focal} workspace={workspace} />
      <div className={classes.asOf}>
        <AsOfBar workspace={workspace} focal={focal} />
      </div>
      <div className={classes.jump}>
        <PaletteButton workspace={workspace} />
      </div>
      <div className={classes.preferences}>
        <LanguageMenu />
        <ColourSchemeMenu />
        <AccountMenu />
      </div>
    </header>
  );
}

function WorkspaceMenu({ workspace }: { readonly workspace: string }) {
  const { data } = useQuery(workspacesQuery);
  const [making, { open, close }] = useDisclosure(false);
  return (
    <>
      <Menu position="bottom-start" shadow="sm" withinPortal={false}>
        <Menu.Target>
          <UnstyledButton className={classes.brand}>
            Entente <span aria-hidden="true">▾</span>
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>
            <Trans>Workspaces</Trans>
          </Menu.Label>
          {(data?.items ?? []).map(({ slug, name }) => (
            <Menu.Item
              key={slug}
              aria-current={slug === workspace ? 'true' : undefined}
              renderRoot={(props) => <Link {...props} to="/w/$workspace" params={{ workspace: slug }} />}
            >
              {name}
              {slug === workspace && <span aria-hidden="true"> ✓</span>}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item onClick={open}>
            <Trans>New workspace …</Trans>
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <NewWorkspace opened={making} onClose={close} />
    </>
  );
}

function FirmSwitcher({ firms, focal, workspace }: Omit<Props, 'onRooms'>) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const onPortfolio = useLocation({ select: ({ pathname }) => pathname.endsWith('/portfolio') });
  const choices = useMemo(() => {
    const known = firms.map(({ slug, name }) => ({ value: slug, label: name }));
    return focal === null || known.some(({ value }) => value === focal)
      ? known
      : [{ value: focal, label: focal }, ...known];
  }, [firms, focal]);
  const choose = (slug: string | null): void => {
    if (slug === null || slug === focal) return;
    if (onPortfolio) {
      void navigate({
        to: '/w/$workspace/organisations/$slug/portfolio',
        params: { workspace, slug },
        search: { focal: slug },
      });
    } else {
      void navigate({ to: '.', search: (before) => ({ ...before, focal: slug, inspect: undefined }) });
    }
  };
  return (
    <Select
      className={classes.firm}
      size="xs"
      aria-label={t`Firm in focus`}
      placeholder={t`Firm`}
      data={choices}
      value={focal}
      onChange={choose}
      searchable
      allowDeselect={false}
      nothingFoundMessage={t`No such firm`}
      maxDropdownHeight={360}
      comboboxProps={{ width: 320, position: 'bottom-start' }}
    />
  );
}
