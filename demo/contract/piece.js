/** A place in the contract. References are followed: its address is where a thing really stands. */
export class Piece {
  /** @type {string | undefined} */
  #schemaId;

  /**
   * @param {any} contract the whole document
   * @param {readonly string[]} [address] keys from the document's root
   */
  constructor(contract, address = []) {
    this.contract = contract;
    this.address = followed(contract, address);
    /** Undefined where the contract has nothing. */
    this.value = valueAt(contract, this.address);
  }

  /**
   * A place further in; references on the way are followed too.
   *
   * @param {...(string | number)} keys
   * @returns {Piece}
   */
  at(...keys) {
    return keys.reduce(
      (/** @type {Piece} */ piece, key) =>
        new Piece(this.contract, [...piece.address, String(key)]),
      this,
    );
  }

  /** @returns {[string, Piece][]} */
  entries() {
    return Object.keys(this.value ?? {}).map((key) => [key, this.at(key)]);
  }

  /** By which ajv finds this schema: a JSON pointer (RFC 6901) in an address. */
  get schemaId() {
    this.#schemaId ??= schemaIdOf(this.address);
    return this.#schemaId;
  }
}

/** @param {any} contract @param {readonly string[]} address @returns {readonly string[]} */
function followed(contract, address) {
  const reference = valueAt(contract, address)?.$ref;
  if (!reference) return address;
  const keys = reference.slice('#/'.length).split('/');
  return followed(
    contract,
    keys.map((/** @type {string} */ key) => key.replaceAll('~1', '/').replaceAll('~0', '~')),
  );
}

/** @param {any} contract @param {readonly string[]} address */
const valueAt = (contract, address) => address.reduce((node, key) => node?.[key], contract);

/** @param {readonly string[]} address */
function schemaIdOf(address) {
  const keys = address.map((key) => key.replaceAll('~', '~0').replaceAll('/', '~1'));
  return `contract#/${keys.map(encodeURIComponent).join('/')}`;
}
