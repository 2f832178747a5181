import { expect } from '@open-wc/testing';
import {
  policyOf,
  snippetOf,
  type Choices,
  type Form,
} from '../../stories/snippet-builder/snippet.js';

const choicesFor = (form: Form, more: Partial<Choices> = {}): Choices => ({
  ...{
    element: 'terms-dialog',
    attributes: { endpoint: '/api', manual: '' },
    lang: 'en',
    theme: '',
  },
  form,
  ...more,
});

const INTEGRITY = {
  importMap: '<script type="importmap">{\n "a": 1}</script>\n',
  loader: '<script type="module" src="/lucka/lucka.js" integrity="x"></script>\n',
  scriptSource: "'sha256-x'",
};

describe('a snippet', () => {
  it('in HTML is a whole page with the script, the fallback and the policy', () => {
    const text = snippetOf(choicesFor('html'));
    expect(text).to.contain('<html lang="en">');
    expect(text).to.contain('<script type="module" src="/lucka/lucka.js"></script>');
    expect(text).to.contain(
      '<lucka-terms-dialog endpoint="/api" manual>\n  <p><a href="/terms.html">Read the terms of use</a></p>',
    );
    expect(text).to.contain(`Content-Security-Policy: ${policyOf(choicesFor('html'))}`);
  });

  it('for a CMS is a div with data, because editors remove the tag', () => {
    const text = snippetOf(choicesFor('cms'));
    expect(text).to.contain('<div data-lucka="terms-dialog" data-endpoint="/api" data-manual="">');
    expect(text).not.to.contain('<lucka-');
  });

  it('has the fallback in the chosen language', () => {
    expect(snippetOf(choicesFor('html', { lang: 'sv' }))).to.contain('Läs användarvillkoren');
  });

  it('with integrity has the import map as it was hashed, and its hash in the policy', () => {
    const text = snippetOf(choicesFor('html', { integrity: INTEGRITY }));
    expect(text).to.contain(`${INTEGRITY.importMap}${INTEGRITY.loader}`);
    expect(text).to.contain("script-src 'self' 'sha256-x';");
    expect(text).not.to.contain('<script type="module" src="/lucka/lucka.js"></script>');
  });

  it('with integrity has the hints of its element and language, between the import map and the loader', () => {
    const hints = { 'terms-dialog.sv': '<link rel="modulepreload" href="/x.js">\n' };
    const integrity = { ...INTEGRITY, hints };
    const { importMap, loader } = INTEGRITY;
    const hinted = `${importMap}${hints['terms-dialog.sv']}${loader}`;
    const sv = { integrity, lang: 'sv', attributes: {} } as const;
    expect(snippetOf(choicesFor('html', sv))).to.contain(hinted);
    expect(snippetOf(choicesFor('html', { ...sv, lang: 'en' }))).not.to.contain('modulepreload');
    // With terms of its own it does not load the built-in ones.
    const ownContent: readonly Choices['attributes'][] = [
      { src: '/t.md' },
      { endpoint: '/api' },
      { manual: '' },
      { mode: 'view' },
    ];
    for (const attributes of ownContent)
      expect(snippetOf(choicesFor('html', { ...sv, attributes }))).not.to.contain('modulepreload');
  });

  it('escapes the values of attributes', () => {
    const text = snippetOf(choicesFor('html', { attributes: { endpoint: '"><script>&' } }));
    expect(text).to.contain('endpoint="&quot;>&lt;script>&amp;"');
  });

  for (const form of ['bundler', 'react', 'vue', 'svelte'] as const)
    it(`for ${form} imports the element and the theme from the package`, () => {
      const text = snippetOf(choicesFor(form, { theme: 'hamn' }));
      expect(text).to.contain("import 'lucka/terms-dialog.js';");
      expect(text).to.contain("import 'lucka/themes/hamn.css';");
      expect(text).to.contain('</lucka-terms-dialog>');
    });

  it('for Angular names the theme where its styles are configured', () => {
    const text = snippetOf(choicesFor('angular', { theme: 'ronn' }));
    expect(text).to.contain('CUSTOM_ELEMENTS_SCHEMA');
    expect(text).to.contain('node_modules/lucka/dist/themes/ronn.css');
  });
});
