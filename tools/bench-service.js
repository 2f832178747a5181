// Measures the reference service on both databases:
//   node tools/bench-service.js            a Markdown table
//   node tools/bench-service.js --json     the same as JSON
//   node tools/bench-service.js --rush     only many clients that request available times
// The client runs on the same machine. PostgreSQL flushes each commit to disk, as a real one does.
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { cpus } from 'node:os';
import { performance } from 'node:perf_hooks';
import { postgresIsMissing, startPostgres } from '../test/support/postgres.js';
import { startService } from '../test/support/service.js';
import { joinCrowd } from './bench/crowd.js';

/** Concurrent requests. */
const concurrency = 10;

/** Concurrent requests for available times after letters have been sent. */
const crowd = 200;

const isRush = process.argv.includes('--rush');

/** Offices whose times these clients request. */
const rushed = ['boden', 'malmo', 'goteborg', 'sundsvall'];

/** The seeded letters; each can hold one time. */
const letters = 999;

/**
 * @typedef {object} Figures
 * @property {string} database
 * @property {string} call
 * @property {number} requests
 * @property {number} perSecond
 * @property {number} median milliseconds
 * @property {number} p95 milliseconds: 95 of 100 requests had a response within this time
 */

async function measurePostgres() {
  if (postgresIsMissing) {
    console.error(postgresIsMissing);
    return [];
  }
  const postgres = await startPostgres({ durable: true });
  try {
    const databaseUrl = await postgres.createDatabase();
    const crowded = await measureRush(databaseUrl);
    return isRush ? crowded : [...(await measure('PostgreSQL', databaseUrl)), ...crowded];
  } finally {
    await postgres.stop();
  }
}

/**
 * Alternates between a process that queries the database each time and one that keeps responses for a second, so that
 * other load on the machine affects both.
 *
 * @param {string} databaseUrl
 * @returns {Promise<Figures[]>}
 */
async function measureRush(databaseUrl) {
  const without = { environment: { AVAILABILITY_MAX_AGE: '0' }, databaseUrl };
  const services = [await startService(without), await startService({ databaseUrl })];
  const calls = [
    'each asks the database',
    'answers kept for a second',
    'the same, 304 if unchanged',
  ];
  try {
    /** @type {Omit<Figures, 'database' | 'call'>[][]} */
    const rounds = [];
    for (let round = 0; round < 3; round += 1) {
      rounds.push([
        await rush(services[0].address, 1_000, false),
        await rush(services[1].address, 10_000, false),
        await rush(services[1].address, 10_000, true),
      ]);
    }
    return calls.map((call, index) => {
      const [, figures] = rounds
        .map((round) => round[index])
        .sort((one, other) => one.perSecond - other.perSecond);
      return { database: 'PostgreSQL', call: `free times, ${crowd} clients: ${call}`, ...figures };
    });
  } finally {
    await Promise.all(services.map((service) => service.remove()));
  }
}

/**
 * @param {string} address
 * @param {number} requests
 * @param {boolean} revalidates sends the ETag of the previous response, as browsers do
 */
async function rush(address, requests, revalidates) {
  const clients = Array.from({ length: crowd }, () => joinCrowd(Number(new URL(address).port)));
  /** @type {Record<string, string | undefined>} */
  const tags = {};
  const send = async (/** @type {number} */ index, /** @type {number} */ client) => {
    const path = `/api${slotsPath(10, rushed[index % rushed.length])}`;
    const ask = () => clients[client].ask(path, revalidates ? tags[path] : undefined);
    let { status, tag } = await ask();
    // Too many requests waited for a connection: this one counts as without a response.
    while (status === 503) ({ status, tag } = await ask());
    if (status !== 200 && status !== 304) throw new Error(`${path}: ${status}`);
    tags[path] = tag;
  };
  try {
    await run(crowd, send, crowd);
    return await run(requests, send, crowd);
  } finally {
    for (const client of clients) client.leave();
  }
}

