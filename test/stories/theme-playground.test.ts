import { expect, fixture, html } from '@open-wc/testing';
import { TokenSheet } from '../../stories/token-sheet.js';
import { textOf, until } from '../support/page.js';

if (!customElements.get('story-token-sheet'))
  customElements.define('story-token-sheet', TokenSheet);

const TAGS = [
  'lucka-maintenance-banner',
  'lucka-document-wizard',
  'lucka-booking-picker',
  'lucka-message-composer',
  'lucka-terms-dialog',
];

async function playground() {
  const host = await fixture<TokenSheet>(
    html`<story-token-sheet show="theme"></story-token-sheet>`,
  );
  const root = host.shadowRoot!;
  const choose = async (scheme: 'light' | 'dark', colour: string) => {
    const input = root.querySelector<HTMLInputElement>(`#${scheme}`)!;
    input.value = colour;
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  };
  return { root, choose, failures: () => textOf(root.querySelector('[role="status"]')) };
}

describe('the theme playground', () => {
  it('shows all five elements, light and dark', async () => {
    const { root } = await playground();
    for (const scheme of ['light', 'dark']) {
      root.querySelector<HTMLInputElement>(`input[value="${scheme}"]`)!.click();
      await until(() => root.querySelector(`section.${scheme}`) !== null, scheme);
      const section = root.querySelector(`section.${scheme}`)!;
      expect(TAGS.filter((tag) => !section.querySelector(`${tag}:defined`))).to.deep.equal([]);
      expect(getComputedStyle(section).colorScheme).to.equal(scheme);
    }
  });

  it('finds no failing contrast in the colours of the tokens', async () => {
    const { failures } = await playground();
    await until(() => failures() === 'None, light and dark.', 'the colours are measured');
  });

  it('names each contrast that an accent makes too low, with its scheme', async () => {
    const { choose, failures } = await playground();
    await choose('light', '#8899aa');
    await until(() => failures().includes('accent on background, light:'), 'it is named');
    expect(failures()).to.not.contain('dark');
    await choose('light', '#0a4a60');
    await choose('dark', '#303030');
    await until(() => failures().includes('accent on background, dark:'), 'it is named');
  });
});
