/**
 * What a failure means for people, in English and Swedish: for the statement and the conformance papers, which nobody reads who
 * knows the names of rules. By rule; for a rule that is not here, by criterion.
 *
 * @typedef {{ en: string, sv: string }} Words
 */

/** @type {Readonly<Record<string, Words>>} */
const BY_RULE = {
  keyboard: {
    en: 'A control cannot be reached by the Tab key: people who use a keyboard instead of a mouse cannot use it.',
    sv: 'En kontroll går inte att nå med tabbtangenten: den som använder tangentbord i stället för mus kan inte använda den.',
  },
  'role-focus': {
    en: 'Something that looks like a control cannot be reached by keyboard: people who do not use a mouse cannot use it.',
    sv: 'Något som ser ut som en kontroll går inte att nå med tangentbord: den som inte använder mus kan inte använda det.',
  },
  'focus-visible': {
    en: 'It is not seen which control has the focus: people who see and use a keyboard lose their place.',
    sv: 'Det syns inte vilken kontroll som har fokus: den som ser och använder tangentbord tappar bort sig.',
  },
  'repeated-id': {
    en: 'Two parts have the same mark, so a label or description reaches the wrong one: people who use a screen reader may hear the wrong name.',
    sv: 'Två delar har samma märkning, så att en etikett eller beskrivning hamnar fel: den som använder skärmläsare kan få höra fel namn.',
  },
  'dialog-name': {
    en: 'A dialog has no name: people who use a screen reader do not hear what it asks about.',
    sv: 'En dialogruta saknar namn: den som använder skärmläsare får inte höra vad den gäller.',
  },
  'dialog-focus': {
    en: 'A dialog opens, and the keyboard stays behind it: people who use a keyboard or a screen reader may not notice it.',
    sv: 'En dialogruta öppnas, men tangentbordet är kvar bakom den: den som använder tangentbord eller skärmläsare kanske inte märker den.',
  },
  'dialog-return': {
    en: 'When a dialog closes, the focus is lost: people who use a keyboard or a screen reader begin again from the top.',
    sv: 'När en dialogruta stängs försvinner fokus: den som använder tangentbord eller skärmläsare får börja om uppifrån.',
  },
  'axe image-alt': {
    en: 'An image has no text alternative: people who do not see it are not told what it shows.',
    sv: 'En bild saknar textalternativ: den som inte ser den får inte veta vad den visar.',
  },
  'axe button-name': {
    en: 'A button has no name: people who use a screen reader or voice control do not learn what it does.',
    sv: 'En knapp saknar namn: den som använder skärmläsare eller röststyrning får inte veta vad den gör.',
  },
  'axe link-name': {
    en: 'A link has no text: people who use a screen reader do not learn where it leads.',
    sv: 'En länk saknar text: den som använder skärmläsare får inte veta vart den leder.',
  },
  'axe label': {
    en: 'A field has no label: people who use a screen reader or voice control do not learn what to write.',
    sv: 'Ett fält saknar etikett: den som använder skärmläsare eller röststyrning får inte veta vad som ska skrivas.',
  },
  'axe select-name': {
    en: 'A list to choose from has no label: people who use a screen reader do not learn what is chosen.',
    sv: 'En vallista saknar etikett: den som använder skärmläsare får inte veta vad som väljs.',
  },
  'axe frame-title': {
    en: 'A frame has no name: people who use a screen reader do not learn what is in it.',
    sv: 'En inbäddad ram saknar namn: den som använder skärmläsare får inte veta vad den innehåller.',
  },
  'axe aria-hidden-focus': {
    en: 'The keyboard reaches something that is hidden from screen readers: people who use one hear nothing there.',
    sv: 'Tangentbordet når något som är dolt för skärmläsare: den som använder en sådan hör ingenting där.',
  },
  'axe nested-interactive': {
    en: 'One control lies inside another: people who use a screen reader may not find the inner one.',
    sv: 'En kontroll ligger inuti en annan: den som använder skärmläsare hittar kanske inte den inre.',
  },
  'axe list': {
    en: 'A list is built so that screen readers do not take it for one: their users do not hear how many items there are.',
    sv: 'En lista är byggd så att skärmläsare inte uppfattar den som en lista: den som använder en sådan får inte höra hur många punkter den har.',
  },
};

