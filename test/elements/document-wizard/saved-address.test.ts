import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { wizard, type Wizard } from '../../support/document-wizard.js';
import { resetPage, setWindow, until } from '../../support/page.js';

const ANSWERS: readonly (readonly string[])[] = [
  ['no'],
  ['idcard'],
  ['original', 'authority', 'photo', 'in-person'],
  ['no'],
];
const address = location.href;

const startingOrOn = async (attributes: Record<string, string | boolean>): Promise<Wizard> => {
  const page = await wizard({ attributes });
  await until(() => page.element.state !== 'loading', 'the flow is there');
  await page.settled();
  return page;
};
const goBack = async (page: Wizard, question: string) => {
  history.back();
  await until(() => page.question === question, `the browser goes back to "${question}"`);
  await page.settled();
};

/** In a file of its own: WebKit allows a page 100 changes of the history in ten seconds. */
describe('lucka-document-wizard, saved addresses and the browser’s Back button', () => {
  before(async () => {
    await setWindow(1280, 900);
    // Chromium drops the history entries of a page where nobody has pressed anything.
    await sendKeys({ press: 'a' });
  });
  afterEach(() => {
    resetPage();
    history.replaceState(null, '', address);
  });

  it('is restored from an address that a mail program has encoded', async () => {
    const page = await startingOrOn({ persist: 'fragment' });
    await page.answerAll(ANSWERS.slice(0, 3));
    const { hash } = location;
    for (const encoded of [
      `#tab=a%26b&${encodeURIComponent(hash.slice(1))}`,
      `#${encodeURIComponent(`tab=a&${hash.slice(1)}`)}`,
      hash.replace(/[;:+]/g, encodeURIComponent),
      // With escapes that stand for no character.
      `${hash.replace(/[;:+]/g, encodeURIComponent)}%E0%`,
      `#tab=%zz&${encodeURIComponent(hash.slice(1))}&100%`,
    ]) {
      page.element.remove();
      history.replaceState(null, '', encoded);
      const next = await startingOrOn({ persist: 'fragment' });
      expect(next.question, encoded).to.equal('special');
      await next.answer('no');
      expect(location.hash.split('identity-documents=').length, location.hash).to.equal(2);
      expect(next.question).to.equal('letter');
      next.element.remove();
    }
  });

  it('keeps what a cut inside an encoded character leaves', async () => {
    const page = await startingOrOn({ persist: 'fragment' });
    await page.answerAll(ANSWERS.slice(0, 3));
    page.element.remove();
    const encoded = encodeURIComponent(location.hash.slice(1));
    for (const cut of [1, 2]) {
      const at = encoded.lastIndexOf('%3Bend');
      history.replaceState(null, '', `#${encoded.slice(0, at + cut)}`);
      const next = await startingOrOn({ persist: 'fragment' });
      expect(next.element.facts, location.hash).to.deep.equal({
        submitted: 'no',
        document: 'idcard',
      });
      next.element.remove();
    }
  });

  it('leaves the other parts of the address as they are written', async () => {
    const others = '#back=%2Fp%23identity-documents%3Dq-visit%26c&my-identity-documents=q%3Da';
    history.replaceState(null, '', others);
    const page = await startingOrOn({ persist: 'fragment' });
    await page.press('start');
    expect(location.hash).to.equal(`${others}&identity-documents=q-submitted`);
  });

  it('asks again for the last answer of an address that was cut off', async () => {
    const page = await startingOrOn({ persist: 'fragment' });
    await page.answerAll(ANSWERS.slice(0, 3));
    page.element.remove();
    const whole = location.hash;
    // Not at each character, see above.
    for (const end of [':original', '+authority', '+photo', '+in-per', '+in-person']) {
      history.replaceState(null, '', whole.slice(0, whole.indexOf(end) + end.length));
      const next = await startingOrOn({ persist: 'fragment' });
      expect(next.element.facts, location.hash).to.deep.equal({
        submitted: 'no',
        document: 'idcard',
      });
      expect(next.question, location.hash).to.equal('requirements');
      next.element.remove();
    }
  });

  for (const persist of ['none', 'session', 'fragment'])
    it(`shows the answers again at a question with check boxes: persist="${persist}"`, async () => {
      const page = await startingOrOn({ history: true, persist });
      await page.answerAll(ANSWERS.slice(0, 4));
      await goBack(page, 'special');
      expect(page.checked).to.equal('no');
      await goBack(page, 'requirements');
      expect(page.checked).to.equal('original authority photo in-person');
      await page.press('continue');
      await until(() => page.question === 'special', 'it goes on');
      expect(page.checked).to.equal('no');
    });
});
