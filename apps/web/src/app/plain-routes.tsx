import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { workspacesQuery } from '../lib/workspaces.ts';
import { guestQuery } from '../features/rooms/api/room-requests.ts';
import { guestRoutes } from './guest-routes.tsx';
import { NoWorkspace } from './no-workspace.tsx';
import { PageFailure } from './page-failure.tsx';
import { plainRoute } from './plain-route.tsx';
import { queryClient } from './query-client.ts';

const indexRoute = createRoute({
  getParentRoute: () => plainRoute,
  path: '/',
  component: NoWorkspace,
  errorComponent: PageFailure,
  loader: async () => {
    const [workspace] = (await queryClient.query({ ...workspacesQuery, staleTime: 'static' })).items;
    if (workspace) redirect({ throw: true, to: '/w/$workspace', params: { workspace: workspace.slug }, replace: true });
    // Who is a guest alone belongs to no workspace, and makes none.
    if (await queryClient.query({ ...guestQuery, staleTime: 0 }))
      redirect({ throw: true, to: '/rooms', replace: true });
  },
});

/** Where to go afterwards, by which identity provider, and into which workspace alone. */
const SIGN_IN_PARAMETERS = ['to', 'provider', 'only'] as const;
type SignInSearch = Partial<Record<(typeof SIGN_IN_PARAMETERS)[number], string | undefined>>;

const signInRoute = createRoute({
  getParentRoute: () => plainRoute,
  path: 'sign-in',
  validateSearch: (search: Record<string, unknown>): SignInSearch =>
    Object.fromEntries(
      SIGN_IN_PARAMETERS.flatMap((name) => (typeof search[name] === 'string' ? [[name, search[name]]] : [])),
    ),
  component: lazyRouteComponent(() => import('../features/sign-in/pages/sign-in-page.tsx'), 'SignInPage'),
});

/** What an identity provider sends back (OpenID Connect Core 3.1.2.5, RFC 9207). */
const SIGN_ON_PARAMETERS = [
  'code',
  'state',
  'iss',
  'session_state',
  'error',
  'error_description',
  'error_uri',
] as const;
type SignOnSearch = Partial<Record<(typeof SIGN_ON_PARAMETERS)[number], string>>;

const signOnRoute = createRoute({
  getParentRoute: () => plainRoute,
  path: 'sign-on',
  validateSearch: (search: Record<string, unknown>): SignOnSearch =>
    Object.fromEntries(
      SIGN_ON_PARAMETERS.flatMap((name) => (typeof search[name] === 'string' ? [[name, search[name]]] : [])),
    ),
  component: lazyRouteComponent(() => import('../features/sign-in/pages/sign-on-page.tsx'), 'SignOnPage'),
});

const setUpRoute = createRoute({
  getParentRoute: () => plainRoute,
  path: 'set-up',
  component: lazyRouteComponent(() => import('../features/sign-in/pages/set-up-page.tsx'), 'SetUpPage'),
});

const invitationRoute = createRoute({
  getParentRoute: () => plainRoute,
  path: 'invitation',
  component: lazyRouteComponent(() => import('../features/sign-in/pages/invitation-page.tsx'), 'InvitationPage'),
});

const forgottenRoute = createRoute({
  getParentRoute: () => plainRoute,
  path: 'forgotten',
  component: lazyRouteComponent(() => import('../features/sign-in/pages/forgotten-page.tsx'), 'ForgottenPage'),
});

const newPasswordRoute = createRoute({
  getParentRoute: () => plainRoute,
  path: 'new-password',
  component: lazyRouteComponent(() => import('../features/sign-in/pages/new-password-page.tsx'), 'NewPasswordPage'),
});

const confirmEmailRoute = createRoute({
  getParentRoute: () => plainRoute,
  path: 'confirm-email',
  component: lazyRouteComponent(() => import('../features/sign-in/pages/confirm-email-page.tsx'), 'ConfirmEmailPage'),
});

const accountRoute = createRoute({
  getParentRoute: () => plainRoute,
  path: 'account',
  component: lazyRouteComponent(() => import('../features/sign-in/pages/account-page.tsx'), 'AccountPage'),
});

const mailboxRoute = createRoute({
  getParentRoute: () => plainRoute,
  path: 'mailbox',
  component: lazyRouteComponent(() => import('../features/sign-in/pages/mailbox-page.tsx'), 'MailboxPage'),
});

/** Pages that belong to no workspace. */
export const plainRoutes = plainRoute.addChildren([
  indexRoute,
  signInRoute,
  signOnRoute,
  setUpRoute,
  invitationRoute,
  forgottenRoute,
  newPasswordRoute,
  confirmEmailRoute,
  accountRoute,
  mailboxRoute,
  guestRoutes,
]);
