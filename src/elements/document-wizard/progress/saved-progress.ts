import type { SavedProgress, WizardFacts } from '../state.js';

/** Says that a saved address is whole. */
const END = 'end';

const keyOf = (name: string) => `lucka:wizard:${name}`;

export function readSession(name: string): SavedProgress | undefined {
  try {
    return parseSavedProgress(JSON.parse(sessionStorage.getItem(keyOf(name)) ?? 'null'));
  } catch {
    return undefined;
  }
}

export function writeSession(name: string, progress: SavedProgress): void {
  const { facts, step: at, doneItems: done } = progress;
  try {
    if (at || Object.keys(facts).length)
      sessionStorage.setItem(keyOf(name), JSON.stringify({ facts, at, done }));
    else sessionStorage.removeItem(keyOf(name));
  } catch {
    // Blocked or full: then nothing is kept, as with `none`.
  }
}

/** Storage may hold anything. */
function parseSavedProgress(value: unknown): SavedProgress | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { facts, at, done } = value as Record<string, unknown>;
  return {
    facts: typeof facts === 'object' && facts !== null ? (facts as WizardFacts) : {},
    step: typeof at === 'string' ? at : '',
    doneItems: Array.isArray(done) ? done.map(String) : [],
  };
}

/**
 * `#identity-documents=q-visit;document:passport;requirements:original+photo;end`, among other parts divided by `&`. Mail
 * programs encode it and cut it: without its end the last answer may be half, and is left out.
 */
export function readFragment(name: string): SavedProgress | undefined {
  const text = partsOf(location.hash, name).find((part) => part.startsWith(`${name}=`));
  if (text === undefined) return undefined;
  const [step = '', ...answers] = text.slice(name.length + 1).split(';');
  // The end itself, or what may be cut off.
  answers.pop();
  const facts = answers.flatMap((answer) => {
    const [fact, values] = answer.split(':');
    return fact && values ? [[fact, values.split('+')] as const] : [];
  });
  return { step, facts: Object.fromEntries(facts), doneItems: [] };
}

export function addressWith(name: string, { step, facts }: SavedProgress): string {
  const answers = Object.entries(facts).map(([fact, way]) => `${fact}:${[way].flat().join('+')}`);
  if (answers.length) answers.push(END);
  const others = partsOf(location.hash, name).filter((part) => !part.startsWith(`${name}=`));
  const own = step || answers.length ? [`${name}=${[step, ...answers].join(';')}`] : [];
  const hash = [...others, ...own].join('&');
  return `${location.pathname}${location.search}${hash && `#${hash}`}`;
}

/** Of a fragment: what is not ours stays as it is written. */
const partsOf = (hash: string, name: string): string[] =>
  hash
    .replace(/^#/, '')
    .split('&')
    .filter(Boolean)
    .flatMap((part) => {
      const isOwn = part.startsWith(`${name}=`);
      // Encoded whole, with the parts beside it.
      const text = isOwn || !part.includes('=') ? decode(part) : part;
      return isOwn || `&${text}`.includes(`&${name}=`) ? text.split('&') : part;
    });

/** Without an escape that was cut off. Escapes that stand for no character stay, and the others are decoded. */
const decode = (text: string): string =>
  text.replace(/%[\da-f]?$/i, '').replace(/(?:%[\da-f]{2})+/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes);
    } catch {
      return escapes;
    }
  });
