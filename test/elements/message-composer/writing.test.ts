import { aTimeout, expect } from '@open-wc/testing';
import {
  axeViolations,
  count,
  eventsOf,
  expectFocusOn,
  resetPage,
  setPageLanguage,
  textOf,
  until,
  warnings,
} from '../../support/page.js';
import { composer, TEXTS } from '../../support/message-composer.js';

/** A little more than a pause in typing. */
const PAUSE = 1300;

describe('lucka-message-composer, writing', () => {
  afterEach(resetPage);

  it('has no fault that axe-core finds', async () => {
    const page = await composer();
    expect(await axeViolations(page.element)).to.deep.equal([]);
  });

  it('speaks the language of the page, its texts too', async () => {
    const page = await composer();
    await setPageLanguage('sv');
    await page.shows('Skicka meddelandet');
    await page.shows('Du bör skriva');
  });

  it('shows what the page put into the tag until it is there, and then its own form', async () => {
    const page = await composer({ children: 'Write to us by post.' });
    expect(count(page.root, 'textarea')).to.equal(1);
    expect(count(page.root, 'slot:not([name])')).to.equal(0);
  });

  it('moves the focus to the text', async () => {
    const page = await composer();
    page.element.focus();
    expectFocusOn(page.area);
  });

  it('counts ten emoji and two line breaks as 12', async () => {
    const page = await composer({ attributes: { maxlength: '100' } });
    await page.write('😀😀😀😀😀\n😀😀😀😀😀\n');
    await page.shows('88 characters left');
  });

  it('says 1 character, not 1 characters', async () => {
    const page = await composer({ attributes: { maxlength: '10', minlength: '2' } });
    await page.write('123456789');
    await page.shows('1 character left');
    await page.write('12345678901');
    await page.shows('1 character too many');
    expect(page.element.validationMessage).to.equal('Your message is 1 character too long');
    await setPageLanguage('sv');
    await page.shows('1 tecken för mycket');
  });

  it('makes at most 3 announcements while 27 characters are typed', async () => {
    const page = await composer({ attributes: { maxlength: '30', 'language-policy': 'off' } });
    const said: string[] = [];
    new MutationObserver(() => said.push(page.status)).observe(page.part('status')!, {
      childList: true,
      characterData: true,
      subtree: true,
    });
    await page.type('När får jag svar på frågan?');
    await aTimeout(PAUSE);
    expect(page.area.value).to.have.lengthOf(27);
    expect(said.length).to.be.within(1, 3);
    expect(page.status).to.equal('3 characters left');
  });

  it('is silent about the count far from the limit', async () => {
    const page = await composer({ attributes: { 'language-policy': 'off' } });
    await page.write('När får jag svar?');
    await aTimeout(PAUSE);
    expect(page.status).to.equal('');
  });

  it('hints one second after typing stops that the text is in another language, and takes it back', async () => {
    const page = await composer();
    const events = eventsOf(page.element, 'lucka-message-language');
    await page.write(TEXTS.french);
    await page.has('#language');
    expect(page.status).to.equal('Please write in Swedish or English.');
    expect(events.map(({ language, allowed }) => `${language} ${allowed}`)).to.deep.equal([
      'other false',
    ]);
    expect(page.element.detectedLanguage.language).to.equal('other');
    await page.write(TEXTS.swedish);
    await page.lacks('#language');
    expect(events.at(-1)?.allowed).to.be.true;
  });

  for (const policy of ['off', 'warn'] as const) {
    it(`never stops under language-policy="${policy}"`, async () => {
      const page = await composer({ attributes: { 'language-policy': policy } });
      await page.write(TEXTS.french);
      await aTimeout(PAUSE);
      expect(count(page.root, '#language')).to.equal(policy === 'warn' ? 1 : 0);
      expect(page.element.validity.valid).to.be.true;
    });
  }

  it('asks the page’s own detector instead of its own', async () => {
    const asked: string[] = [];
    const detector = {
      detect: (text: string) => {
        asked.push(text);
        return { language: 'other', confidence: 1, letters: 200 } as const;
      },
    };
    const page = await composer({ properties: { detector } });
    await page.write(TEXTS.swedish);
    await page.has('#language');
    expect(asked).to.include(TEXTS.swedish);
  });

  it('lets a text pass when the detector breaks', async () => {
    const detector = {
      detect: () => {
        throw new Error('broken');
      },
    };
    const page = await composer({ properties: { detector } });
    await page.write(TEXTS.french);
    await aTimeout(PAUSE);
    expect(count(page.root, '#language')).to.equal(0);
  });

  it('takes one language for the only one where the page says so', async () => {
    const page = await composer({ attributes: { languages: 'sv' } });
    await page.write(TEXTS.english);
    await page.shows('Please write in Swedish');
  });

  it('hints, before sending, that documents are not sent this way', async () => {
    const page = await composer();
    const events = eventsOf(page.element, 'lucka-message-notice');
    await page.write('Jag bifogar mitt pass');
    await page.shows('you should not hand in your identity document with your application');
    await page.shows('A message is not meant for supplementary information.');
    expect(events.map(({ kind }) => kind)).to.deep.equal(['identity-document']);
    expect(JSON.stringify(events[0])).not.to.include('bifogar');
  });

  it('does not take an English "pass" for a passport', async () => {
    const page = await composer();
    await page.write(
      'Could you pass this question on to the right person, please? Thank you very much.',
    );
    await aTimeout(PAUSE);
    expect(count(page.root, '#notice-identity-document')).to.equal(0);
  });

  describe('files', () => {
    /** Firefox makes a clipboard of its own for an event that a script made. */
    const pasteOf = (data: DataTransfer) => {
      const event = new ClipboardEvent('paste', {
        bubbles: true,
        cancelable: true,
        composed: true,
      });
      Object.defineProperty(event, 'clipboardData', { value: data });
      return event;
    };
    const withFile = () => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(['x'], 'passport.pdf', { type: 'application/pdf' }));
      return transfer;
    };

    it('are not asked for anywhere', async () => {
      const page = await composer();
      await page.write('x');
      expect(count(page.root, 'input[type="file"]')).to.equal(0);
    });

    for (const type of ['drop', 'paste'] as const) {
      it(`neither navigate nor clear the text on ${type}, and the explanation appears with a link`, async () => {
        const page = await composer();
        await page.write(TEXTS.swedish);
        const data = withFile();
        const options = { bubbles: true, cancelable: true, composed: true };
        const event =
          type === 'drop'
            ? new DragEvent('drop', { ...options, dataTransfer: data })
            : pasteOf(data);
        const events = eventsOf(page.element, 'lucka-message-notice');
        page.area.dispatchEvent(event);
        expect(event.defaultPrevented).to.be.true;
        await page.shows('You cannot send files here');
        await page.has('#notice-file');
        expect(page.area.value).to.equal(TEXTS.swedish);
        expect(events.map(({ kind }) => kind)).to.deep.equal(['file']);
        const link = page.root.querySelector<HTMLAnchorElement>('#notice-file a')!;
        link.click();
        await until(
          () => page.root.querySelector<HTMLDetailsElement>('#no-attachments')?.open,
          'the explanation opens',
        );
        expect(textOf(page.root.querySelector('#no-attachments'))).to.include(
          'you cannot attach files here',
        );
      });
    }

    it('leave pasted text alone when both are on the clipboard', async () => {
      const page = await composer();
      const data = withFile();
      data.setData('text/plain', 'words');
      const event = pasteOf(data);
      page.area.dispatchEvent(event);
      expect(event.defaultPrevented).to.be.false;
    });
  });

  it('copies the text', async () => {
    const page = await composer();
    await page.write(TEXTS.swedish);
    const written: string[] = [];
    const clipboard = { writeText: (text: string) => Promise.resolve(void written.push(text)) };
    Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
    expect(await page.element.copyText()).to.be.true;
    delete (navigator as { clipboard?: unknown }).clipboard;
    expect(written).to.deep.equal([TEXTS.swedish]);
    await page.shows('Your text has been copied.');
  });

  it('says so when the text cannot be copied, and selects it', async () => {
    const page = await composer();
    await page.write(TEXTS.swedish);
    const clipboard = { writeText: () => Promise.reject(new Error('denied')) };
    Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
    const { execCommand } = document;
    document.execCommand = () => false;
    expect(await page.element.copyText()).to.be.false;
    document.execCommand = execCommand;
    delete (navigator as { clipboard?: unknown }).clipboard;
    await page.shows('Your text could not be copied.');
    expect(page.area.selectionEnd).to.equal(TEXTS.swedish.length);
  });

  it('uses the page’s words in its slots', async () => {
    const page = await composer({ children: '' });
    const label = document.createElement('span');
    label.slot = 'label';
    label.textContent = 'Your question to us';
    page.element.append(label);
    const slot = page.root.querySelector<HTMLSlotElement>('slot[name="label"]')!;
    expect(slot.assignedNodes().map(({ textContent }) => textContent)).to.deep.equal([
      'Your question to us',
    ]);
  });

  it('falls back and warns once about attributes that are wrong', async () => {
    const said = warnings();
    const page = await composer({
      attributes: { maxlength: 'many', 'language-policy': 'never', languages: 'de', draft: 'yes' },
    });
    await page.write(TEXTS.french);
    await page.has('#language');
    said.restore();
    await page.shows('You can write up to 4,000 characters');
    for (const name of ['maxlength', 'language-policy', 'languages', 'draft'])
      expect(said.texts.filter((text) => text.includes(`> ${name}:`))).to.have.lengthOf(1);
  });

  it('keeps what was typed when the element is moved', async () => {
    const page = await composer();
    await page.write(TEXTS.swedish);
    const place = document.createElement('div');
    document.body.append(place);
    place.append(page.element);
    await page.element.updateComplete;
    expect(page.area.value).to.equal(TEXTS.swedish);
    place.remove();
  });
});
