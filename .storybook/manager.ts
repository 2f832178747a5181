import { addons } from 'storybook/manager-api';
import { create } from 'storybook/theming/create';

/** The colours are those of src/styles/tokens.json. */
addons.setConfig({
  theme: create({
    base: 'light',
    brandTitle: 'Lucka',
    brandUrl: './',
    brandImage: './lucka.svg',
    brandTarget: '_self',
    colorPrimary: '#0a4a60',
    colorSecondary: '#0a4a60',
    appBg: '#f1f4f3',
    appBorderColor: '#6c7876',
    appBorderRadius: 4,
    textColor: '#15201f',
    textMutedColor: '#3d4947',
    barTextColor: '#3d4947',
    barSelectedColor: '#0a4a60',
    barHoverColor: '#0c3e4f',
    inputBorder: '#6c7876',
    inputTextColor: '#15201f',
  }),
});

/** Storybook ends each title with its own name. */
function renameTitle(): void {
  if (document.title.endsWith('Storybook'))
    document.title = document.title.replace(/Storybook$/, 'Lucka');
}

new MutationObserver(renameTitle).observe(document.head, { childList: true, subtree: true });
