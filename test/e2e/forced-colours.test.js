import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { allDrawn, hostSite, LOADER } from '../support/host-site.js';

describe('in forced colours', () => {
  /** @type {Awaited<ReturnType<typeof hostSite>>} */
  let site;
  before(async () => {
    site = await hostSite();
  });
  after(() => site?.close());

  test('a main button that does nothing is grey on the ground of a button', async () => {
    const { page, faults } = await site.open(
      `<lucka-booking-picker disabled></lucka-booking-picker>${LOADER}`,
    );
    await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
    await allDrawn(page);
    const [button, system] = await page.evaluate(() => {
      const coloursOf = (/** @type {Element} */ element) => {
        const { color, backgroundColor } = getComputedStyle(element);
        return [color, backgroundColor];
      };
      const probe = document.createElement('p');
      probe.style.forcedColorAdjust = 'none';
      probe.style.color = 'GrayText';
      probe.style.backgroundColor = 'ButtonFace';
      document.body.append(probe);
      const root = document.querySelector('lucka-booking-picker')?.shadowRoot;
      const primary = root?.querySelector('.primary[aria-disabled="true"]');
      return [primary ? coloursOf(primary) : [], coloursOf(probe)];
    });
    assert.deepEqual(button, system);
    assert.deepEqual(faults, []);
  });
});
