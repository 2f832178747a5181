import 'lucka/booking-picker.js';
import 'lucka/document-wizard.js';
import 'lucka/maintenance-banner.js';
import 'lucka/message-composer.js';
import { LuckaTermsDialog } from 'lucka/terms-dialog.js';
import {
  defineLucka,
  ServiceError,
  type MessageService,
  type TermsService,
} from 'lucka/classes.js';
import { readFlow, proveFlow } from 'lucka/flow.js';
import { detectLanguage } from 'lucka/language.js';

defineLucka({ prefix: 'agency' });

const terms = document.querySelector('lucka-terms-dialog');
if (terms instanceof LuckaTermsDialog) {
  terms.mode = 'view';
  const record = await terms.ensureAccepted();
  const version: string = record.version;
  console.log(version);
}
terms?.addEventListener('lucka-terms-declined', ({ record }) => console.log(record.decision));

const service: Pick<TermsService, 'getTerms'> = {
  getTerms: () => Promise.reject(new ServiceError('terms: getTerms', 'offline')),
};
console.log(service);

const composer = document.createElement('lucka-message-composer');
const messages: MessageService = {
  sendMessage: async () => ({ id: '1', receivedAt: '2026-11-25T10:00:00+01:00' }),
};
composer.service = messages;
composer.addEventListener('lucka-message-send', (event) => {
  event.preventDefault();
  console.log(event.message.body.length, event.message.language);
});

const banner = document.createElement('lucka-maintenance-banner');
banner.now = () => new Date('2026-12-05T22:00:00+01:00');
banner.addEventListener('lucka-notice-phase', ({ id, from, to }) => console.log(id, from, to));

const picker = document.createElement('lucka-booking-picker');
picker.addEventListener('lucka-booking-booked', ({ reference, startsAt }) =>
  console.log(reference.length, startsAt.length),
);

const wizard = document.createElement('lucka-document-wizard');
wizard.facts = { document: 'passport', requirements: ['original'] };
wizard.addEventListener('lucka-wizard-result', ({ checklistIds }) => console.log(checklistIds));
const { flow, problems } = readFlow('# A flow');
console.log(
  problems.map(({ line }) => line),
  proveFlow(flow),
);

const { language, letters } = detectLanguage('Hej, när får jag svar?');
console.log(language satisfies 'sv' | 'en' | 'other' | 'unknown', letters + 1);
