/**
 * @typedef {'any' | 'read-write' | 'primary'} Need required kind of server: any, one that accepts
 *   writes, or one that is not a standby
 *
 * @typedef {object} ServerList
 * @property {string[]} addresses one for each server, in the order in which to try them
 * @property {Need} needs
 */

/**
 * Reads `DATABASE_URL` with one host or several, in the syntax of libpq: `a:5432,b:5432` or
 * `?host=a,b&port=5432`, and `target_session_attrs` (PostgreSQL, 34.1.1.3 and 34.1.2). `pg` supports
 * neither. Unlike in libpq, several hosts without `target_session_attrs` mean `read-write`: the service
 * cannot use a server that rejects writes.
 *
 * @param {string} databaseUrl
 * @returns {ServerList}
 * @throws {Error} if it cannot be used; the message contains no secret
 */
export function readServers(databaseUrl) {
  const [, scheme, user = '', authority = '', path = '', query = ''] =
    /^(postgres(?:ql)?:\/\/)([^/?#]*@)?([^/?#]*)(\/[^?#]*)?(?:\?([^#]*))?$/.exec(databaseUrl) ?? [];
  if (!scheme) throw new Error('DATABASE_URL must be postgres://user@host:port/database.');
  const parameters = new URLSearchParams(query);
  const hosts = hostsOf(authority, parameters);
  const needs = needOf(parameters.get('target_session_attrs'), hosts.length);
  const isPlain = hosts.length === 1 && !parameters.has('target_session_attrs');
  for (const name of ['host', 'port', 'target_session_attrs']) parameters.delete(name);
  const rest = parameters.size ? `?${parameters}` : '';
  const addresses = isPlain
    ? [databaseUrl]
    : hosts.map((host) => `${scheme}${user}${host}${path}${rest}`);
  for (const address of addresses) requireReadable(address);
  return { addresses, needs };
}

/**
 * @param {string} authority
 * @param {URLSearchParams} parameters
 * @returns {string[]} each with its port, if it has one
 */
function hostsOf(authority, parameters) {
  const parameter = parameters.get('host');
  if (!parameter) {
    const hosts = authority.split(',');
    if (hosts.length > 1) hosts.forEach(requireHost);
    return hosts;
  }
  const hosts = parameter.split(',');
  const ports = (parameters.get('port') ?? '').split(',');
  if (ports.length > 1 && ports.length !== hosts.length) {
    throw new Error('DATABASE_URL: port must give one port, or one for each host.');
  }
  return hosts.map((host, index) => {
    const port = ports.length > 1 ? ports[index] : ports[0];
    const name = host.startsWith('/') ? encodeURIComponent(host) : host;
    const place = port ? `${name}:${port}` : name;
    if (hosts.length > 1) requireHost(place);
    return place;
  });
}

/** @param {string} place @throws {Error} */
function requireHost(place) {
  const [, host, , port = '0'] = /^(\[[^\]]*\]|[^:]*)(:(.*))?$/.exec(place) ?? [];
  if (!host) throw new Error('DATABASE_URL: between two commas there must be a host.');
  if (!/^\d+$/.test(port) || Number(port) > 65_535) {
    throw new Error(`DATABASE_URL: the port of the host ${host} must be a number up to 65535.`);
  }
}

/** @param {string | null} value @param {number} hosts how many there are @returns {Need} */
function needOf(value, hosts) {
  if (value === null) return hosts > 1 ? 'read-write' : 'any';
  if (value === 'any' || value === 'read-write' || value === 'primary') return value;
  throw new Error(
    'DATABASE_URL: target_session_attrs must be read-write, primary or any: the service writes.',
  );
}

/** @param {string} address @throws {Error} */
function requireReadable(address) {
  // `pg` accepts an address without a host; URL does not, if it has a user name.
  if (URL.canParse(address) || URL.canParse(address.replace('@/', '@localhost/'))) return;
  throw new Error('DATABASE_URL cannot be read as an address: percent-encode what is special.');
}
