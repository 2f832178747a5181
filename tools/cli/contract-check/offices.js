import { checkCaching } from './rules.js';

/** @typedef {import('./client.js').ContractClient} ContractClient */
/** @typedef {{ id: string, startsAt: string, endsAt: string }} Slot */

/** @param {number} days from now */
const day = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** One office whose available times are used for the check. */
export class TestOffice {
  /** @param {ContractClient} client @param {string} officeId */
  constructor(client, officeId) {
    this.client = client;
    this.path = `/offices/${officeId}/slots`;
  }

  /** Some weeks ahead, out of the way of people who try the demo. @returns {Promise<Slot[]>} */
  async freeSlots() {
    const answer = await this.client.ask(
      'free times',
      'GET',
      `${this.path}?from=${day(25)}&to=${day(60)}`,
    );
    return (answer.body?.days ?? []).flatMap((/** @type {{ slots: Slot[] }} */ { slots }) => slots);
  }

  /** @param {string} slotId */
  async isFree(slotId) {
    return (await this.freeSlots()).some(({ id }) => id === slotId);
  }
}

/**
 * The first office that has times.
 *
 * @param {ContractClient} client
 * @returns {Promise<TestOffice | undefined>} undefined if there is none
 */
export async function openOffice(client) {
  const { body } = await client.ask('offices', 'GET', '/offices');
  /** @type {{ id: string, nextAvailable: string | null }[]} */
  const offices = body?.offices ?? [];
  const office = offices.find(({ nextAvailable }) => nextAvailable);
  return office && new TestOffice(client, office.id);
}

/** @param {ContractClient} client */
export async function checkOffices(client) {
  await checkCaching(client, 'offices', '/offices');
  const office = await openOffice(client);
  if (!office) return client.report.skip('times: no office has any');
  await checkRanges(client, office);
  await checkTimes(client, office);
}

/** @param {ContractClient} client @param {TestOffice} office */
async function checkRanges(client, { path }) {
  /** @type {[string, string][]} */
  const ranges = [
    ['no range', ''],
    ['half a range', `?from=${day(1)}`],
    ['a backward range', `?from=${day(9)}&to=${day(3)}`],
    ['63 days', `?from=${day(1)}&to=${day(63)}`],
    ['30 February', '?from=2027-02-30&to=2027-03-02'],
    ['words', '?from=today&to=tomorrow'],
  ];
  for (const [name, query] of ranges) {
    await client.wants(`times in ${name}`, 400, 'range', 'GET', path + query);
  }
  const longest = `?from=${day(1)}&to=${day(62)}`;
  await client.wants('times in 62 days', 200, undefined, 'GET', path + longest);
  const nowhere = `/offices/no-such-office/slots${longest}`;
  await client.wants('times at an unknown office', 404, 'not-found', 'GET', nowhere);
}

/** @param {ContractClient} client @param {TestOffice} office */
async function checkTimes(client, office) {
  const path = `${office.path}?from=${day(1)}&to=${day(60)}`;
  const { body, headers } = await client.ask('times', 'GET', path);
  /** @type {{ date: string, closed: unknown, slots: Slot[] }[]} */
  const days = body?.days ?? [];
  const starts = days.flatMap(({ slots }) => slots.map(({ startsAt }) => Date.parse(startsAt)));
  const caching = headers.get('cache-control') ?? '';
  client.expect('times are not stored, or checked each time', /no-store|no-cache/.test(caching));
  if (!/no-store/.test(caching)) await checkCaching(client, 'times', path);
  client.expect(
    'times are in order',
    starts.every((start, index) => !index || start >= starts[index - 1]),
  );
  client.expect(
    'times are ahead',
    starts.every((start) => start > Date.now()),
  );
  const belong = days.every(({ date, slots }) =>
    slots.every(({ startsAt }) => swedishDay(startsAt) === date),
  );
  client.expect('times stand under their Swedish day', belong);
  client.expect(
    'closed days have no times',
    days.every(({ closed, slots }) => !closed || !slots.length),
  );
  client.expect(
    'the next free time is the first',
    body?.nextAvailable && Date.parse(body.nextAvailable) <= starts[0],
  );
}

/** @param {string} instant */
const swedishDay = (instant) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(new Date(instant));
