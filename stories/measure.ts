/** What may be sent to an analytics tool of each event: the names of its fields. An event that is not listed must not be sent. */
export const MEASURED: Readonly<Record<string, readonly string[]>> = {
  'lucka-terms-accepted': [],
  'lucka-terms-declined': [],
  'lucka-terms-error': ['code', 'retryable'],
  'lucka-message-sent': [],
  'lucka-message-error': ['code', 'status', 'retryable'],
  'lucka-wizard-result': [],
  'lucka-wizard-restart': [],
  'lucka-wizard-error': ['code'],
  'lucka-booking-booked': [],
  'lucka-booking-changed': [],
  'lucka-booking-cancelled': [],
  'lucka-booking-error': ['code', 'retryable'],
  'lucka-notice-show': ['id', 'phase'],
  'lucka-notice-phase': ['id', 'from', 'to'],
  'lucka-notice-dismiss': ['id'],
  'lucka-notice-error': ['code'],
  'lucka-notice-invalid': ['id', 'rule'],
};

/** Why an event must not be sent at all. */
export const NOT_MEASURED: Readonly<Record<string, string>> = {
  'lucka-terms-decide': 'A choice that is not saved yet: count the saved one.',
  'lucka-message-send': 'Contains the text of the message.',
  'lucka-message-language': 'Says in which language a person writes: it can reveal their origin.',
  'lucka-message-notice': 'Says something about what the text contains.',
  input: 'Comes with each character; its target has the text.',
  change: 'Its target has the text.',
  'lucka-message-extend': 'Asks your page for something; it is not a result.',
  'lucka-wizard-step': 'The order of questions reveals the answers that lead to them.',
  'lucka-booking-step': 'The steps no-letter and cannot-visit are answers of the person.',
  'lucka-booking-select': 'Contains office and time of a person’s visit.',
  'lucka-booking-hold': 'Its time identifies a booking in your server’s log.',
  'lucka-booking-book': 'Contains office and time of a person’s visit.',
};

/** The code to copy: sends what `MEASURED` lists, and nothing else. */
export const measureCode = (): string => `const FIELDS = ${JSON.stringify(MEASURED, null, 2)};

for (const [name, fields] of Object.entries(FIELDS))
  document.addEventListener(name, (event) => {
    const values = fields.map((field) => [field, event[field]]);
    send({ event: name, ...Object.fromEntries(values) });
  });

/** Replace this function: call your analytics tool here. */
function send(data) {
  navigator.sendBeacon('/statistics', JSON.stringify(data));
}
`;
