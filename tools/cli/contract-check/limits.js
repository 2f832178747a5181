const mostGuesses = 200;

/**
 * The number of failed attempts must be limited. The last group: it uses up the attempts of this address, so that
 * letters cannot be checked for a minute.
 *
 * @param {import('./client.js').ContractClient} client
 * @param {import('./settings.js').CheckSettings} settings
 */
export async function checkLimits(client, { letters: [letter] }) {
  /** @param {string} letterReference */
  const guess = (letterReference) =>
    client.ask('guessing letters', 'POST', '/letter-checks', {
      body: { letterReference },
      limited: true,
    });
  let answer = await guess('GUESS-0');
  for (let count = 1; count < mostGuesses && answer.status !== 429; count += 1) {
    answer = await guess(`GUESS-${count}`);
  }
  const isLimited = answer.status === 429 && answer.code === 'rate-limited';
  client.expect('guessing letters ends in 429', isLimited, answer.status);
  if (!isLimited) return;
  const wait = Number(answer.headers.get('retry-after'));
  client.expect('429 says how long to wait', wait > 0, answer.headers.get('retry-after'));
  const right = await guess(letter);
  client.expect('right letters get the same 429', right.text === answer.text, right.text);
}
