import { expect } from '@open-wc/testing';
import { kindTokens } from '../../src/styles/generated/kind-tokens.js';
import { tokens } from '../../src/styles/generated/tokens.js';
import { colourOn, contrastOf, PAIRS } from '../../stories/contrast.js';

const THEMES = ['', 'fjall', 'hamn', 'ronn'];

describe('the contrast of colours', () => {
  it('is measured as WCAG does', () => {
    expect(contrastOf('#000', '#fff')).to.be.closeTo(21, 0.01);
    expect(contrastOf('#777', '#fff')).to.be.closeTo(4.48, 0.01);
  });

  for (const theme of THEMES) {
    for (const scheme of ['light', 'dark']) {
      it(`keeps its bars in every pair, ${theme || 'without a theme'}, ${scheme}`, async () => {
        const sheet = new CSSStyleSheet();
        if (theme) sheet.replaceSync(await (await fetch(`/src/styles/themes/${theme}.css`)).text());
        document.adoptedStyleSheets = [sheet];
        const host = document.createElement('div');
        host.style.colorScheme = scheme;
        document.body.append(host);
        const root = host.attachShadow({ mode: 'open' });
        root.adoptedStyleSheets = [tokens, kindTokens].flatMap(
          ({ styleSheet }) => styleSheet ?? [],
        );
        const probe = document.createElement('span');
        root.append(probe);
        const low = PAIRS.map((pair) => {
          const contrast = contrastOf(colourOn(probe, pair.front), colourOn(probe, pair.ground));
          return { ...pair, contrast };
        }).filter(({ contrast, least }) => contrast < least);
        host.remove();
        document.adoptedStyleSheets = [];
        expect(low).to.deep.equal([]);
      });
    }
  }
});
