import { CRITERIA } from '../wcag.js';
import { sampleOf, toolsOf } from './method.js';
import { remarksOf } from './remarks.js';

/** @typedef {{ wcag: string[], en: string, sv: string, workaround: { en: string, sv: string } }} KnownIssue */
/** @typedef {import('../summary.js').Summary} Summary */

/** Where anybody may tell the Swedish supervisory authority (Digg) of a page that is not accessible. */
const AUTHORITY = 'https://www.digg.se/tdosanmalan';

const one = (
  /** @type {number} */ count,
  /** @type {string} */ single,
  /** @type {string} */ many,
) => `${count} ${count === 1 ? single : many}`;

/**
 * A draft of the statement by the Swedish act (2018:1937) and Commission Implementing Decision (EU) 2018/1523, with the points of
 * the supervisory authority's model. What the tool cannot know is a placeholder in braces.
 *
 * @param {'en' | 'sv'} lang
 * @param {Summary} summary
 * @returns {string} Markdown
 */
export function statementOf(lang, summary) {
  const remarks = remarksOf(summary);
  const failed = CRITERIA.filter(({ number }) => remarks.has(number)).map(
    (criterion) =>
      `- ${criterion.number} ${criterion[lang]} (${criterion.level}): ${remarks.get(criterion.number)?.[lang].join(' ')}`,
  );
  const places = sampleOf(summary);
  const looks = summary.run.results.filter(({ status }) => status === 'audited').length;
  const facts = {
    ...{ failed, places, looks, summary },
    issues: summary.about.issues ?? [],
    rest: CRITERIA.length - failed.length,
    lost: summary.notAudited,
    open: summary.undecided.length,
  };
  return lang === 'sv' ? swedish(facts) : english(facts);
}

/**
 * @typedef {object} Facts
 * @property {string[]} failed lines
 * @property {{ place: string, views: string[] }[]} places
 * @property {number} looks
 * @property {Summary} summary
 * @property {readonly KnownIssue[]} issues
 * @property {number} rest criteria that wait for a person
 * @property {readonly import('../run.js').Result[]} lost
 * @property {number} open what the machine could not decide
 */

