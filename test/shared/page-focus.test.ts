import { expect, fixture, html } from '@open-wc/testing';
import { focusPlace, headingsIn } from '../../src/shared/page-focus.js';

const place = () => document.querySelector<HTMLElement>('#place');

describe('a place of the page', () => {
  beforeEach(async () => {
    await fixture(
      html`<div>
        <h2 id="place">Place</h2>
        <h2 hidden>Hidden</h2>
        <p id="before">Before</p>
        <button>Next</button>
      </div>`,
    );
  });

  it('takes the focus, and is as it was when it loses it', () => {
    focusPlace(place());
    expect(document.activeElement).to.equal(place());
    document.querySelector('button')?.focus();
    expect(place()?.hasAttribute('tabindex')).to.equal(false);
  });

  it('leaves the caret where it is: without one, Orca is silent in Chromium about a heading that takes the focus', function () {
    // WebKit takes it away by itself.
    if (!navigator.userAgent.includes('Chrome')) this.skip();
    getSelection()?.selectAllChildren(document.querySelector('#before')!);
    focusPlace(place());
    expect(getSelection()?.rangeCount).to.equal(1);
  });

  it('is a heading that is shown', () => {
    expect(headingsIn(document).includes(place()!)).to.equal(true);
    expect(headingsIn(document).some(({ hidden }) => hidden)).to.equal(false);
  });
});
