import './ui/styles.ts';
import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from './app/query-client.ts';
import { router } from './app/router.tsx';
import { leadToSignIn } from './app/sign-in-gate.ts';
import { activateLanguage, rememberedLanguage } from './lib/languages.ts';
import { refuseMarkupFromTexts } from './lib/trusted-markup.ts';
import { cssVariables, theme } from './ui/theme.ts';

refuseMarkupFromTexts();
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
// The scroll lock under dialogs writes a style element of its own and looks for the nonce here.
Object.assign(globalThis, { __webpack_nonce__: nonce });
const schemes = localStorageColorSchemeManager({ key: 'entente.colour-scheme' });

function App() {
  return (
    <StrictMode>
      <I18nProvider i18n={i18n}>
        <MantineProvider
          theme={theme}
          cssVariablesResolver={cssVariables}
          colorSchemeManager={schemes}
          defaultColorScheme="auto"
          getStyleNonce={() => nonce}
        >
          <QueryClientProvider client={queryClient}>
            <RouterProvider router={router} />
            <Notifications position="bottom-left" limit={3} />
          </QueryClientProvider>
        </MantineProvider>
      </I18nProvider>
    </StrictMode>
  );
}

leadToSignIn(queryClient, router.history);
const root = document.getElementById('root');
if (!root) throw new Error('The page has no place to draw in');
await activateLanguage(rememberedLanguage());
createRoot(root).render(<App />);
