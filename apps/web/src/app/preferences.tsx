import { useLingui } from '@lingui/react/macro';
import { ActionIcon, Menu, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { activateLanguage, LANGUAGE_NAMES, LANGUAGES } from '../lib/languages.ts';
import classes from './preferences.module.css';

/** English, 日本語, 繁體中文: each under its own name. */
export function LanguageMenu() {
  const { t, i18n } = useLingui();
  return (
    <Menu position="bottom-end" shadow="sm">
      <Menu.Target>
        <ActionIcon
          className={classes.target}
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={t`Language`}
          title={t`Language`}
        >
          <span aria-hidden="true">文A</span>
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
    <Menu position="bottom-end" shadow="sm">
      <Menu.Target>
        <ActionIcon
          className={classes.target}
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={t`Theme`}
          title={t`Theme`}
        >
          <span aria-hidden="true">{shown === 'dark' ? '☾' : '☀'}</span>
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
