import {
  setCustomElementsManifest,
  type Decorator,
  type Preview,
} from '@storybook/web-components-vite';
import { html } from 'lit';
import manifest from '../custom-elements.json';
import { useContentPack } from '../src/content.js';
import { interfaceRows } from '../stories/interface.js';
import './preview.css';

setCustomElementsManifest(manifest);

/** A page has one content pack, which applies before any element is there: so the address says it. */
const chosenAgency = /\bagency:(\w+)/.exec(globalsInAddress())?.[1] ?? '';
if (chosenAgency) useContentPack(`${chosenAgency}/pack.json`);

function globalsInAddress(): string {
  return new URLSearchParams(location.search).get('globals') ?? '';
}

/** Opens the story anew with these globals. */
function reloadWith(globals: Readonly<Record<string, unknown>>): void {
  const address = new URL(location.href);
  const pairs = Object.entries(globals).map(([name, value]) => `${name}:${String(value)}`);
  address.searchParams.set('globals', pairs.join(';'));
  location.replace(address);
}

const WIDTHS: Readonly<Record<string, string>> = { full: '', phone: '320px' };

/** The page around the story, as the toolbar sets it: language, direction, theme, text size, width. */
const page: Decorator = (story, { globals, title }) => {
  if (globals['agency'] !== chosenAgency) reloadWith(globals);
  const root = document.documentElement;
  root.lang = String(globals['locale']);
  root.dir = globals['direction'] || (root.lang.startsWith('ar') ? 'rtl' : 'ltr');
  root.dataset['scheme'] = String(globals['scheme']);
  root.dataset['theme'] = String(globals['theme']);
  root.dataset['text'] = String(globals['text']);
  root.dataset['contrast'] = String(globals['contrast']);
  document.body.style.inlineSize = WIDTHS[String(globals['width'])] ?? '';
  return html`<main>
    <h1 class="visually-hidden">${title}</h1>
    ${story()}
  </main>`;
};

type Toolbar = NonNullable<NonNullable<Preview['globalTypes']>[string]['toolbar']>;
type Icon = NonNullable<Toolbar['icon']>;

const toolbar = (
  title: string,
  icon: Icon,
  items: readonly (string | { value: string; title: string })[],
) => ({
  toolbar: { title, icon, items: [...items], dynamicTitle: true },
});

const preview: Preview = {
  tags: ['autodocs'],
  decorators: [page],
  parameters: {
    a11y: { test: 'error' },
    controls: { expanded: true },
    docs: { extractArgTypes: (tag: string) => interfaceRows(manifest, tag) },
    options: {
      storySort: {
        order: ['Start', 'Foundations', 'Content', 'Elements', 'Patterns', 'Embedding'],
      },
    },
  },
  globalTypes: {
    agency: toolbar('Agency', 'database', [
      { value: '', title: 'Built-in content' },
      { value: 'fordon', title: 'Fordonsverket (invented)' },
    ]),
    locale: toolbar('Language', 'globe', [
      { value: 'en', title: 'English' },
      { value: 'sv', title: 'Svenska' },
      ...(chosenAgency ? [{ value: 'nb', title: 'Norsk bokmål' }] : []),
      { value: 'ar-XB', title: 'Right to left (made up)' },
      { value: 'fi', title: 'A language we lack' },
    ]),
    direction: toolbar('Direction', 'transfer', [
      { value: '', title: 'As the language' },
      { value: 'ltr', title: 'Left to right' },
      { value: 'rtl', title: 'Right to left' },
    ]),
    scheme: toolbar('Light or dark', 'contrast', [
      { value: 'light', title: 'Light' },
      { value: 'dark', title: 'Dark' },
    ]),
    contrast: toolbar('Forced colours', 'accessibility', [
      { value: '', title: 'As the theme' },
      { value: 'forced', title: 'System colours (a likeness)' },
    ]),
    theme: toolbar('Theme', 'paintbrush', [
      { value: '', title: 'Lucka' },
      { value: 'fjall', title: 'Fjäll' },
      { value: 'hamn', title: 'Hamn' },
      { value: 'ronn', title: 'Rönn' },
    ]),
    text: toolbar('Text size', 'zoom', [
      { value: '100', title: '100 %' },
      { value: '200', title: '200 %' },
    ]),
    width: toolbar('Width', 'mobile', [
      { value: 'full', title: 'Full' },
      { value: 'phone', title: '320 px' },
    ]),
  },
  initialGlobals: {
    agency: '',
    locale: 'en',
    direction: '',
    scheme: 'light',
    contrast: '',
    theme: '',
    text: '100',
    width: 'full',
  },
};

export default preview;
