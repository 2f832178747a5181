import { expect, fixture, html } from '@open-wc/testing';
import '../../src/index.js';
import type { Manifest } from '../../stories/interface.js';
import {
  defineSnippetBuilder,
  type SnippetBuilder,
} from '../../stories/snippet-builder/snippet-builder.js';
import { textOf, until } from '../support/page.js';

defineSnippetBuilder();

const INTEGRITY = {
  importMap: '<script type="importmap">{}</script>\n',
  loader: '<script type="module" src="/lucka/lucka.js" integrity="x"></script>\n',
  scriptSource: "'sha256-x'",
};

async function builder() {
  const manifest = (await (await fetch('/custom-elements.json')).json()) as Manifest;
  const host = await fixture<SnippetBuilder>(
    html`<story-snippet-builder
      .manifest=${manifest}
      .integrity=${INTEGRITY}
    ></story-snippet-builder>`,
  );
  const fieldOf = (label: string) => {
    const labels = [...(host.shadowRoot?.querySelectorAll('label') ?? [])];
    const found = labels.find((each) => textOf(each) === label);
    return found?.control as HTMLInputElement | HTMLSelectElement;
  };
  const change = async (label: string, value: string | boolean) => {
    const field = fieldOf(label);
    if (typeof value === 'boolean') (field as HTMLInputElement).checked = value;
    else field.value = value;
    field.dispatchEvent(new Event('change', { bubbles: true }));
    await host.updateComplete;
  };
  return { host, change, text: () => textOf(host.shadowRoot?.querySelector('pre')) };
}

describe('the snippet builder', () => {
  afterEach(() => {
    document.documentElement.lang = 'en';
    delete document.documentElement.dataset['theme'];
  });

  it('shows the chosen element beside the text to copy, with the chosen attributes', async () => {
    const page = await builder();
    await page.change('Element', 'document-wizard');
    await page.change('heading-level', '3');
    await page.change('show-sources', true);
    const shown = page.host.querySelector('lucka-document-wizard');
    expect([shown?.headingLevel, shown?.showSources]).to.deep.equal([3, true]);
    expect(page.text()).to.contain('<lucka-document-wizard heading-level="3" show-sources>');
    await until(() => shown?.state === 'intro', 'the wizard runs');
  });

  it('writes the same choices for another kind of page', async () => {
    const page = await builder();
    await page.change('Element', 'booking-picker');
    await page.change('letter-gate', 'reference');
    await page.change('Form', 'cms');
    expect(page.text()).to.contain('data-lucka="booking-picker" data-letter-gate="reference"');
  });

  it('opens the terms dialog on demand, so that it does not cover the choices', async () => {
    const page = await builder();
    await page.change('Element', 'terms-dialog');
    const dialog = page.host.querySelector('lucka-terms-dialog');
    await dialog?.updateComplete;
    expect(dialog?.open).to.equal(false);
    const buttons = [...(page.host.shadowRoot?.querySelectorAll('button') ?? [])];
    buttons.find((button) => textOf(button) === 'Open the dialog')?.click();
    await until(() => dialog?.open, 'it is open');
    expect(page.text()).not.to.contain('manual');
    dialog?.remove();
  });

  it('adds integrity to pages, not to the files of a bundler', async () => {
    const page = await builder();
    await page.change('Browsers refuse modified scripts (integrity)', true);
    expect(page.text()).to.contain("script-src 'self' 'sha256-x'");
    await page.change('Form', 'react');
    expect(page.text()).not.to.contain('importmap');
  });

  it('sets language and theme of the page for the element that is shown', async () => {
    const page = await builder();
    await page.change('Language', 'sv');
    await page.change('Theme', 'ronn');
    const { lang, dataset } = document.documentElement;
    expect([lang, dataset['theme']]).to.deep.equal(['sv', 'ronn']);
    expect(page.text()).to.contain('/lucka/themes/ronn.css');
  });
});