/** @param {Facts} facts */
function swedish({ failed, places, looks, summary, issues, rest, lost, open }) {
  const { about } = summary;
  const actor = about.organisation ?? '{myndighetens namn}';
  const known = issues.map(
    ({ sv, wcag, workaround }) => `- ${sv} (WCAG ${wcag.join(', ')}). ${workaround.sv}`,
  );
  return `# Tillgänglighetsredogörelse för ${about.subject}

> Utkast från automatiska resultat. Myndigheten granskar sidan, fyller i det som står inom klammer och godkänner sin egen
> redogörelse enligt lagen (2018:1937) om tillgänglighet till digital offentlig service.

${actor} ansvarar för ${about.subject}. Här beskrivs hur tjänsten uppfyller lagen om tillgänglighet till digital offentlig
service, vilka brister som är kända och hur du kan rapportera fler.

## Hur tillgänglig är tjänsten?

Tjänsten är ${failed.length ? '{delvis förenlig | inte förenlig} (brister är funna, den är alltså inte helt förenlig)' : '{helt förenlig | delvis förenlig | inte förenlig: ingen människa har bedömt det än}'} med lagen om tillgänglighet till digital offentlig service.

## Vad kan du göra om du inte kan använda delar av tjänsten?

Behöver du innehåll på ett annat sätt, till exempel uppläst, i punktskrift eller lättläst? Hör av dig:

- e-post: ${about.email ?? '{e-postadress}'}
- telefon: {telefonnummer}
- {antal dagar tills du får svar}

## Rapportera brister

Berätta för oss om något inte fungerar: ${about.email ?? '{e-postadress eller formulär}'}.

## Tillsyn

Myndigheten för digital förvaltning (Digg) har tillsyn över att lagen följs. Är du inte nöjd med vårt svar kan du anmäla det till
Digg: ${AUTHORITY}

## Innehåll som inte är tillgängligt

### Brister mot lagens krav

${failed.join('\n') || 'Den automatiska granskningen hittade inga brister. Det betyder inte att allt är tillgängligt.'}

{Skäl för varje brist: när rättas den?}

### Oskäligt betungande (12 §)

{Vad och varför, eller: Vi åberopar inget undantag.}

### Innehåll som inte omfattas av lagen (9 §)

{Vad, eller: Inget.}
${known.length ? `\n### Kända brister, och hur man kommer runt dem\n\n${known.join('\n')}\n` : ''}
## Hur vi har testat

${one(places.length, 'sida eller läge', 'sidor eller lägen')}, ${one(looks, 'gång', 'gånger')}${varied(places, 'sv')}, med ${toolsOf(summary)}.${lost.length ? ` ${one(lost.length, 'vy gick', 'vyer gick')} inte att granska.` : ''}${open ? ` I ${one(open, 'fall', 'fall')} kunde maskinen inte avgöra om något är fel.` : ''} ${rest} av ${CRITERIA.length} framgångskriterier i WCAG 2.2 (A och AA) väntar på att en människa bedömer dem.

Vem som har bedömt: ${about.assessment === 'third-party' ? 'en tredje part, {namn}' : about.assessment === 'self' ? `${actor} själv (självskattning)` : '{självskattning | tredje part, namn}'}.

Senaste bedömningen: ${about.date}. Redogörelsen uppdaterades senast: {datum}.
`;
}

/** @param {Facts} facts */
function english({ failed, places, looks, summary, issues, rest, lost, open }) {
  const { about } = summary;
  const actor = about.organisation ?? '{name of the public body}';
  const known = issues.map(
    ({ en, wcag, workaround }) => `- ${en} (WCAG ${wcag.join(', ')}). ${workaround.en}`,
  );
  return `# Accessibility statement for ${about.subject}

> Draft from automatic results. The public body evaluates the page, fills in what stands in braces, and approves its own
> statement under the Swedish act on accessibility to digital public service (2018:1937).

${actor} is responsible for ${about.subject}. This statement says how the service meets the act on accessibility to digital public
service, which failures are known, and how to report others.

## How accessible is the service?

The service is ${failed.length ? '{partially compliant | not compliant} (failures were found, so it is not fully compliant)' : '{fully compliant | partially compliant | not compliant: no person has evaluated it yet}'} with the act on accessibility to digital public service.

## If you cannot use parts of the service

Do you need content in another way, such as read aloud, in braille or easy to read? Contact us:

- email: ${about.email ?? '{email address}'}
- telephone: {telephone number}
- {days until you get an answer}

## Report failures

Tell us if something does not work: ${about.email ?? '{email address or form}'}.

## Enforcement

The Agency for Digital Government (Digg) supervises the act. If you are not content with our answer, report it to Digg:
${AUTHORITY}

## Content that is not accessible

### Failures to meet the requirements

${failed.join('\n') || 'The automated checks found no issues. That does not mean that everything is accessible.'}

{Reason for each failure: when will it be mended?}

### Disproportionate burden (section 12)

{What and why, or: We claim no exemption.}

### Content outside the scope of the act (section 9)

{What, or: None.}
${known.length ? `\n### Known issues and workarounds\n\n${known.join('\n')}\n` : ''}
## How it was tested

${one(places.length, 'page or state', 'pages or states')}, looked at ${one(looks, 'time', 'times')}${varied(places, 'en')}, with ${toolsOf(summary)}.${lost.length ? ` ${one(lost.length, 'view', 'views')} could not be audited.` : ''}${open ? ` In ${one(open, 'case', 'cases')} the machine could not decide whether something is wrong.` : ''} ${rest} of ${CRITERIA.length} success criteria of WCAG 2.2 (A and AA) wait for a person's evaluation.

Who assessed it: ${about.assessment === 'third-party' ? 'a third party, {name}' : about.assessment === 'self' ? `${actor} (self-assessment)` : '{self-assessment | third party, name}'}.

Latest assessment: ${about.date}. This statement was last updated: {date}.
`;
}

/** What differed between the looks, and nothing else. @param {{ views: string[] }[]} places @param {'en' | 'sv'} lang */
function varied(places, lang) {
  const views = [...new Set(places.flatMap(({ views: each }) => each))].map((view) =>
    view.split(' '),
  );
  const differ = (/** @type {(words: string[]) => string | undefined} */ part) =>
    new Set(views.map(part)).size > 1;
  const words = [
    differ((view) => view.at(-2)) && { en: 'colours', sv: 'färger' }[lang],
    differ((view) => view.at(-1)) && { en: 'widths', sv: 'bredder' }[lang],
    differ((view) => view.at(-3)) && { en: 'languages', sv: 'språk' }[lang],
  ].filter(Boolean);
  return words.length ? ` (${words.join(', ')})` : '';
}
