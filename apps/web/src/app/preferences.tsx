import { useLingui } from '@lingui/react/macro';
import { ActionIcon, Menu, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { activateLanguage, LANGUAGE_NAMES, LANGUAGES } from '../lib/languages.ts';
import classes from './preferences.module.css';

/** English, 日本語, 繁體中文: each under its own name. */
export function LanguageMenu() {
  const { t, i18n } = useLingui();
  return (
    <Menu position="bottom-end" shadow="sm" withinPortal={false}>
      <Menu.Target>
        <ActionIcon
          className={classes.target}
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={t`Language`}
          title={t`Language`}
        >
          <Globe />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {LANGUAGES.map((language) => (
          <Menu.Item
            key={language}
            lang={language}
            aria-current={i18n.locale === language ? 'true' : undefined}
            onClick={() => void activateLanguage(language)}
          >
            {LANGUAGE_NAMES[language]}
            {i18n.locale === language && <span aria-hidden="true"> ✓</span>}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Light, dark, or as the system has it. */
export function ColourSchemeMenu() {
  const { t } = useLingui();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const shown = useComputedColorScheme('light');
  const choices = [
    ['light', t`Light`],
    ['dark', t`Dark`],
    ['auto', t`As the system`],
  ] as const;
  return (
    <Menu position="bottom-end" shadow="sm" withinPortal={false}>
      <Menu.Target>
        <ActionIcon
          className={classes.target}
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={t`Theme`}
          title={t`Theme`}
        >
          {shown === 'dark' ? <Moon /> : <Sun />}
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {choices.map(([scheme, label]) => (
          <Menu.Item
            key={scheme}
            aria-current={colorScheme === scheme ? 'true' : undefined}
            onClick={() => setColorScheme(scheme)}
          >
            {label}
            {colorScheme === scheme && <span aria-hidden="true"> ✓</span>}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

const STROKE = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.5, strokeLinecap: 'round' } as const;

function Globe() {
  return (
    <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true" {...STROKE}>
      <circle cx="9" cy="9" r="7" />
      <path d="M2 9h14M9 2c2.5 2 3.5 4.5 3.5 7s-1 5-3.5 7c-2.5-2-3.5-4.5-3.5-7S6.5 4 9 2Z" />
    </svg>
  );
}

function Sun() {
  return (
    <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true" {...STROKE}>
      <circle cx="9" cy="9" r="3.5" />
      <path d="M9 1.5v1.5M9 15v1.5M1.5 9H3M15 9h1.5M3.7 3.7l1 1M13.3 13.3l1 1M3.7 14.300l1-1M13.3 4.700l1-1" />
    </svg>
  );
}

function Moon() {
  return (
    <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true" {...STROKE}>
      <path d="M15 11A6.5 6.5 0 0 1 7 3a6.5 6.5 0 1 0 8 8Z" />
    </svg>
  );
}