/** @param {string} database @param {string} [databaseUrl] @returns {Promise<Figures[]>} */
async function measure(database, databaseUrl) {
  const service = await startService({ databaseUrl });
  const agent = new Agent({ keepAlive: true, maxSockets: concurrency });
  const send = senderTo(service.address, agent);
  try {
    const slots = await freeSlots(send);
    const list = (/** @type {number} */ days) => () => send('GET', slotsPath(days));
    const hold = (/** @type {number} */ index) =>
      send('POST', '/holds', { slotId: slots[index], letterReference: letterOf(index) });
    await run(200, list(10));
    return [
      { database, call: 'free times, 10 days', ...(await run(2000, list(10))) },
      { database, call: 'free times, 62 days', ...(await run(500, list(62))) },
      { database, call: 'hold a time', ...(await run(letters, hold)) },
    ];
  } finally {
    agent.destroy();
    await service.remove();
  }
}

/**
 * @param {number} requests
 * @param {(index: number, client: number) => Promise<unknown>} send
 * @param {number} [clients] number of concurrent clients
 * @returns {Promise<Omit<Figures, 'database' | 'call'>>}
 */
async function run(requests, send, clients = concurrency) {
  /** @type {number[]} */
  const times = [];
  let next = 0;
  const begun = performance.now();
  const work = async (/** @type {number} */ client) => {
    while (next < requests) {
      const index = next;
      next += 1;
      const sent = performance.now();
      await send(index, client);
      times.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, client) => work(client)));
  const seconds = (performance.now() - begun) / 1000;
  times.sort((one, other) => one - other);
  const at = (/** @type {number} */ share) => Math.round(times[Math.floor(times.length * share)]);
  return { requests, perSecond: Math.round(requests / seconds), median: at(0.5), p95: at(0.95) };
}

/** @param {string} address @param {Agent} agent */
const senderTo =
  (address, agent) =>
  /** @param {string} method @param {string} path @param {unknown} [body] @returns {Promise<any>} */
  async (method, path, body) => {
    const headers = body
      ? { 'content-type': 'application/json', 'idempotency-key': `"${randomUUID()}"` }
      : {};
    const sent = request(`${address}/api${path}`, { method, agent, headers });
    sent.end(body && JSON.stringify(body));
    const [response] = await once(sent, 'response');
    let text = '';
    for await (const chunk of response.setEncoding('utf8')) text += chunk;
    if (response.statusCode >= 300) throw new Error(`${method} ${path}: ${text}`);
    return JSON.parse(text);
  };

/** @param {(method: string, path: string) => Promise<any>} send @returns {Promise<string[]>} */
async function freeSlots(send) {
  const { offices } = await send('GET', '/offices');
  const lists = await Promise.all(
    offices.map((/** @type {{ id: string }} */ { id }) => send('GET', slotsPath(62, id))),
  );
  return lists.flatMap(({ days }) =>
    days.flatMap((/** @type {any} */ { slots }) => slots.map((/** @type {any} */ slot) => slot.id)),
  );
}

/** @param {number} days @param {string} [office] */
function slotsPath(days, office = 'boden') {
  const day = (/** @type {number} */ ahead) =>
    new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
  return `/offices/${office}/slots?from=${day(1)}&to=${day(days)}`;
}

/** @param {number} index */
const letterOf = (index) => `LUCKA-${String(index + 1).padStart(4, '0')}`;

function machine() {
  const [{ model }] = cpus();
  return { processors: cpus().length, model, node: process.version, concurrency };
}

/** @param {readonly Figures[]} rows */
function asMarkdown(rows) {
  const { processors, model, node } = machine();
  const lines = rows.map(
    ({ database, call, requests, perSecond, median, p95 }) =>
      `| ${[database, call, requests, perSecond, `${median} ms`, `${p95} ms`].join(' | ')} |`,
  );
  return [
    `${processors} × ${model}, Node ${node}, ${concurrency} requests at once,`,
    'client on the same machine.',
    '',
    '| Database | Call | Requests | A second | Median | 95th percentile |',
    '| --- | --- | ---: | ---: | ---: | ---: |',
    ...lines,
  ].join('\n');
}

const figures = isRush
  ? await measurePostgres()
  : [...(await measure('PGlite')), ...(await measurePostgres())];
if (process.argv.includes('--json'))
  console.log(JSON.stringify({ ...machine(), figures }, null, 2));
else console.log(asMarkdown(figures));
