/**
 * Replaces each local reference of a document (`$ref` with a JSON pointer, RFC 6901) by its target. A target is the same
 * object wherever it is referred to, so ajv compiles it once. If a schema has other keywords beside `$ref`, both
 * apply (JSON Schema 2020-12, 8.2.3.1).
 *
 * @param {any} document JSON, such as an OpenAPI document; it is not changed
 * @returns {any}
 * @throws {Error} if a reference has no target, is not local or is circular
 */
export function dereference(document) {
  /** @type {Map<object, { result?: unknown }>} by the node of the document; without a result while in progress */
  const entries = new Map();

  /** @param {any} node @returns {any} */
  const resolve = (node) => {
    if (node === null || typeof node !== 'object') return node;
    const known = entries.get(node);
    if (known) {
      if ('result' in known) return known.result;
      throw new Error('The document has a circular reference.');
    }
    /** @type {{ result?: unknown }} */
    const entry = {};
    entries.set(node, entry);
    entry.result = Array.isArray(node) ? node.map(resolve) : resolveObject(node);
    return entry.result;
  };

  /** @param {Record<string, unknown>} object */
  const resolveObject = ({ $ref, ...rest }) => {
    const members = Object.entries(rest).map(([key, value]) => [key, resolve(value)]);
    if ($ref === undefined) return Object.fromEntries(members);
    const target = resolve(find(document, String($ref)));
    return members.length ? { allOf: [target], ...Object.fromEntries(members) } : target;
  };

  return resolve(document);
}

/** @param {any} document @param {string} reference such as `#/components/schemas/Id` */
function find(document, reference) {
  const [start, ...keys] = reference.split('/');
  const target = keys.reduce(
    (node, key) => node?.[key.replaceAll('~1', '/').replaceAll('~0', '~')],
    start === '#' ? document : undefined,
  );
  if (target === undefined) throw new Error(`The document has no ${reference}.`);
  return target;
}
