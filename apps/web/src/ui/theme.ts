import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';
import { SERIES_COLOURS } from './series-colours.ts';

/** The one accent: selection, links, the primary action. Shade 7 has 6:1 on white, shade 3 has 7:1 on the dark ground. */
const accent: MantineColorsTuple = [
  '#eeeffc',
  '#dcdef7',
  '#b9bdf0',
  '#a3a9f2',
  '#8288ea',
  '#6a70e0',
  '#565bd8',
  '#4c4fd0',
  '#3f42b4',
  '#33358f',
];

const SYSTEM_FONTS =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", var(--font-east-asian, "Noto Sans CJK JP"), sans-serif';

export const theme = createTheme({
  primaryColor: 'accent',
  colors: { accent },
  primaryShade: { light: 7, dark: 7 },
  fontFamily: SYSTEM_FONTS,
  headings: { fontFamily: SYSTEM_FONTS, fontWeight: '600' },
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  defaultRadius: 4,
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // The inks of the page: red on the deep red of the dark theme could not be read.
    Alert: {
      defaultProps: { variant: 'default' },
      vars: (_: unknown, { color }: { readonly color?: string }) => ({
        root: {
          '--alert-bg': 'var(--ground-quiet)',
          '--alert-bd': '1px solid var(--line-strong)',
          '--alert-color': color === 'red' ? 'var(--ink-danger)' : 'var(--ink-caution)',
        },
      }),
    },
    Tooltip: {
      defaultProps: { openDelay: 250, multiline: true, withinPortal: true, transitionProps: { duration: 80 } },
    },
    InputWrapper: { defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] } },
    Menu: { defaultProps: { withInitialFocusPlaceholder: false, transitionProps: { duration: 80 } } },
    Modal: { defaultProps: { transitionProps: { duration: 120 } }, styles: { title: { fontWeight: 600 } } },
    // Beside a title its own grey has less than 4.5:1.
    Notification: { styles: { description: { color: 'var(--ink-quiet)' } } },
    Select: { defaultProps: { comboboxProps: { transitionProps: { duration: 80 } } } },
  },
});

const series = (colours: readonly string[]): Record<string, string> =>
  Object.fromEntries(colours.map((colour, slot) => [`--series-${slot + 1}`, colour]));

/** Ground, ink and lines of both themes; every ink has at least 4.5:1 on every ground it stands on. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    ...series(SERIES_COLOURS.light),
    '--mantine-color-body': '#ffffff',
    '--mantine-color-text': '#1b1d22',
    '--mantine-color-dimmed': '#5b606b',
    '--mantine-color-anchor': '#4043b8',
    '--mantine-color-error': '#b3261e',
    '--mantine-color-placeholder': '#666b76',
    '--ground-quiet': '#f6f6f7',
    '--ground-marked': '#eeeffc',
    '--line': '#dcdee2',
    '--line-strong': '#8b909b',
    '--ink-quiet': '#5b606b',
    '--ink-caution': '#8a4b00',
    '--ink-danger': '#b3261e',
    '--ink-good': '#1d6b3a',
    '--accent': '#4c4fd0',
  },
  dark: {
    ...series(SERIES_COLOURS.dark),
    '--mantine-color-body': '#16181c',
    '--mantine-color-text': '#e6e7ea',
    '--mantine-color-dimmed': '#a4a8b1',
    '--mantine-color-anchor': '#aeb3f6',
    '--mantine-color-error': '#ff8f85',
    '--mantine-color-placeholder': '#9a9fa9',
    '--ground-quiet': '#1d2025',
    '--ground-marked': '#262a44',
    '--line': '#32363d',
    '--line-strong': '#767c88',
    '--ink-quiet': '#a4a8b1',
    '--ink-caution': '#f0b25e',
    '--ink-danger': '#ff8f85',
    '--ink-good': '#6fce8f',
    '--accent': '#a3a9f2',
  },
});
