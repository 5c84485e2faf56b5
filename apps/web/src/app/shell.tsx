import { Trans, useLingui } from '@lingui/react/macro';
import { Drawer } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Outlet, useLocation, useNavigate, useSearch } from '@tanstack/react-router';
import { Suspense, useCallback } from 'react';
import { FocalContext } from '../lib/focal.ts';
import { useQuery } from '@tanstack/react-query';
import { workspacesQuery } from '../lib/workspaces.ts';
import { useWorkspace } from '../lib/workspace.ts';
import { InspectorProvider } from '../ui/inspector.tsx';
import { LoadingState } from '../ui/states.tsx';
import { ApartWorkspaces } from '../features/sign-in/components/apart-workspaces.tsx';
import { useFirms, useFocalFirm } from './focal-firm.ts';
import { Navigation } from './navigation.tsx';
import classes from './shell.module.css';
import { PrintHead } from './print-head.tsx';
import { TermProvider } from './term-provider.tsx';
import { TopBar } from './top-bar.tsx';

/** Of a workspace that this session does not reach: whether that is because it asks for a session of its own. */
function ApartHere({ workspace }: { readonly workspace: string }) {
  const { data } = useQuery(workspacesQuery);
  if (data === undefined || data.items.some(({ slug }) => slug === workspace)) return null;
  return <ApartWorkspaces only={workspace} />;
}

/** The frame of every page of a workspace: bar above, rooms at the left, the page, the inspector at the right. */
export function Shell() {
  const { t } = useLingui();
  const workspace = useWorkspace();
  const firms = useFirms(workspace);
  const focal = useFocalFirm(firms, useLocation({ select: ({ pathname }) => pathname }));
  const inspected = useSearch({ strict: false, select: (search) => search.inspect }) ?? null;
  const navigate = useNavigate();
  const [rooms, { toggle, close }] = useDisclosure(false);

  const inspect = useCallback(
    (id: string | null) =>
      void navigate({
        to: '.',
        search: (before) => ({ ...before, inspect: id ?? undefined }),
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  );
  return (
    <FocalContext value={focal}>
      <a className={classes.skip} href="#page">
        <Trans>Skip to the page</Trans>
      </a>
      <TopBar workspace={workspace} firms={firms} focal={focal} onRooms={toggle} />
      <Drawer.Root opened={rooms} onClose={close} size="16rem">
        <Drawer.Overlay />
        <Drawer.Content aria-label={t`Rooms`}>
          <Drawer.Body>
            <div className={classes.drawerHead}>
              <Drawer.CloseButton aria-label={t`Close`} />
            </div>
            <Navigation workspace={workspace} focal={focal} onChoose={close} />
          </Drawer.Body>
        </Drawer.Content>
      </Drawer.Root>
      <InspectorProvider activeId={inspected} onActiveIdChange={inspect}>
        {(panel) => (
          <div className={classes.body}>
            <div className={classes.rooms}>
              <Navigation workspace={workspace} focal={focal} />
            </div>
            <main className={classes.page} id="page" tabIndex={-1}>
              <PrintHead workspace={workspace} />
              <ApartHere workspace={workspace} />
              <TermProvider workspace={workspace}>
                <Suspense fallback={<LoadingState />}>
                  <Outlet />
                </Suspense>
              </TermProvider>
            </main>
            {panel}
          </div>
        )}
      </InspectorProvider>
    </FocalContext>
  );
}
