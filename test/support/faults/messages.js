import { answering, asking, edit, problem } from './alterations.js';

/** The newest token of a page. @type {string | undefined} */
let lastToken;

/**
 * Mistakes with messages.
 *
 * @type {readonly import('./alterations.js').PlantedFault[]}
 */
export const messageFaults = [
  {
    name: 'tokens not compared',
    group: 'messages',
    foundBy: /message with a session but no token: 403/,
    fault: {
      request({ headers }) {
        // As the check's own writes have it; a page's token stands in none of its other requests.
        if (headers['x-csrf-token'] !== 'wrong') lastToken = headers['x-csrf-token'] ?? lastToken;
        else if (lastToken) headers['x-csrf-token'] = lastToken;
      },
    },
  },
  {
    name: 'forms taken for JSON',
    group: 'messages',
    foundBy: /message as a form: 415/,
    fault: asking((headers) => {
      if (/form/.test(headers['content-type'] ?? '')) headers['content-type'] = 'application/json';
    }),
  },
  {
    name: 'emoji counted twice',
    group: 'messages',
    foundBy: /each counted as one/,
    fault: {
      answer(reply, { path, body }) {
        if (!path.endsWith('/messages') || reply.status !== 201) return;
        const { body: text } = /^\{/.test(String(body)) ? JSON.parse(String(body)) : { body: '' };
        if (text.length <= 4000 || text.normalize('NFC').length <= 4000) return;
        reply.status = 422;
        reply.headers['content-type'] = 'application/problem+json';
        const length = { pointer: '#/body', length: text.length, limit: 4000 };
        reply.text = JSON.stringify({
          title: 'Unprocessable Content',
          status: 422,
          code: 'too-long',
          ...length,
        });
      },
    },
  },
  {
    name: 'a private key that is published',
    group: 'messages',
    foundBy: /no key shows its private part/,
    fault: answering(/messages\/keys/, ({ keys }) => (keys[0].d = 'secret')),
  },
  {
    name: 'errors that repeat what was typed',
    group: 'messages',
    foundBy: /an error repeats nothing that was typed/,
    fault: problem('validation', (reply, { body }) =>
      edit(reply, (one) => (one.detail = String(body))),
    ),
  },
];
