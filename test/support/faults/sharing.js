import { without } from './alterations.js';

/**
 * Mistakes with notices, other origins and limits.
 *
 * @type {readonly import('./alterations.js').PlantedFault[]}
 */
export const sharingFaults = [
  {
    name: 'terms with credentials for every site',
    group: 'origins',
    foundBy: /a person's terms are not for other sites/,
    fault: {
      answer(reply, { headers }) {
        if (!headers.origin) return;
        reply.headers['access-control-allow-origin'] = headers.origin;
        reply.headers['access-control-allow-credentials'] = 'true';
      },
    },
  },
  {
    name: 'notices for no other site',
    group: 'origins',
    foundBy: /notices may be read from any page/,
    fault: without('access-control-allow-origin'),
  },
  {
    name: 'a tag that follows the clock',
    group: 'notices',
    foundBy: /the tag does not follow generatedAt/,
    fault: {
      request: ({ headers }) => void delete headers['if-none-match'],
      answer(reply, { path }) {
        if (path.endsWith('/notices'))
          reply.headers.etag = `W/"${JSON.parse(reply.text).generatedAt}"`;
      },
    },
  },
  {
    name: 'a 429 that does not say how long',
    group: 'limits',
    foundBy: /429 says how long to wait/,
    fault: without('retry-after'),
  },
];