/** @type {Readonly<Record<string, Words>>} */
const BY_CRITERION = {
  '1.1.1': {
    en: 'An image or symbol has no text alternative: people who do not see it are not told what it means.',
    sv: 'En bild eller symbol saknar textalternativ: den som inte ser den får inte veta vad den betyder.',
  },
  '1.2.1': {
    en: 'A recording has no alternative in text: people who do not hear or do not see it miss what it says.',
    sv: 'En inspelning saknar alternativ i text: den som inte hör eller inte ser går miste om innehållet.',
  },
  '1.2.2': {
    en: 'A film has no captions: people who do not hear miss what is said.',
    sv: 'En film saknar undertexter: den som inte hör går miste om det som sägs.',
  },
  '1.2.3': {
    en: 'A film has no audio description and no text in its place: people who do not see miss what is shown.',
    sv: 'En film saknar syntolkning och ersättande text: den som inte ser går miste om det som visas.',
  },
  '1.2.4': {
    en: 'A live broadcast has no captions: people who do not hear miss what is said.',
    sv: 'En direktsändning saknar undertexter: den som inte hör går miste om det som sägs.',
  },
  '1.2.5': {
    en: 'A film has no audio description: people who do not see miss what is shown.',
    sv: 'En film saknar syntolkning: den som inte ser går miste om det som visas.',
  },
  '1.3.1': {
    en: 'The structure that is seen is not there in the code: people who use a screen reader miss what belongs together.',
    sv: 'Strukturen som syns finns inte i koden: den som använder skärmläsare får inte veta vad som hör ihop.',
  },
  '1.3.2': {
    en: 'Text stands in the wrong order or direction: people who read it, or listen to it, may misunderstand.',
    sv: 'Text står i fel ordning eller riktning: den som läser eller lyssnar kan missförstå.',
  },
  '1.3.3': {
    en: 'An instruction points to something by its shape, colour or place alone: people who do not see it cannot follow.',
    sv: 'En anvisning pekar ut något enbart genom form, färg eller plats: den som inte ser kan inte följa den.',
  },
  '1.3.4': {
    en: 'The page works in one orientation of the screen only: people who cannot turn it cannot use the page.',
    sv: 'Sidan fungerar bara i ett läge på skärmen: den som inte kan vrida den kan inte använda sidan.',
  },
  '1.3.5': {
    en: 'A field about the person does not say what it is for: browsers cannot fill it in for people who find writing hard.',
    sv: 'Ett fält om personen anger inte vad det är till för: webbläsaren kan inte fylla i det åt den som har svårt att skriva.',
  },
  '1.4.1': {
    en: 'Something is told apart by colour alone: people who do not see colours miss it.',
    sv: 'Något skiljs ut bara genom färg: den som inte ser färger missar det.',
  },
  '1.4.2': {
    en: 'Sound starts by itself and cannot be stopped: people who use a screen reader do not hear it.',
    sv: 'Ljud startar av sig självt och går inte att stoppa: den som använder skärmläsare hör den inte.',
  },
  '1.4.3': {
    en: 'Text has too little contrast: people with low vision, or in sunlight, may not be able to read it.',
    sv: 'Text har för låg kontrast: den som ser dåligt, eller sitter i solljus, kan ha svårt att läsa den.',
  },
  '1.4.4': {
    en: 'Text cannot be enlarged without being cut off: people who need large text cannot read all of it.',
    sv: 'Text går inte att förstora utan att delar försvinner: den som behöver stor text kan inte läsa allt.',
  },
  '1.4.10': {
    en: 'Content does not fit in a narrow window: people who enlarge the page, or use a telephone, have to scroll sideways or lose text.',
    sv: 'Innehåll ryms inte i ett smalt fönster: den som förstorar sidan eller använder mobil måste rulla i sidled eller går miste om text.',
  },
  '1.4.11': {
    en: 'A control or a sign has too little contrast: people with low vision may not find it.',
    sv: 'En kontroll eller symbol har för låg kontrast: den som ser dåligt hittar den kanske inte.',
  },
  '1.4.12': {
    en: 'Text is cut off when its lines and letters are set further apart: people who need that to read lose words.',
    sv: 'Text försvinner när avståndet mellan rader och bokstäver ökas: den som behöver det för att läsa går miste om ord.',
  },
  '1.4.13': {
    en: 'Something that appears under the pointer or the focus cannot be reached or closed: people who enlarge the page cannot read it, or what it covers.',
    sv: 'Något som dyker upp vid pekaren eller fokus går inte att nå eller stänga: den som förstorar sidan kan inte läsa det, eller det som skyms.',
  },
  '2.1.1': {
    en: 'Something works with a mouse only: people who use a keyboard cannot use it.',
    sv: 'Något fungerar bara med mus: den som använder tangentbord kan inte använda det.',
  },
  '2.1.2': {
    en: 'The keyboard is held in one place: people who use it cannot go on, and have to load the page again.',
    sv: 'Tangentbordet fastnar på ett ställe: den som använder det kommer inte vidare och måste ladda om sidan.',
  },
  '2.2.1': {
    en: 'The page is replaced after a time that cannot be changed: people who need longer do not get done.',
    sv: 'Sidan byts ut efter en tid som inte går att ändra: den som behöver längre tid hinner inte klart.',
  },
  '2.2.2': {
    en: 'Something moves by itself and cannot be stopped: people who are easily distracted cannot concentrate on the text.',
    sv: 'Något rör sig av sig självt och går inte att stoppa: den som lätt blir distraherad kan inte koncentrera sig på texten.',
  },
  '2.4.1': {
    en: 'What is repeated on each page cannot be skipped: people who use a keyboard or a screen reader have to go through it each time.',
    sv: 'Det som upprepas på varje sida går inte att hoppa över: den som använder tangentbord eller skärmläsare måste ta sig igenom det varje gång.',
  },
  '2.4.2': {
    en: 'The page has no title: people who use a screen reader do not learn where they are.',
    sv: 'Sidan saknar titel: den som använder skärmläsare får inte veta var den är.',
  },
  '2.4.3': {
    en: 'The focus moves in an order that makes no sense: people who use a keyboard or a screen reader lose their place.',
    sv: 'Fokus flyttas i en ordning som inte är begriplig: den som använder tangentbord eller skärmläsare tappar bort sig.',
  },
  '2.4.4': {
    en: 'It is not clear where a link leads: people who use a screen reader have to try.',
    sv: 'Det framgår inte vart en länk leder: den som använder skärmläsare måste pröva sig fram.',
  },
  '2.4.6': {
    en: 'A heading or label does not say what follows: people who use a screen reader find their way less easily.',
    sv: 'En rubrik eller etikett säger inte vad som följer: den som använder skärmläsare har svårare att hitta.',
  },
  '2.4.7': {
    en: 'It is not seen where the focus is: people who see and use a keyboard lose their place.',
    sv: 'Det syns inte var fokus är: den som ser och använder tangentbord tappar bort sig.',
  },
  '2.4.11': {
    en: 'What has the focus is covered by another part of the page: people who see and use a keyboard do not see where they are.',
    sv: 'Det som har fokus täcks av en annan del av sidan: den som ser och använder tangentbord ser inte var den är.',
  },
  '2.5.3': {
    en: 'A control has another name than the one that is seen: people who use voice control say the words, and nothing happens.',
    sv: 'En kontroll har ett annat namn än det som syns: den som använder röststyrning säger orden utan att något händer.',
  },
  '2.5.7': {
    en: 'Something can be done by dragging only: people who cannot hold and move a pointer cannot do it.',
    sv: 'Något går bara att göra genom att dra: den som inte kan hålla och flytta en pekare kan inte göra det.',
  },
  '2.5.8': {
    en: 'Controls are small and close together: people whose hands shake, or who use a telephone, press the wrong one.',
    sv: 'Kontroller är små och ligger tätt: den som har skakiga händer eller använder mobil trycker fel.',
  },
  '3.1.1': {
    en: 'The page does not say which language it is in: screen readers may read it aloud with the wrong pronunciation.',
    sv: 'Sidan anger inte vilket språk den är på: skärmläsare kan läsa upp den med fel uttal.',
  },
  '3.1.2': {
    en: 'Text in another language is not marked: screen readers read it aloud with the wrong pronunciation.',
    sv: 'Text på ett annat språk är inte märkt: skärmläsare läser upp den med fel uttal.',
  },
  '3.2.1': {
    en: 'Something changes as soon as it gets the focus: people who use a keyboard or a screen reader lose their place.',
    sv: 'Något ändras så fort det får fokus: den som använder tangentbord eller skärmläsare tappar bort sig.',
  },
  '3.2.2': {
    en: 'Something happens as soon as a field is changed: people who use a screen reader, or find reading hard, do not notice it or lose their place.',
    sv: 'Något händer så fort ett fält ändras: den som använder skärmläsare eller har svårt att läsa märker det inte eller tappar bort sig.',
  },
  '3.3.1': {
    en: 'A field is marked as wrong without words: people who use a screen reader, or do not see colours, do not learn what is wrong.',
    sv: 'Ett fält är markerat som fel utan text: den som använder skärmläsare eller inte ser färger får inte veta vad som är fel.',
  },
  '3.3.2': {
    en: 'A field has no label that stays: people who forget easily, or use a screen reader, do not know what to write.',
    sv: 'Ett fält saknar en etikett som står kvar: den som lätt glömmer, eller använder skärmläsare, vet inte vad som ska skrivas.',
  },
  '4.1.2': {
    en: 'A control does not say what it is, what it is called or what state it is in: people who use a screen reader or voice control cannot use it.',
    sv: 'En kontroll talar inte om vad den är, vad den heter eller vilket läge den har: den som använder skärmläsare eller röststyrning kan inte använda den.',
  },
  '4.1.3': {
    en: 'A message is not announced as it should be: people who use a screen reader miss it, or are talked over.',
    sv: 'Ett meddelande läses inte upp som det ska: den som använder skärmläsare missar det eller blir avbruten.',
  },
};

const FALLBACK = {
  en: 'Something on the page does not meet this requirement.',
  sv: 'Något på sidan uppfyller inte detta krav.',
};

/**
 * What a finding means, and for whom.
 *
 * @param {{ rule: string, also?: readonly string[], criteria: readonly string[] }} finding
 * @returns {Words | undefined} undefined when nothing has been written for it
 */
export const ownSentence = ({ rule, also = [], criteria }) =>
  [rule, ...also].map((each) => BY_RULE[each]).find(Boolean) ??
  criteria.map((number) => BY_CRITERION[number]).find(Boolean);

/** @param {{ rule: string, also?: readonly string[], criteria: readonly string[] }} finding @returns {Words} */
export const sentenceOf = (finding) => ownSentence(finding) ?? FALLBACK;
