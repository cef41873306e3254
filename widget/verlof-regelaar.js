/**
 * <verlof-regelaar>: from a situation to an answer of the Verlofregelaar API, in any page.
 *
 * One ES module, no dependencies. Everything about the law comes from the API; only interface words live here.
 * Answers are kept in the memory of this element and nowhere else: no cookie, no storage, no address, no third party.
 * How to embed it: docs/inbedden.md. Licence: EUPL-1.2.
 *
 * Order of this file: words, small helpers, the API, questions as form controls, the element, its style.
 */

export const VERSIE = "1.0.0";

// --- words of the interface ---------------------------------------------------------------------

const WOORDEN = {
  nl: {
    naam: "Verlofregelaar",
    andereTaal: "English",
    // start
    startKop: "Welk verlof past bij jou?",
    startIntro: "Vertel wat er speelt. Je ziet wat de wet zegt, hoelang je vrij kunt zijn, wat je betaald krijgt en wat je moet doen.",
    zoekLabel: "Zeg het in je eigen woorden",
    zoekHulp: "Bijvoorbeeld: mijn kind is ziek. Noem geen namen.",
    zoek: "Zoeken",
    zoekLeeg: "Typ eerst wat er speelt.",
    gevonden: ["Dit lijkt op wat je zegt", "Dit lijkt op wat je zegt"],
    aantalGevonden: ["1 situatie gevonden", "{0} situaties gevonden"],
    nietGevonden: "Niets gevonden. Zeg het met andere woorden, of kies hieronder.",
    kies: "Of kies wat op je lijkt",
    kiesHr: "Voor werkgevers en HR",
    toonAlle: "Toon alle {0} situaties",
    toonMinder: "Toon minder",
    weetVerlof: "Ik weet al welk verlof ik zoek",
    kiesVerlof: "Kies een soort verlof",
    // questions
    vraagNr: "Vraag {0}",
    nog: ["nog ongeveer 1 vraag", "nog ongeveer {0} vragen"],
    laatste: "misschien de laatste",
    verder: "Verder",
    terug: "Terug",
    weetNiet: "Weet ik niet",
    ja: "Ja",
    nee: "Nee",
    dag: "Dag",
    maand: "Maand",
    jaar: "Jaar",
    van: "Eerste dag",
    tot: "Laatste dag",
    periode: "Periode {0}",
    periodeErbij: "Nog een periode",
    periodeWeg: "Haal periode {0} weg",
    periodeGeen: "Geen periode",
    datumHulp: "Bijvoorbeeld 27 3 2026",
    alles: "Alle vragen op één pagina",
    eenVoorEen: "Eén vraag tegelijk",
    allesKop: "Jouw situatie",
    allesIntro: "Weet je iets niet? Laat het open. Dat is geen nee.",
    erbij: ["Er is 1 vraag bij gekomen.", "Er zijn {0} vragen bij gekomen."],
    toonNu: "Toon nu al de uitkomst",
    antwoorden: "Je antwoorden",
    wijzig: "Wijzig",
    wijzigWat: "Wijzig: {0}",
    kiesEerst: "Kies een antwoord. Weet je het niet? Kies dan ‘Weet ik niet’.",
    vulEerst: "Vul iets in. Weet je het niet? Kies dan ‘Weet ik niet’.",
    geenGetal: "Vul een getal in, bijvoorbeeld 32 of 7,5.",
    geenDatum: "Vul een dag in die bestaat, met cijfers: dag, maand en jaar.",
    foutKop: "Kijk dit nog even na",
    // results
    uitkomstKop: "Dit past bij jou",
    nietsKop: "Dit is ons antwoord",
    niets: "We vonden geen verlof dat bij je antwoorden past. Hieronder staat per verlof waarom niet.",
    wetOp: "Volgens de wet op {0}",
    regels: "regels {0}",
    routeKop: "In deze volgorde",
    andereRoutes: "Andere volgordes",
    geenRechtKop: "Dit past niet bij je antwoorden",
    andereKeus: "Andere situatie",
    oordeel: {
      recht: "Je hebt hier recht op",
      "geen-recht": "Geen recht",
      "vraag-nodig": "Hangt af van je antwoord",
      "oordeel-nodig": "Hangt af van een afweging",
      afspraak: "In overleg met je werkgever",
      "andere-regeling": "Via een andere regeling",
      voorstel: "Plan, nog geen wet",
    },
    hoeveel: "Hoeveel",
    wanneer: "Wanneer",
    geld: "Geld",
    melden: "Melden",
    aanvragen: "Aanvragen",
    uur: ["1 uur", "{0} uur"],
    weken: ["1 week", "{0} weken"],
    dagen: ["1 dag", "{0} dagen"],
    werkdagen: ["1 werkdag", "{0} werkdagen"],
    achturig: ["dat is 1 dag van 8 uur", "dat zijn {0} dagen van 8 uur"],
    resterend: ["nog 1 uur over", "nog {0} uur over"],
    tm: "{0} tot en met {1}",
    vanaf: "vanaf {0}",
    totEnMet: "tot en met {0}",
    uiterlijk: "uiterlijk {0}",
    grondslag: { loon: "{0}% van je loon", dagloon: "{0}% van je dagloon", minimumloon: "{0}% van het minimumloon", winst: "{0}%, op basis van je winst" },
    onbetaald: "Onbetaald",
    door: { werkgever: "van je werkgever", uwv: "van UWV" },
    per: { dag: "per dag", uur: "per uur", week: "per week", maand: "per maand" },
    soort: { exact: "bruto", maximum: "bruto, ten hoogste", schatting: "bruto, geschat" },
    geldigVanaf: "Deze regel geldt sinds {0}",
    geldigTot: "Deze regel gold van {0} tot en met {1}",
    stappen: "Zo regel je het",
    bewijs: "Dit kun je laten zien",
    waarom: "Waarom",
    vw: { voldaan: "Klopt", "niet-voldaan": "Klopt niet", onbekend: "Nog niet bekend", "open-norm": "Iemand moet dit afwegen" },
    artikel: "{0} artikel {1}",
    lid: " lid {0}",
    helpt: "Wat zou helpen",
    aannames: "Waar we van uitgaan",
    datums: "Alle datums",
    datumNaam: {
      "vroegste-ingang": "Kan op zijn vroegst", "laatste-ingang": "Begint op zijn laatst", "melden-werkgever": "Melden bij je werkgever",
      "aanvragen-uwv": "Aanvragen bij UWV", "aanvragen-uwv-tot": "Aanvragen bij UWV kan tot en met", "geboorte-melden": "Geboorte melden",
      ziekenhuisverklaring: "Verklaring van het ziekenhuis", "spreiden-aanvragen": "Vragen om te spreiden", "spreiden-antwoord": "Antwoord op spreiden",
      "ononderbroken-tot": "Aaneengesloten tot en met", "overlijden-melden": "Overlijden melden", "akten-inleveren": "Akten inleveren",
      "werkgever-declareert": "Je werkgever vraagt het geld aan", "beslissing-werkgever": "Je werkgever antwoordt", "werkgever-wijzigt-tot": "Je werkgever kan wijzigen tot en met",
      "informatie-opvragen": "Informatie opvragen", "gebruiken-voor": "Gebruiken voor", "onderbreking-uiterlijk": "Onderbreken",
      "betaalverzoek-tot": "Geld vragen tot en met", "nieuwe-periode-vanaf": "Nieuwe periode vanaf", "opnieuw-vragen-vanaf": "Opnieuw vragen kan vanaf", vervaldatum: "Te gebruiken tot en met",
    },
    aan: { werkgever: "bij je werkgever", uwv: "bij UWV" },
    vorm: { schriftelijk: "schriftelijk" },
    cao: "Kijk ook in je cao: daarin kunnen andere afspraken staan.",
    caoNiet: "Je cao kan dit niet slechter voor je maken.",
    uitstaand: "Dit willen we nog weten",
    bedragVraag: "Reken ook het bedrag uit",
    neeKop: "Mijn baas zegt nee",
    reden: "Wat zegt je werkgever?",
    vraagRaad: "Wat kan ik doen?",
    terugSchrijven: "Dit kun je terugschrijven",
    wieHelpt: "Wie kan helpen",
    magNiet: "Je werkgever mag dit verlof niet weigeren.",
    magWel: "Je werkgever mag dit verlof soms weigeren.",
    magMet: "Je werkgever mag dit verlof alleen weigeren met een goede reden: {0}.",
    magWijzigen: "Je werkgever mag wel vragen om andere dagen.",
    antwoordVoor: "Je werkgever antwoordt uiterlijk op {0}.",
    // letter, calendar, print
    brief: "Brief maken",
    briefKop: "Je brief: {0}",
    briefIntro: "Vul zelf je naam en je werkgever in. Wij vragen en bewaren die niet.",
    briefTaal: "Taal van de brief",
    briefTalen: { nl: "Nederlands", en: "Engels", "nl+en": "Nederlands en Engels naast elkaar" },
    kopieer: "Kopieer de tekst",
    gekopieerd: "De tekst is gekopieerd.",
    bewaarDocx: "Bewaar als Word-bestand",
    bewaarTekst: "Bewaar als tekst",
    bewaarHtml: "Bewaar als webpagina",
    agenda: "Zet in agenda",
    bewaard: "{0} staat bij je downloads.",
    afdrukken: "Afdrukken",
    naarUitkomst: "Terug naar de uitkomst",
    // states
    laden: "Even laden",
    rekenen: "Even rekenen",
    traag: "Het duurt langer dan anders. We proberen het nog.",
    opnieuw: "Probeer opnieuw",
    bewaardeAntwoorden: "Je antwoorden staan er nog.",
    storing: {
      offline: ["Geen verbinding", "We kunnen de dienst niet bereiken. Kijk of je internet hebt en probeer het opnieuw."],
      tijd: ["Het duurt te lang", "De dienst geeft geen antwoord. Probeer het over een paar minuten opnieuw."],
      druk: ["Het is nu druk", "Er komen te veel vragen tegelijk. Probeer het over {0} opnieuw."],
      fout: ["Er ging iets mis", "De dienst werkt nu niet goed. Dat ligt niet aan jou. Probeer het later opnieuw."],
      invoer: ["Dat antwoord kunnen we niet gebruiken", "Kijk je antwoorden na."],
      ontbreekt: ["Dit kan hier nog niet", "Deze dienst biedt dit onderdeel nog niet aan."],
    },
    seconden: ["1 seconde", "{0} seconden"],
    minuten: ["1 minuut", "{0} minuten"],
    intussen: "Intussen kun je hier terecht",
    situatiesLijst: "De situaties die we kennen",
    nieuwVenster: "(andere site)",
    wis: "Wis alles",
    gewist: "Al je antwoorden zijn gewist.",
    privacy: "Je antwoorden blijven in dit venster. We bewaren niets en volgen je niet.",
    geenAdvies: "Dit is uitleg van de wet, geen juridisch advies.",
  },
  en: {
    naam: "Leave guide",
    andereTaal: "Nederlands",
    startKop: "Which leave fits your situation?",
    startIntro: "Tell us what is going on. You will see what Dutch law says, how long you can be off, what you are paid and what you need to do.",
    zoekLabel: "Say it in your own words",
    zoekHulp: "For example: my child is ill. Do not use names.",
    zoek: "Search",
    zoekLeeg: "First type what is going on.",
    gevonden: ["This looks like what you said", "This looks like what you said"],
    aantalGevonden: ["1 situation found", "{0} situations found"],
    nietGevonden: "Nothing found. Use other words, or choose below.",
    kies: "Or choose what fits you",
    kiesHr: "For employers and HR",
    toonAlle: "Show all {0} situations",
    toonMinder: "Show fewer",
    weetVerlof: "I already know which leave I want",
    kiesVerlof: "Choose a kind of leave",
    vraagNr: "Question {0}",
    nog: ["about 1 more question", "about {0} more questions"],
    laatste: "perhaps the last one",
    verder: "Continue",
    terug: "Back",
    weetNiet: "I don’t know",
    ja: "Yes",
    nee: "No",
    dag: "Day",
    maand: "Month",
    jaar: "Year",
    van: "First day",
    tot: "Last day",
    periode: "Period {0}",
    periodeErbij: "Add a period",
    periodeWeg: "Remove period {0}",
    periodeGeen: "No period",
    datumHulp: "For example 27 3 2026",
    alles: "All questions on one page",
    eenVoorEen: "One question at a time",
    allesKop: "Your situation",
    allesIntro: "Is there something you don’t know? Leave it open. That does not count as no.",
    erbij: ["There is 1 new question.", "There are {0} new questions."],
    toonNu: "Show the outcome now",
    antwoorden: "Your answers",
    wijzig: "Change",
    wijzigWat: "Change: {0}",
    kiesEerst: "Choose an answer. If you don’t know, choose ‘I don’t know’.",
    vulEerst: "Fill something in. If you don’t know, choose ‘I don’t know’.",
    geenGetal: "Enter a number, for example 32 or 7.5.",
    geenDatum: "Enter a day that exists, in figures: day, month and year.",
    foutKop: "Please check this",
    uitkomstKop: "This fits your situation",
    nietsKop: "This is our answer",
    niets: "We found no leave that fits your answers. Below you see why, for each kind of leave.",
    wetOp: "According to the law on {0}",
    regels: "rules {0}",
    routeKop: "In this order",
    andereRoutes: "Other orders",
    geenRechtKop: "This does not fit your answers",
    andereKeus: "Other situation",
    oordeel: {
      recht: "You have a right to this",
      "geen-recht": "No right",
      "vraag-nodig": "Depends on your answer",
      "oordeel-nodig": "Depends on a judgement",
      afspraak: "By agreement with your employer",
      "andere-regeling": "Under another scheme",
      voorstel: "A plan, not law yet",
    },
    hoeveel: "How much",
    wanneer: "When",
    geld: "Money",
    melden: "Tell them",
    aanvragen: "Apply",
    uur: ["1 hour", "{0} hours"],
    weken: ["1 week", "{0} weeks"],
    dagen: ["1 day", "{0} days"],
    werkdagen: ["1 working day", "{0} working days"],
    achturig: ["that is 1 day of 8 hours", "that is {0} days of 8 hours"],
    resterend: ["1 hour left", "{0} hours left"],
    tm: "{0} up to and including {1}",
    vanaf: "from {0}",
    totEnMet: "up to and including {0}",
    uiterlijk: "by {0}",
    grondslag: { loon: "{0}% of your wage", dagloon: "{0}% of your daily wage", minimumloon: "{0}% of the minimum wage", winst: "{0}%, based on your profit" },
    onbetaald: "Unpaid",
    door: { werkgever: "from your employer", uwv: "from UWV" },
    per: { dag: "per day", uur: "per hour", week: "per week", maand: "per month" },
    soort: { exact: "gross", maximum: "gross, at most", schatting: "gross, estimated" },
    geldigVanaf: "This rule applies since {0}",
    geldigTot: "This rule applied from {0} up to and including {1}",
    stappen: "How to arrange it",
    bewijs: "What you can show",
    waarom: "Why",
    vw: { voldaan: "Met", "niet-voldaan": "Not met", onbekend: "Not known yet", "open-norm": "Someone has to weigh this" },
    artikel: "{0} article {1}",
    lid: " paragraph {0}",
    helpt: "What would help",
    aannames: "What we assumed",
    datums: "All dates",
    datumNaam: {
      "vroegste-ingang": "Earliest start", "laatste-ingang": "Latest start", "melden-werkgever": "Tell your employer",
      "aanvragen-uwv": "Apply to UWV", "aanvragen-uwv-tot": "Apply to UWV until", "geboorte-melden": "Report the birth",
      ziekenhuisverklaring: "Statement from the hospital", "spreiden-aanvragen": "Ask to spread", "spreiden-antwoord": "Answer on spreading",
      "ononderbroken-tot": "In one piece until", "overlijden-melden": "Report the death", "akten-inleveren": "Hand in certificates",
      "werkgever-declareert": "Your employer asks for the money", "beslissing-werkgever": "Your employer answers", "werkgever-wijzigt-tot": "Your employer can change until",
      "informatie-opvragen": "Ask for information", "gebruiken-voor": "Use before", "onderbreking-uiterlijk": "Interrupt",
      "betaalverzoek-tot": "Ask for payment until", "nieuwe-periode-vanaf": "New period from", "opnieuw-vragen-vanaf": "Ask again from", vervaldatum: "Can be used until",
    },
    aan: { werkgever: "your employer", uwv: "UWV" },
    vorm: { schriftelijk: "in writing" },
    cao: "Also look in your collective agreement (cao): it may say something else.",
    caoNiet: "Your collective agreement (cao) cannot make this worse for you.",
    uitstaand: "What we would still like to know",
    bedragVraag: "Work out the amount too",
    neeKop: "My boss says no",
    reden: "What does your employer say?",
    vraagRaad: "What can I do?",
    terugSchrijven: "What you can write back",
    wieHelpt: "Who can help",
    magNiet: "Your employer may not refuse this leave.",
    magWel: "Your employer may sometimes refuse this leave.",
    magMet: "Your employer may only refuse this leave for a good reason: {0}.",
    magWijzigen: "Your employer may ask for other days.",
    antwoordVoor: "Your employer answers by {0}.",
    brief: "Make a letter",
    briefKop: "Your letter: {0}",
    briefIntro: "Fill in your name and your employer yourself. We do not ask for them or keep them.",
    briefTaal: "Language of the letter",
    briefTalen: { nl: "Dutch", en: "English", "nl+en": "Dutch and English side by side" },
    kopieer: "Copy the text",
    gekopieerd: "The text has been copied.",
    bewaarDocx: "Save as Word file",
    bewaarTekst: "Save as text",
    bewaarHtml: "Save as web page",
    agenda: "Add to calendar",
    bewaard: "{0} is in your downloads.",
    afdrukken: "Print",
    naarUitkomst: "Back to the outcome",
    laden: "Loading",
    rekenen: "Working it out",
    traag: "This takes longer than usual. We are still trying.",
    opnieuw: "Try again",
    bewaardeAntwoorden: "Your answers are still here.",
    storing: {
      offline: ["No connection", "We cannot reach the service. Check your internet connection and try again."],
      tijd: ["This takes too long", "The service does not answer. Try again in a few minutes."],
      druk: ["It is busy now", "Too many questions come in at once. Try again in {0}."],
      fout: ["Something went wrong", "The service does not work well now. This is not your fault. Try again later."],
      invoer: ["We cannot use that answer", "Please check your answers."],
      ontbreekt: ["Not possible here yet", "This service does not offer this part yet."],
    },
    seconden: ["1 second", "{0} seconds"],
    minuten: ["1 minute", "{0} minutes"],
    intussen: "Meanwhile you can go here",
    situatiesLijst: "The situations we know",
    nieuwVenster: "(other site)",
    wis: "Erase everything",
    gewist: "All your answers have been erased.",
    privacy: "Your answers stay in this window. We keep nothing and do not track you.",
    geenAdvies: "This explains the law. It is not legal advice.",
  },
};

// Where someone can go when the API cannot be reached. Addresses of official sites, in the words people know.
const OFFICIEEL = [
  { nl: "Rijksoverheid: verlof en vakantie", en: "Government: leave and holidays (in Dutch)", url: "https://www.rijksoverheid.nl/onderwerpen/verlof-en-vakantie" },
  { nl: "UWV: zwanger, adoptie of pleegzorg", en: "UWV: pregnancy, adoption or foster care (in Dutch)", url: "https://www.uwv.nl/particulieren/zwanger-adoptie-pleegzorg" },
  { nl: "De Wet arbeid en zorg", en: "The Work and Care Act (in Dutch)", url: "https://wetten.overheid.nl/BWBR0013008/" },
  { nl: "Het Juridisch Loket: gratis hulp", en: "Legal aid desk: free help (in Dutch)", url: "https://www.juridischloket.nl/" },
];

// --- helpers ------------------------------------------------------------------------------------

const LANG = 5000; // after this many ms we say that it is slow
const TE_LANG = 20000; // after this many we give up
const EERST_GETOOND = 8; // situations before "show all"

const vul = (zin, ...waarden) => zin.replace(/\{(\d)\}/g, (_, i) => waarden[i]);

/** The singular or plural form, filled in. */
const meervoud = (vormen, aantal, getoond = aantal) => vul(vormen[aantal === 1 ? 0 : 1], getoond);

/** An element. `on…` are listeners, `value`/`checked`/`textContent` properties, the rest attributes; never HTML or style. */
function h(tag, kenmerken, ...kinderen) {
  const element = document.createElement(tag);
  for (const [naam, waarde] of Object.entries(kenmerken ?? {})) {
    if (waarde == null || waarde === false) continue;
    if (typeof waarde === "function") element.addEventListener(naam.slice(2), waarde);
    else if (naam === "value" || naam === "checked") element[naam] = waarde;
    else element.setAttribute(naam, waarde === true ? "" : waarde);
  }
  element.append(...kinderen.flat(Infinity).filter((kind) => kind != null && kind !== false && kind !== ""));
  return element;
}

const TEKENS = {
  recht: "M5 12.5l4.5 4.5L19 7.5",
  "geen-recht": "M7 7l10 10M17 7L7 17",
  "vraag-nodig": "M9 9.2a3 3 0 1 1 4.3 2.7c-.9.5-1.3 1-1.3 2.1M12 17.4v.1",
  "oordeel-nodig": "M12 5v14M7 19h10M5 9l7-3 7 3M5 9l-2 4.5h4zM19 9l-2 4.5h4z",
  afspraak: "M5 7h14v8h-7l-4 3.5V15H5z",
  "andere-regeling": "M5 12h13M13 7l5 5-5 5",
  voorstel: "M12 5v8M12 16.8v.1",
  terug: "M14 6l-6 6 6 6",
  brief: "M4 6.5h16v11H4zM4.5 7l7.5 6 7.5-6",
  agenda: "M5 7h14v12H5zM5 11h14M9 4.5V8M15 4.5V8",
  afdrukken: "M7 9V5h10v4M7 16H5V9h14v7h-2M7 14h10v5H7z",
  zoek: "M10.5 5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11zM15 15l4.5 4.5",
  let: "M12 4.5l8.5 15h-17zM12 10v4.5M12 16.9v.1",
};
const SVG = "http://www.w3.org/2000/svg";

function teken(naam) {
  const svg = document.createElementNS(SVG, "svg");
  for (const [k, v] of Object.entries({ viewBox: "0 0 24 24", "aria-hidden": "true", focusable: "false", class: "teken" })) svg.setAttribute(k, v);
  const lijn = document.createElementNS(SVG, "path");
  lijn.setAttribute("d", TEKENS[naam] ?? TEKENS["vraag-nodig"]);
  svg.append(lijn);
  return svg;
}

/** Only addresses of the web become links, whatever an API says. */
const veilig = (url) => (/^https:\/\//.test(url ?? "") ? url : null);

const isDatum = (tekst) => /^\d{4}-\d{2}-\d{2}$/.test(tekst ?? "");

/** ISO date from three texts, or null when that day does not exist. */
function isoDatum(dag, maand, jaar) {
  if (!/^\d{1,2}$/.test(dag) || !/^\d{1,2}$/.test(maand) || !/^\d{4}$/.test(jaar)) return null;
  const iso = `${jaar}-${maand.padStart(2, "0")}-${dag.padStart(2, "0")}`;
  const gelezen = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(+gelezen) && gelezen.toISOString().startsWith(iso) ? iso : null;
}

let teller = 0;
const nieuwId = (soort) => `${soort}-${++teller}`;

// --- the API ------------------------------------------------------------------------------------

/** What kept the API from answering; `soort` is a key of `storing`. */
class Storing extends Error {
  constructor(soort, { wacht = 60, fouten = [], melding = "" } = {}) {
    super(soort);
    Object.assign(this, { soort, wacht, fouten, melding });
  }
}

class Api {
  constructor(basis) {
    this.basis = basis.replace(/\/+$/, "");
    this.bewaard = new Map(); // catalogue answers, in memory, for the life of the element
  }

  /** A catalogue resource as JSON; null when this service does not have it. */
  async lees(pad, taal) {
    const sleutel = `${taal} ${pad}`;
    if (!this.bewaard.has(sleutel)) {
      this.bewaard.set(sleutel, this.#haal(pad, { taal }).then((antwoord) => antwoord.json()).catch((storing) => {
        if (storing.soort === "ontbreekt") return null;
        this.bewaard.delete(sleutel);
        throw storing;
      }));
    }
    return this.bewaard.get(sleutel);
  }

  async stuur(pad, taal, gegevens, accept = "application/json") {
    return this.#haal(pad, { taal, accept, method: "POST", body: JSON.stringify(gegevens) });
  }

  async #haal(pad, { taal, accept = "application/json", method = "GET", body }) {
    const einde = new AbortController();
    const klok = setTimeout(() => einde.abort(), TE_LANG);
    let antwoord;
    try {
      antwoord = await fetch(this.basis + pad, {
        method,
        body,
        headers: { Accept: `${accept}, application/problem+json`, "Accept-Language": taal, ...(body && { "Content-Type": "application/json" }) },
        credentials: "omit",
        referrerPolicy: "no-referrer",
        signal: einde.signal,
      });
    } catch {
      throw new Storing(einde.signal.aborted ? "tijd" : "offline");
    } finally {
      clearTimeout(klok);
    }
    if (antwoord.ok) return antwoord;
    const probleem = await antwoord.json().catch(() => ({}));
    const { status } = antwoord;
    if (status === 404 || status === 405) throw new Storing("ontbreekt");
    if (status === 429 || status === 503) throw new Storing("druk", { wacht: Number(antwoord.headers.get("Retry-After")) || 60 });
    if (status < 500) throw new Storing("invoer", { fouten: probleem.fouten ?? [], melding: probleem.detail });
    throw new Storing("fout");
  }
}

// --- a question as form controls ----------------------------------------------------------------
// Each kind of control gives { element, lees() }. `lees` gives the value, undefined when left open, or throws a
// Leesfout with the words for what is wrong and the field it is about.

class Leesfout extends Error {
  constructor(melding, veld) {
    super(melding);
    this.veld = veld;
  }
}

function keuzes(opties, waarde, naam, beschrijving) {
  const velden = opties.map(({ waarde: deze }) => h("input", { type: "radio", name: naam, id: nieuwId("k"), checked: deze === waarde, "aria-describedby": beschrijving, "data-waarde": String(deze) }));
  const element = h("div", { class: opties.length > 8 ? "keuzes veel" : "keuzes" },
    opties.map(({ label }, i) => h("label", { class: "keuze", part: "keuze" }, velden[i], h("span", null, label))));
  return { element, eerste: velden.find((veld) => veld.checked) ?? velden[0], lees: () => opties[velden.findIndex((veld) => veld.checked)]?.waarde };
}

function getal(w, { id, waarde, eenheid, beschrijving, taal }) {
  const geld = eenheid === "euro";
  const veld = h("input", { type: "text", inputmode: "decimal", autocomplete: "off", class: "kort", id, "aria-describedby": beschrijving,
    value: waarde == null ? "" : String(waarde).replace(".", taal === "nl" ? "," : ".") });
  return {
    element: h("div", { class: "metEenheid" }, geld && h("span", { "aria-hidden": "true" }, "€"), veld, eenheid && !geld && h("span", null, eenheid)),
    eerste: veld,
    lees() {
      const tekst = veld.value.trim().replace(/^€\s*/, "");
      if (!tekst) return undefined;
      if (!/^-?\d+([.,]\d+)?$/.test(tekst)) throw new Leesfout(w.geenGetal, veld);
      return Number(tekst.replace(",", "."));
    },
  };
}

function datum(w, { waarde, beschrijving, naam }) {
  const delen = isDatum(waarde) ? waarde.split("-").reverse().map((deel, i) => (i < 2 ? String(Number(deel)) : deel)) : ["", "", ""];
  const velden = [w.dag, w.maand, w.jaar].map((label, i) => {
    const id = nieuwId("d");
    const veld = h("input", { type: "text", inputmode: "numeric", autocomplete: "off", maxlength: i < 2 ? 2 : 4, id, class: i < 2 ? "twee" : "vier",
      "aria-describedby": beschrijving, value: delen[i], "aria-label": naam && `${naam}: ${label.toLowerCase()}` });
    return { veld, blok: h("div", null, h("label", { for: id }, label), veld) };
  });
  return {
    element: h("div", { class: "datum" }, velden.map(({ blok }) => blok)),
    eerste: velden[0].veld,
    lees() {
      const [dag, maand, jaar] = velden.map(({ veld }) => veld.value.trim());
      if (!dag && !maand && !jaar) return undefined;
      const iso = isoDatum(dag, maand, jaar);
      if (!iso) throw new Leesfout(w.geenDatum, velden[0].veld);
      return iso;
    },
  };
}

function periodes(w, { waarde, beschrijving }) {
  const lijst = h("ol", { class: "periodes" });
  const rijen = [];
  function nummer() {
    rijen.forEach((rij, i) => {
      rij.titel.textContent = vul(w.periode, i + 1);
      rij.weg.textContent = vul(w.periodeWeg, i + 1);
      rij.weg.hidden = rijen.length === 1;
    });
  }
  function erbij({ van, tot } = {}) {
    const titel = h("legend");
    const begin = datum(w, { waarde: van, beschrijving });
    const einde = datum(w, { waarde: tot, beschrijving });
    const weg = h("button", { type: "button", class: "koppel", onclick() {
      rijen.splice(rijen.indexOf(rij), 1);
      rij.item.remove();
      nummer();
      rijen[0].begin.eerste.focus();
    } });
    const rij = { titel, begin, einde, weg, item: h("li", null, h("fieldset", null, titel,
      h("fieldset", { class: "binnen" }, h("legend", null, w.van), begin.element),
      h("fieldset", { class: "binnen" }, h("legend", null, w.tot), einde.element), weg)) };
    rijen.push(rij);
    lijst.append(rij.item);
    nummer();
    return rij;
  }
  (waarde?.length ? waarde : [{}]).forEach(erbij);
  return {
    element: h("div", null, lijst, h("button", { type: "button", class: "tweede klein", onclick: () => erbij().begin.eerste.focus() }, w.periodeErbij)),
    eerste: rijen[0].begin.eerste,
    lees() {
      const gelezen = rijen.map(({ begin, einde }) => ({ van: begin.lees(), tot: einde.lees(), veld: begin.eerste })).filter(({ van, tot }) => van || tot);
      for (const { van, tot, veld } of gelezen) if (!van || !tot) throw new Leesfout(w.geenDatum, veld);
      return gelezen.length ? gelezen.map(({ van, tot }) => ({ van, tot })) : undefined;
    },
    leeg: { label: w.periodeGeen, waarde: [] },
  };
}

/** A number or a date for each of several leaves. */
function perVerlof(w, maak, soorten, waarde) {
  const vakken = soorten.map(({ id, naam }) => {
    const veldId = nieuwId("p");
    return { id, naam, veldId, vak: maak(waarde?.[id], veldId, naam) };
  });
  return {
    element: h("div", { class: "perVerlof" }, vakken.map(({ naam, vak, veldId }) =>
      h("div", null, vak.eerste.id === veldId ? h("label", { for: veldId }, naam) : h("p", { class: "label" }, naam), vak.element))),
    eerste: vakken[0]?.vak.eerste,
    lees() {
      const gelezen = vakken.map(({ id, vak }) => [id, vak.lees()]).filter(([, deze]) => deze !== undefined);
      return gelezen.length ? { ...waarde, ...Object.fromEntries(gelezen) } : undefined;
    },
  };
}

const STIJL = new CSSStyleSheet();

// --- the element --------------------------------------------------------------------------------

export class VerlofRegelaar extends HTMLElement {
  static observedAttributes = ["taal", "api", "situatie", "verlofsoorten", "peildatum", "uren-per-week", "geboortedatum-kind", "kop"];

  #schaduw;
  #inhoud; // the screen
  #bericht; // the live region
  #gestart = false;
  #beurt = 0; // of what is being waited for only the last counts
  #hier; // what shows this screen again, in another language or after a failure
  #bezig = false; // someone is using it: from then on the focus follows the screens
  #gekozenTaal;
  #api;
  #staat; // what was told, and nothing more
  #situaties = [];
  #soorten = []; // every leave, and those to choose from
  #keus = [];
  #vraagbaak = new Map(); // every question by its fact
  #zonderOpties = false; // this API does not know `opties`

  constructor() {
    super();
    this.#schaduw = this.attachShadow({ mode: "open" });
    this.#schaduw.adoptedStyleSheets = [STIJL];
  }

  connectedCallback() {
    if (this.#gestart) return;
    this.#gestart = true;
    this.#wisAntwoorden();
    this.#opnieuwBeginnen();
  }

  attributeChangedCallback(naam, oud, nieuw) {
    if (!this.#gestart || oud === nieuw) return;
    if (naam === "taal" || naam === "kop") {
      this.#gekozenTaal = undefined;
      this.#kader();
      this.#hier?.();
    } else {
      this.#wisAntwoorden();
      this.#opnieuwBeginnen();
    }
  }

  // --- settings ---

  get #taal() {
    this.#gekozenTaal ??= (this.getAttribute("taal") ?? this.closest("[lang]")?.lang ?? "nl").toLowerCase().startsWith("en") ? "en" : "nl";
    return this.#gekozenTaal;
  }

  get #w() {
    return WOORDEN[this.#taal];
  }

  /** A heading, `diep` levels below the one the host page set. */
  #kop(diep, kenmerken, ...kinderen) {
    const basis = Math.min(6, Math.max(1, Number(this.getAttribute("kop")) || 2));
    return h(`h${Math.min(6, basis + diep)}`, { class: `kop${diep}`, part: diep ? "tussenkop" : "kop", ...kenmerken }, ...kinderen);
  }

  get #soortenKeuze() {
    return (this.getAttribute("verlofsoorten") ?? "").split(/[\s,]+/).filter(Boolean);
  }

  get #vooraf() {
    const feiten = {};
    const uren = Number(this.getAttribute("uren-per-week")?.replace(",", "."));
    if (uren) feiten.urenPerWeek = uren;
    if (isDatum(this.getAttribute("geboortedatum-kind"))) feiten.geboortedatumKind = this.getAttribute("geboortedatum-kind");
    return feiten;
  }

  // --- state: what was told, and nothing more ---

  #wisAntwoorden() {
    this.#staat = { situatie: null, verlof: null, feiten: {}, onbekend: new Set(), pad: [], plek: -1, alles: this.getAttribute("weergave") === "alles", wijzigt: false, antwoord: null };
  }

  get #feiten() {
    return { ...this.#staat.situatie?.feiten, ...this.#vooraf, ...this.#staat.feiten };
  }

  // --- frame, screens and focus ---

  #kader() {
    const w = this.#w;
    this.#bericht = h("div", { role: "status", class: "verborgen" });
    this.#inhoud = h("div", { class: "inhoud", part: "inhoud" });
    const ander = this.#taal === "nl" ? "en" : "nl";
    this.#schaduw.replaceChildren(h("div", { class: "w", part: "widget", lang: this.#taal },
      h("div", { class: "balk", part: "balk" },
        h("span", { class: "merk" }, w.naam),
        h("button", { type: "button", class: "koppel", lang: ander, onclick: () => this.#wisselTaal(ander) }, w.andereTaal)),
      this.#bericht, this.#inhoud,
      h("div", { class: "voet", part: "voet" },
        h("p", null, w.privacy, " ", w.geenAdvies),
        h("button", { type: "button", class: "koppel", onclick: () => this.#wisAlles() }, w.wis))));
  }

  #wisselTaal(taal) {
    this.#gekozenTaal = taal;
    this.#kader();
    this.#hier();
  }

  #zeg(tekst) {
    this.#bericht.textContent = "";
    requestAnimationFrame(() => { this.#bericht.textContent = tekst; });
  }

  /** Put up a screen; `focus` is its heading, which gets the focus once someone is using the widget. */
  #toon(scherm, focus) {
    this.#inhoud.style.removeProperty("min-height");
    this.#inhoud.removeAttribute("aria-busy");
    this.#inhoud.replaceChildren(...scherm.filter(Boolean));
    this.#bericht.textContent = "";
    if (!focus || !this.#bezig) return;
    focus.setAttribute("tabindex", "-1");
    focus.focus({ preventScroll: true });
    const stil = matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (this.getBoundingClientRect().top < 0 || focus.getBoundingClientRect().top > innerHeight * 0.8) this.#schaduw.firstChild.scrollIntoView({ block: "start", behavior: stil ? "auto" : "smooth" });
  }

  /** Wait for the API: say so, say so again when it takes long, and show what went wrong. Gives undefined then. */
  async #wacht(werk, terug, { skelet = false, melding = this.#w.rekenen } = {}) {
    const beurt = ++this.#beurt;
    this.#inhoud.setAttribute("aria-busy", "true");
    if (skelet) this.#toonSkelet();
    else this.#inhoud.style.minHeight = `${this.#inhoud.offsetHeight}px`;
    const zegBezig = setTimeout(() => this.#zeg(melding), 400);
    const zegTraag = setTimeout(() => {
      this.#zeg(this.#w.traag);
      this.#inhoud.append(h("p", { class: "traag", part: "traag" }, this.#w.traag));
    }, LANG);
    try {
      const uitkomst = await werk();
      return beurt === this.#beurt ? uitkomst : undefined;
    } catch (storing) {
      if (!(storing instanceof Storing)) throw storing;
      if (beurt === this.#beurt && !terug?.(storing)) this.#toonStoring(storing);
      return undefined;
    } finally {
      clearTimeout(zegBezig);
      clearTimeout(zegTraag);
      if (beurt === this.#beurt) {
        this.#inhoud.removeAttribute("aria-busy");
        this.#inhoud.style.removeProperty("min-height");
        this.#inhoud.querySelector(".traag")?.remove();
        if (this.#bericht.textContent === melding) this.#bericht.textContent = "";
      }
    }
  }

  #toonSkelet() {
    this.#inhoud.replaceChildren(h("p", { class: "verborgen" }, this.#w.laden), h("div", { class: "skelet", "aria-hidden": "true" },
      h("span", { class: "breed" }), h("span"), h("span", { class: "veld" }), Array.from({ length: EERST_GETOOND }, () => h("span", { class: "rij" }))));
  }

  #toonStoring(storing, verlof) {
    const w = this.#w;
    const [titel, uitleg] = w.storing[storing.soort];
    const wacht = storing.wacht > 90 ? meervoud(w.minuten, Math.ceil(storing.wacht / 60)) : meervoud(w.seconden, storing.wacht);
    const kop = this.#kop(0, null, titel);
    const situaties = this.#situaties;
    this.#toon([
      kop,
      h("p", null, vul(uitleg, wacht)),
      storing.soort === "invoer" && (storing.fouten.length ? h("ul", null, storing.fouten.map((fout) => h("li", null, fout.melding))) : h("p", null, storing.melding)),
      Object.keys(this.#staat.feiten).length > 0 && h("p", null, w.bewaardeAntwoorden),
      h("div", { class: "knoppen" }, h("button", { type: "button", class: "eerste", part: "knop", onclick: () => { this.#bezig = true; this.#hier(); } }, w.opnieuw),
        verlof && h("button", { type: "button", class: "tweede", part: "knop-tweede", onclick: () => this.#toonUitkomst(verlof.id) }, w.naarUitkomst)),
      this.#kop(1, null, w.intussen),
      h("ul", { class: "bronnen" }, OFFICIEEL.map((bron) => h("li", null, this.#link(bron.url, bron[this.#taal])))),
      h("slot", { name: "contact" }), h("slot"),
      situaties.length > 0 && h("details", null, h("summary", null, w.situatiesLijst), h("ul", null, situaties.map(({ titel: naam }) => h("li", null, naam)))),
    ], kop);
    this.#zeg(titel);
  }

  #link(url, tekst) {
    const goed = veilig(url);
    return goed ? h("a", { href: goed, rel: "noreferrer noopener", target: "_blank" }, tekst, h("span", { class: "verborgen" }, ` ${this.#w.nieuwVenster}`)) : tekst;
  }

  // --- start: own words, or choose ---

  #opnieuwBeginnen() {
    this.#api = new Api(this.getAttribute("api") ?? new URL("..", import.meta.url).href);
    this.#kader();
    this.#begin();
  }

  async #begin() {
    this.#hier = () => this.#begin();
    if (!(await this.#wacht(() => this.#keuzes(), null, { skelet: true, melding: this.#w.laden }))) return;
    this.#vraagboek().catch(() => {}); // meanwhile; what goes wrong is told when it is needed
    const vooraf = this.getAttribute("situatie");
    const gekozen = vooraf && this.#situaties.find(({ id }) => id === vooraf);
    if (gekozen) this.#kiesSituatie(gekozen);
    else if (!this.#situaties.length && this.#soortenKeuze.length) this.#vragen();
    else this.#toonStart();
  }

  /** What can be chosen, in the language of now. */
  async #keuzes() {
    const [situaties, soorten] = await Promise.all(["/v1/situaties", "/v1/verlofsoorten"].map((pad) => this.#api.lees(pad, this.#taal)));
    const keuze = this.#soortenKeuze;
    const past = (ids) => !keuze.length || ids.some((id) => keuze.includes(id));
    this.#situaties = (situaties?.situaties ?? []).filter((situatie) => past(situatie.verlofsoorten ?? []));
    this.#soorten = soorten?.verlofsoorten ?? [];
    this.#keus = this.#soorten.filter(({ id, voorstel, vanKracht }) => past([id]) && !voorstel && vanKracht !== false);
    const zelfde = (lijst, gekozen) => gekozen && (lijst.find(({ id }) => id === gekozen.id) ?? gekozen);
    Object.assign(this.#staat, { situatie: zelfde(this.#situaties, this.#staat.situatie), verlof: zelfde(this.#soorten, this.#staat.verlof) });
    return true;
  }

  /** Every question there is, in the language of now. */
  async #vraagboek() {
    const { vragen } = (await this.#api.lees("/v1/vragen", this.#taal)) ?? { vragen: [] };
    this.#vraagbaak = new Map(vragen.map((vraag) => [vraag.feit, vraag]));
  }

  #toonStart() {
    const w = this.#w;
    this.#hier = () => this.#begin();
    const kop = this.#kop(0, null, w.startKop);
    const eigen = this.#situaties.filter(({ doelgroep }) => doelgroep !== "hr");
    const hr = this.#situaties.filter(({ doelgroep }) => doelgroep === "hr");
    const knop = (situatie) => h("li", null, h("button", { type: "button", class: "situatie", part: "situatie", onclick: () => { this.#bezig = true; this.#kiesSituatie(situatie); } },
      h("span", { class: "wat" }, situatie.titel), teken("andere-regeling")));
    const lijst = h("ul", { class: "situaties" }, eigen.slice(0, EERST_GETOOND).map(knop));
    const alle = eigen.length > EERST_GETOOND && h("button", { type: "button", class: "tweede klein", "aria-expanded": "false", onclick: () => {
      const open = alle.getAttribute("aria-expanded") === "true";
      alle.setAttribute("aria-expanded", String(!open));
      alle.textContent = open ? vul(w.toonAlle, eigen.length) : w.toonMinder;
      lijst.replaceChildren(...eigen.slice(0, open ? EERST_GETOOND : undefined).map(knop));
      if (!open) lijst.children[EERST_GETOOND].firstChild.focus();
    } }, vul(w.toonAlle, eigen.length));
    const soorten = h("ul", { class: "situaties" }, this.#keus.map((verlof) => h("li", null,
      h("button", { type: "button", class: "situatie", part: "situatie", onclick: () => { this.#bezig = true; this.#kiesVerlof(verlof); } },
        h("span", null, h("span", { class: "wat" }, verlof.naam), h("span", { class: "kort" }, verlof.kort)), teken("andere-regeling")))));
    this.#toon([
      kop,
      h("p", { class: "intro" }, w.startIntro),
      eigen.length > 0 && this.#zoekvak(knop),
      eigen.length > 0 && this.#kop(1, null, w.kies),
      eigen.length > 0 && lijst,
      alle,
      hr.length > 0 && h("details", { class: "vouw" }, h("summary", null, w.kiesHr), h("ul", { class: "situaties" }, hr.map(knop))),
      this.#situaties.length ? h("details", { class: "vouw" }, h("summary", null, w.weetVerlof), soorten) : [this.#kop(1, null, w.kiesVerlof), soorten],
    ].flat(), kop);
  }

  #zoekvak(knop) {
    const w = this.#w;
    const [id, hulpId, foutId] = [nieuwId("z"), nieuwId("h"), nieuwId("f")];
    const veld = h("input", { type: "search", id, maxlength: 200, autocomplete: "off", "aria-describedby": hulpId });
    const fout = h("p", { class: "fout", id: foutId, hidden: true });
    const resultaten = h("div", { class: "resultaten" });
    const meld = (tekst) => {
      fout.textContent = tekst;
      fout.hidden = !tekst;
      veld.setAttribute("aria-describedby", tekst ? `${hulpId} ${foutId}` : hulpId);
      veld.toggleAttribute("aria-invalid", Boolean(tekst));
      if (tekst) veld.setAttribute("aria-invalid", "true");
    };
    const zoek = async (gebeurtenis) => {
      gebeurtenis.preventDefault();
      this.#bezig = true;
      const woorden = veld.value.trim();
      meld(woorden ? "" : w.zoekLeeg);
      if (!woorden) return veld.focus();
      const gevonden = await this.#wacht(() => this.#zoek(woorden));
      if (!gevonden) return undefined;
      const titel = this.#kop(1, null, gevonden.length ? w.gevonden[0] : w.nietGevonden);
      resultaten.replaceChildren(titel, h("ul", { class: "situaties" }, gevonden.map(knop)));
      this.#zeg(gevonden.length ? meervoud(w.aantalGevonden, gevonden.length) : w.nietGevonden);
      return undefined;
    };
    return h("form", { class: "zoek", novalidate: true, onsubmit: zoek },
      h("label", { for: id }, w.zoekLabel), h("p", { class: "hulp", id: hulpId }, w.zoekHulp), fout,
      h("div", { class: "zoekregel" }, veld, h("button", { type: "submit", class: "eerste", part: "knop" }, teken("zoek"), w.zoek)), resultaten);
  }

  /** Situations for someone's own words: by the API; where it cannot search, those whose title has a word of theirs. */
  async #zoek(woorden) {
    try {
      const { resultaten } = await (await this.#api.stuur("/v1/situaties/_zoek", this.#taal, { woorden })).json();
      return resultaten.map(({ id }) => this.#situaties.find((situatie) => situatie.id === id)).filter(Boolean).slice(0, 6);
    } catch (storing) {
      if (storing.soort !== "ontbreekt") throw storing;
      const delen = woorden.toLowerCase().split(/\s+/).filter((deel) => deel.length > 3);
      return this.#situaties.filter(({ titel }) => delen.some((deel) => titel.toLowerCase().includes(deel))).slice(0, 6);
    }
  }

  #kiesSituatie(situatie) {
    Object.assign(this.#staat, { situatie, verlof: null, pad: [], plek: -1 });
    this.#vragen();
  }

  #kiesVerlof(verlof) {
    Object.assign(this.#staat, { situatie: null, verlof, pad: [], plek: -1 });
    this.#vragen();
  }

  #wisAlles() {
    this.#bezig = true;
    this.#wisAntwoorden();
    this.#beurt += 1;
    this.#toonStart();
    this.#zeg(this.#w.gewist);
  }

  // --- asking the API ---

  #verzoek() {
    const { situatie, verlof } = this.#staat;
    const keuze = this.#soortenKeuze;
    const eigen = situatie?.verlofsoorten ?? [];
    const soorten = verlof ? [verlof.id] : keuze.length && eigen.length ? eigen.filter((id) => keuze.includes(id)) : keuze.length ? keuze : eigen;
    return {
      ...(isDatum(this.getAttribute("peildatum")) && { peildatum: this.getAttribute("peildatum") }),
      ...(situatie && { situatie: situatie.id }),
      ...(soorten.length && { verlofsoorten: soorten }),
      ...(this.#soorten.some(({ id, voorstel }) => voorstel && soorten.includes(id)) && { inclusiefVoorstellen: true }),
      feiten: this.#feiten,
      ...this.#nietBekend,
    };
  }

  /** What the visitor does not know, and has not told after all. */
  get #nietBekend() {
    const nietBekend = [...this.#staat.onbekend].filter((feit) => this.#vraagbaak.has(feit) && !(feit in this.#feiten));
    return nietBekend.length ? { nietBekend } : {};
  }

  async #beoordeel() {
    const extra = this.#zonderOpties ? {} : { opties: ["watZouHelpen", "routes"] };
    try {
      return await (await this.#api.stuur("/v1/beoordelingen", this.#taal, { ...this.#verzoek(), ...extra })).json();
    } catch (storing) {
      // a service that does not know `opties` yet says so, and answers without
      if (this.#zonderOpties || storing.soort !== "invoer" || !storing.fouten.some(({ in: plek }) => /^opties/.test(plek))) throw storing;
      this.#zonderOpties = true;
      return this.#beoordeel();
    }
  }

  /** The questions that are still open; those about money are only asked on request. */
  #open(antwoord, geld = false) {
    return antwoord.volgendeVragen.filter(({ feit, waarvoor }) => !this.#staat.onbekend.has(feit) && (geld || waarvoor !== "betaling"));
  }

  /** Assess, then go on: the next question on the path, a new one, or the outcome. */
  async #vragen({ naar = "verder", terug } = {}) {
    this.#hier = () => this.#vragen({ naar });
    const antwoord = await this.#wacht(async () => {
      await Promise.all([this.#keuzes(), this.#vraagboek()]);
      return this.#beoordeel();
    }, terug);
    if (!antwoord) return undefined;
    const staat = this.#staat;
    staat.antwoord = antwoord;
    if (staat.alles && naar !== "uitkomst") return this.#toonAlles();
    const open = this.#open(antwoord, staat.geld);
    if (naar === "uitkomst") return this.#toonUitkomst();
    if (naar === "hier") return this.#toonVraag();
    if (!staat.wijzigt && staat.plek + 1 < staat.pad.length) {
      staat.plek += 1;
      return this.#toonVraag();
    }
    const volgende = open.find(({ feit }) => !staat.pad.includes(feit)) ?? null;
    if (!volgende) return this.#toonUitkomst();
    staat.pad.push(volgende.feit);
    staat.plek = staat.pad.length - 1;
    staat.wijzigt = false;
    return this.#toonVraag();
  }

  /** A fact as a question: as it is asked now, or else from the catalogue of questions. */
  #vraagOver(feit) {
    const gevraagd = this.#staat.antwoord?.volgendeVragen.find((vraag) => vraag.feit === feit);
    const bekend = this.#vraagbaak.get(feit);
    if (gevraagd) this.#staat.over = { ...this.#staat.over, [feit]: gevraagd.beslistOver };
    const namen = this.#soortenBij(feit).map(({ naam }) => naam.toLowerCase()).join(", ");
    return { ...bekend, ...gevraagd, ...(!gevraagd && bekend && { vraag: vul2(bekend.vraag, namen), hulp: vul2(bekend.hulp, namen) }) };
  }

  #soortenBij(feit) {
    const ids = this.#staat.over?.[feit] ?? this.#staat.antwoord?.verlofsoorten.map(({ id }) => id) ?? [];
    return ids.map((id) => ({ id, naam: this.#staat.antwoord?.verlofsoorten.find((verlof) => verlof.id === id)?.naam ?? this.#soorten.find((soort) => soort.id === id)?.naam ?? id }));
  }

  // --- questions on the screen ---

  /** The form controls for one question. */
  #vak(vraag, beschrijving) {
    const w = this.#w;
    const waarde = this.#feiten[vraag.feit];
    const naam = nieuwId("n");
    const id = nieuwId("v");
    const soort = { eenheid: vraag.eenheid, beschrijving, taal: this.#taal };
    switch (vraag.type) {
      case "bool": return { groep: true, ...keuzes([{ waarde: true, label: w.ja }, { waarde: false, label: w.nee }], waarde, naam, beschrijving) };
      case "enum": return { groep: true, ...keuzes(vraag.opties, waarde, naam, beschrijving) };
      case "date": return { groep: true, hulp: w.datumHulp, ...datum(w, { waarde, beschrijving }) };
      case "periods": return { groep: true, hulp: w.datumHulp, ...periodes(w, { waarde, beschrijving }) };
      case "date-per-leave": return { groep: true, hulp: w.datumHulp, ...perVerlof(w, (deze, _, soortNaam) => datum(w, { waarde: deze, beschrijving, naam: soortNaam }), this.#soortenBij(vraag.feit), waarde) };
      case "hours-per-leave":
      case "weeks-per-leave": return { groep: true, ...perVerlof(w, (deze, veldId) => getal(w, { ...soort, id: veldId, waarde: deze }), this.#soortenBij(vraag.feit), waarde) };
      default: return { groep: false, id, ...getal(w, { ...soort, id, waarde }) };
    }
  }

  /** One question: heading, help, place for an error, controls. */
  #vraagblok(vraag, diep) {
    const [hulpId, foutId] = [nieuwId("h"), nieuwId("f")];
    const vak = this.#vak(vraag, hulpId);
    const kop = this.#kop(diep, null, vak.groep ? vraag.vraag : h("label", { for: vak.id }, vraag.vraag));
    const hulp = h("p", { class: "hulp", id: hulpId }, vraag.hulp, vak.hulp && h("span", { class: "voorbeeld" }, vak.hulp));
    const fout = h("p", { class: "fout", id: foutId, hidden: true });
    const binnen = [hulp, fout, vak.element];
    const element = vak.groep ? h("fieldset", { class: "vraag", part: "vraag", "data-feit": vraag.feit }, h("legend", null, kop), binnen) : h("div", { class: "vraag", part: "vraag", "data-feit": vraag.feit }, kop, binnen);
    const velden = () => element.querySelectorAll("input, select");
    return {
      feit: vraag.feit, kop, vak, element, eerste: vak.eerste,
      meld(tekst, veld = vak.eerste) {
        fout.replaceChildren(...(tekst ? [teken("let"), tekst] : []));
        fout.hidden = !tekst;
        for (const deze of velden()) {
          deze.setAttribute("aria-describedby", tekst ? `${foutId} ${hulpId}` : hulpId);
          deze.removeAttribute("aria-invalid");
        }
        if (tekst) for (const deze of veld.type === "radio" ? velden() : [veld]) deze.setAttribute("aria-invalid", "true");
      },
    };
  }

  #toonVraag() {
    const staat = this.#staat;
    const w = this.#w;
    this.#hier = () => this.#vragen({ naar: "hier" });
    const vraag = this.#vraagOver(staat.pad[staat.plek]);
    const blok = this.#vraagblok(vraag, 0);
    const rest = this.#open(staat.antwoord, staat.geld).filter(({ feit }) => feit !== vraag.feit && !staat.pad.includes(feit)).length + staat.pad.length - staat.plek - 1;
    const verder = (gebeurtenis) => {
      gebeurtenis?.preventDefault();
      this.#bezig = true;
      let waarde;
      try {
        waarde = blok.vak.lees();
      } catch (fout) {
        if (!(fout instanceof Leesfout)) throw fout;
        blok.meld(fout.message, fout.veld);
        return fout.veld.focus();
      }
      if (waarde === undefined) {
        blok.meld(vraag.type === "bool" || vraag.type === "enum" ? w.kiesEerst : w.vulEerst);
        return blok.eerste.focus();
      }
      return antwoord(waarde);
    };
    const antwoord = (waarde) => {
      const vorige = { feiten: { ...staat.feiten }, onbekend: new Set(staat.onbekend) };
      staat.feiten[vraag.feit] = waarde;
      staat.onbekend.delete(vraag.feit);
      return this.#vragen({ terug: (storing) => {
        const melding = storing.fouten.find(({ in: plek }) => plek?.startsWith(`feiten.${vraag.feit}`));
        if (storing.soort !== "invoer" || !melding) return false;
        Object.assign(staat, vorige);
        blok.meld(melding.melding);
        blok.eerste.focus();
        return true;
      } });
    };
    const weetNiet = () => {
      this.#bezig = true;
      delete staat.feiten[vraag.feit];
      staat.onbekend.add(vraag.feit);
      this.#vragen();
    };
    const terug = () => {
      this.#bezig = true;
      if (staat.wijzigt) return this.#vragen({ naar: "uitkomst" });
      staat.plek -= 1;
      return staat.plek < 0 ? this.#terugNaarStart() : this.#toonVraag();
    };
    this.#toon([
      h("div", { class: "boven" },
        h("button", { type: "button", class: "koppel terug", onclick: terug }, teken("terug"), w.terug),
        h("p", { class: "voortgang" }, vul(w.vraagNr, staat.plek + 1), " · ", rest ? meervoud(w.nog, rest) : w.laatste)),
      h("div", { class: "maat", "aria-hidden": "true" }, Array.from({ length: staat.plek + 1 + rest }, (_, i) => h("span", { class: i <= staat.plek ? "vol" : "" }))),
      h("form", { novalidate: true, onsubmit: verder }, blok.element,
        h("div", { class: "knoppen" },
          h("button", { type: "submit", class: "eerste", part: "knop" }, w.verder),
          blok.vak.leeg && h("button", { type: "button", class: "tweede", part: "knop-tweede", onclick: () => { this.#bezig = true; antwoord(blok.vak.leeg.waarde); } }, blok.vak.leeg.label),
          h("button", { type: "button", class: "tweede", part: "knop-tweede", onclick: weetNiet }, w.weetNiet))),
      h("div", { class: "onder" },
        staat.plek > 0 && h("button", { type: "button", class: "koppel", onclick: () => { this.#bezig = true; this.#vragen({ naar: "uitkomst" }); } }, w.toonNu),
        h("button", { type: "button", class: "koppel", onclick: () => { this.#bezig = true; staat.alles = true; this.#toonAlles(); } }, w.alles)),
      this.#antwoorden(),
    ], blok.kop);
  }

  #terugNaarStart() {
    Object.assign(this.#staat, { situatie: null, verlof: null, pad: [], plek: -1, wijzigt: false });
    this.#toonStart();
  }

  /** All questions at once. What is left open is unknown; what the answers bring up is added. */
  #toonAlles(nieuw = new Set()) {
    const staat = this.#staat;
    const w = this.#w;
    this.#hier = () => this.#vragen();
    const gevraagd = [...new Set([...staat.pad, ...this.#open(staat.antwoord).map(({ feit }) => feit), ...Object.keys(staat.feiten)])].filter((feit) => this.#vraagbaak.has(feit));
    staat.pad = gevraagd;
    const blokken = gevraagd.map((feit) => this.#vraagblok(this.#vraagOver(feit), 1));
    for (const blok of blokken) {
      if (!blok.vak.groep || blok.eerste.type !== "radio") continue;
      const wis = h("input", { type: "radio", name: blok.eerste.name, checked: this.#feiten[blok.feit] === undefined });
      blok.vak.element.append(h("label", { class: "keuze", part: "keuze" }, wis, h("span", null, w.weetNiet)));
    }
    const kop = this.#kop(0, null, staat.situatie?.titel ?? staat.verlof?.naam ?? w.allesKop);
    const fouten = h("div", { class: "fouten", tabindex: "-1", hidden: true });
    const wijs = (missers) => {
      fouten.hidden = false;
      fouten.replaceChildren(this.#kop(1, null, w.foutKop), h("ul", null, missers.map(({ blok, melding, veld }) => {
        blok.meld(melding, veld);
        return h("li", null, h("button", { type: "button", class: "koppel", onclick: () => (veld ?? blok.eerste).focus() }, melding));
      })));
      fouten.focus();
    };
    const verder = async (gebeurtenis) => {
      gebeurtenis.preventDefault();
      this.#bezig = true;
      const missers = [];
      fouten.hidden = true;
      for (const blok of blokken) {
        blok.meld("");
        try {
          const waarde = blok.vak.lees();
          if (waarde === undefined) {
            delete staat.feiten[blok.feit];
            staat.onbekend.add(blok.feit);
          } else {
            staat.feiten[blok.feit] = waarde;
            staat.onbekend.delete(blok.feit);
          }
        } catch (fout) {
          if (!(fout instanceof Leesfout)) throw fout;
          missers.push({ blok, melding: fout.message, veld: fout.veld });
        }
      }
      if (missers.length) return wijs(missers);
      const antwoord = await this.#wacht(() => this.#beoordeel(), (storing) => {
        const bij = storing.fouten.map(({ in: plek, melding }) => ({ melding, blok: blokken.find(({ feit }) => plek?.startsWith(`feiten.${feit}`)) })).filter(({ blok }) => blok);
        if (bij.length) wijs(bij);
        return bij.length > 0;
      });
      if (!antwoord) return undefined;
      staat.antwoord = antwoord;
      const erbij = this.#open(antwoord).map(({ feit }) => feit).filter((feit) => !gevraagd.includes(feit));
      if (!erbij.length) return this.#toonUitkomst();
      return this.#toonAlles(new Set(erbij));
    };
    const melding = nieuw.size > 0 && h("p", { class: "erbij", part: "melding" }, meervoud(w.erbij, nieuw.size));
    const eersteNieuwe = blokken.find(({ feit }) => nieuw.has(feit));
    this.#toon([
      h("div", { class: "boven" }, h("button", { type: "button", class: "koppel terug", onclick: () => { this.#bezig = true; this.#terugNaarStart(); } }, teken("terug"), w.terug)),
      kop, h("p", { class: "intro" }, w.allesIntro), fouten,
      h("form", { class: "samen", novalidate: true, onsubmit: verder },
        blokken.map((blok) => [blok === eersteNieuwe && melding, blok.element]),
        h("div", { class: "knoppen" },
          h("button", { type: "submit", class: "eerste", part: "knop" }, w.verder),
          h("button", { type: "button", class: "tweede", part: "knop-tweede", onclick: () => { this.#bezig = true; this.#vragen({ naar: "uitkomst" }); } }, w.toonNu))),
      h("div", { class: "onder" }, h("button", { type: "button", class: "koppel", onclick: () => {
        this.#bezig = true;
        Object.assign(staat, { alles: false, pad: Object.keys(staat.feiten), plek: Object.keys(staat.feiten).length - 1 });
        this.#vragen();
      } }, w.eenVoorEen)),
    ], eersteNieuwe?.kop ?? kop);
    if (nieuw.size) this.#zeg(meervoud(w.erbij, nieuw.size));
  }

  /** What was told so far, each with a way to change it. */
  #antwoorden(open = false) {
    const w = this.#w;
    const feiten = Object.entries(this.#feiten).filter(([feit]) => this.#vraagbaak.has(feit));
    const onbekend = [...this.#staat.onbekend].filter((feit) => this.#vraagbaak.has(feit));
    if (!feiten.length && !onbekend.length) return null;
    const rij = (feit, waarde) => {
      const { vraag } = this.#vraagOver(feit);
      return h("div", { class: "antwoord" }, h("dt", null, vraag), h("dd", null, h("span", null, waarde),
        h("button", { type: "button", class: "koppel", "aria-label": vul(w.wijzigWat, vraag), onclick: () => this.#wijzig(feit) }, w.wijzig)));
    };
    return h("details", { class: "vouw", open }, h("summary", null, `${w.antwoorden} (${feiten.length + onbekend.length})`),
      h("dl", { class: "antwoorden" }, feiten.map(([feit, waarde]) => rij(feit, this.#alsTekst(feit, waarde))), onbekend.map((feit) => rij(feit, w.weetNiet))));
  }

  #wijzig(feit) {
    this.#bezig = true;
    const staat = this.#staat;
    if (!staat.pad.includes(feit)) staat.pad.push(feit);
    staat.plek = staat.pad.indexOf(feit);
    staat.wijzigt = true;
    staat.alles = false;
    this.#toonVraag();
  }

  // --- values as words ---

  #dag(iso, kort = false) {
    return isDatum(iso) ? new Intl.DateTimeFormat(this.#taal === "nl" ? "nl-NL" : "en-GB", { day: "numeric", month: kort ? "short" : "long", year: "numeric", timeZone: "UTC" }).format(new Date(`${iso}T00:00:00Z`)) : String(iso);
  }

  #getal(waarde) {
    return new Intl.NumberFormat(this.#taal === "nl" ? "nl-NL" : "en-GB", { maximumFractionDigits: 2 }).format(waarde);
  }

  #geld(bedrag) {
    return new Intl.NumberFormat(this.#taal === "nl" ? "nl-NL" : "en-GB", { style: "currency", currency: "EUR" }).format(bedrag);
  }

  #spanne({ van, tot }) {
    const w = this.#w;
    if (van && tot) return van === tot ? this.#dag(van) : vul(w.tm, this.#dag(van), this.#dag(tot));
    return van ? vul(w.vanaf, this.#dag(van)) : vul(w.totEnMet, this.#dag(tot));
  }

  #alsTekst(feit, waarde) {
    const w = this.#w;
    const vraag = this.#vraagbaak.get(feit);
    if (typeof waarde === "boolean") return waarde ? w.ja : w.nee;
    if (isDatum(waarde)) return this.#dag(waarde);
    if (typeof waarde === "number") return vraag?.eenheid === "euro" ? this.#geld(waarde) : `${this.#getal(waarde)} ${vraag?.eenheid ?? ""}`.trim();
    if (Array.isArray(waarde)) return waarde.length ? waarde.map((deel) => this.#spanne(deel)).join("; ") : w.periodeGeen;
    if (waarde && typeof waarde === "object") return this.#soortenBij(feit).filter(({ id }) => id in waarde).map(({ id, naam }) => `${naam}: ${this.#alsTekst(feit, waarde[id])}`).join("; ");
    return vraag?.opties?.find((optie) => optie.waarde === waarde)?.label ?? String(waarde);
  }

  // --- the outcome ---

  #toonUitkomst(terugNaar) {
    const staat = this.#staat;
    const { antwoord } = staat;
    const w = this.#w;
    Object.assign(staat, { wijzigt: false, geld: false });
    this.#hier = () => this.#vragen({ naar: "uitkomst" });
    const rang = ["recht", "oordeel-nodig", "vraag-nodig", "andere-regeling", "afspraak", "voorstel", "geen-recht"];
    const route = antwoord.route ?? [];
    const plaats = ({ id, oordeel }) => {
      const stap = route.findIndex(({ verlofsoort }) => verlofsoort === id);
      return stap < 0 ? 1000 + rang.indexOf(oordeel) : stap;
    };
    const soorten = [...antwoord.verlofsoorten].sort((a, b) => plaats(a) - plaats(b));
    const wel = soorten.filter(({ oordeel }) => oordeel !== "geen-recht");
    const niet = soorten.filter(({ oordeel }) => oordeel === "geen-recht");
    const andere = (antwoord.routes ?? []).filter(({ route: weg }) => stappen(weg).length > 1);
    const verwijzing = antwoord.verwijzing ?? staat.situatie?.verwijzing;
    const kop = this.#kop(0, null, wel.length ? w.uitkomstKop : w.nietsKop);
    const geldVragen = this.#open(antwoord, true).filter(({ waarvoor }) => waarvoor === "betaling");
    this.#toon([
      h("div", { class: "boven geenDruk" }, h("button", { type: "button", class: "koppel terug", onclick: () => { this.#bezig = true; this.#terugUitUitkomst(); } }, teken("terug"), w.terug),
        h("button", { type: "button", class: "koppel", onclick: () => { this.#bezig = true; this.#terugNaarStart(); } }, w.andereKeus)),
      kop,
      (staat.situatie || staat.verlof) && h("p", { class: "intro" }, staat.situatie ? `‘${staat.situatie.titel}’` : staat.verlof.naam),
      h("p", { class: "peil", part: "peildatum" }, vul(w.wetOp, this.#dag(antwoord.peildatum)), " · ", vul(w.regels, antwoord.regelset?.versie)),
      verwijzing && h("p", { class: "melding" }, verwijzing),
      !wel.length && niet.length > 0 && h("p", null, w.niets),
      stappen(route).length > 1 && [this.#kop(1, null, w.routeKop), this.#route(route)],
      this.#uitstaand(wel),
      wel.length > 0 && h("ol", { class: "kaarten", part: "kaarten" }, wel.map((verlof, i) => h("li", null, this.#kaart(verlof, i === 0)))),
      andere.length > 0 && h("details", { class: "vouw" }, h("summary", null, w.andereRoutes), andere.map(({ naam, route: weg }) => [this.#kop(2, null, naam), this.#route(weg)])),
      geldVragen.length > 0 && wel.length > 0 && h("div", { class: "knoppen geenDruk" }, h("button", { type: "button", class: "tweede", part: "knop-tweede", onclick: () => {
        this.#bezig = true;
        Object.assign(staat, { geld: true, alles: false, plek: staat.pad.length - 1 });
        this.#vragen();
      } }, w.bedragVraag)),
      niet.length > 0 && [this.#kop(1, null, w.geenRechtKop), h("div", { class: "niet" }, niet.map((verlof) => this.#afgewezen(verlof)))],
      this.#antwoorden(),
      h("slot", { name: "contact" }),
    ].flat(), kop);
    if (terugNaar) this.#inhoud.querySelector(`[data-brief="${terugNaar}"]`)?.focus();
    this.dispatchEvent(new CustomEvent("verlof:uitkomst", { bubbles: true, composed: true,
      detail: { uitkomsten: antwoord.verlofsoorten.map(({ id, oordeel }) => ({ verlofsoort: id, oordeel })) } }));
  }

  #terugUitUitkomst() {
    const staat = this.#staat;
    if (staat.alles) return this.#toonAlles();
    if (!staat.pad.length) return this.#terugNaarStart();
    staat.plek = staat.pad.length - 1;
    return this.#toonVraag();
  }

  /** The questions that could still decide a leave, each to be answered after all. */
  #uitstaand(soorten) {
    const missend = [...new Set(soorten.flatMap(({ ontbrekendeFeiten }) => ontbrekendeFeiten))].filter((feit) => this.#vraagbaak.has(feit));
    return missend.length > 0 && h("div", { class: "uitstaand geenDruk", part: "uitstaand" }, this.#kop(1, null, this.#w.uitstaand),
      h("ul", null, missend.map((feit) => h("li", null, h("button", { type: "button", class: "koppel", onclick: () => this.#wijzig(feit) }, this.#vraagOver(feit).vraag)))));
  }

  /** The leaves after one another as a list of periods; the bars repeat what the words say. */
  #route(route) {
    const { verlofsoorten } = this.#staat.antwoord;
    const dagNummer = (iso) => Date.parse(`${iso}T00:00:00Z`) / 864e5;
    const begin = Math.min(...stappen(route).map(({ van }) => dagNummer(van)));
    const einde = Math.max(...stappen(route).map(({ van, tot }) => dagNummer(tot ?? van))) + 1;
    return h("ol", { class: "route", part: "route" }, route.map((stap) => {
      const naam = verlofsoorten.find(({ id }) => id === stap.verlofsoort)?.naam ?? stap.verlofsoort;
      const balk = stap.van && h("span", { class: "balkje", "aria-hidden": "true" }, h("span"));
      if (balk) {
        const deel = (dagen) => Math.min(98, (dagen / (einde - begin)) * 100);
        balk.firstChild.style.marginInlineStart = `${deel(dagNummer(stap.van) - begin)}%`;
        balk.firstChild.style.inlineSize = `${deel(dagNummer(stap.tot ?? stap.van) + 1 - dagNummer(stap.van))}%`;
      }
      return h("li", null, h("strong", null, naam), stap.van && h("span", { class: "wanneer" }, this.#spanne(stap)), stap.waarom && h("span", { class: "kort" }, stap.waarom), balk);
    }));
  }

  #oordeel(oordeel) {
    return h("p", { class: `oordeel o-${oordeel}`, part: `oordeel oordeel-${oordeel}` }, teken(oordeel), this.#w.oordeel[oordeel] ?? oordeel);
  }

  #kaart(verlof, eerste) {
    const w = this.#w;
    const vouw = (titel, inhoud, open) => inhoud && h("details", { class: "vouw", open }, h("summary", null, titel), inhoud);
    return h("article", { class: `kaart k-${verlof.oordeel}`, part: "kaart" },
      h("header", null, this.#oordeel(verlof.oordeel), this.#kop(1, { class: "kop1" }, verlof.naam)),
      verlof.toelichting && h("p", { class: "toelichting" }, verlof.toelichting),
      this.#kern(verlof),
      verlof.waarschuwingen.map(({ tekst }) => h("p", { class: "melding", part: "melding" }, teken("let"), h("span", null, tekst))),
      this.#knoppen(verlof),
      vouw(w.stappen, this.#stappen(verlof), eerste),
      vouw(w.waarom, this.#waarom(verlof)),
      vouw(w.helpt, this.#helpt(verlof)),
      verlof.werkgever && vouw(w.neeKop, this.#nee(verlof)),
      vouw(w.datums, this.#datums(verlof)),
      vouw(w.aannames, this.#aannames(verlof)),
      h("p", { class: "geldig" }, this.#geldig(verlof.geldig), verlof.afwijken && ` ${verlof.afwijken.mag === "niet" ? w.caoNiet : w.cao}`));
  }

  /** The four things people look for: how much, when, money, and when to tell. */
  #kern(verlof) {
    const w = this.#w;
    const melden = verlof.termijnen.find(({ id }) => id === "melden-werkgever") ?? verlof.termijnen.find(({ id }) => id === "aanvragen-uwv");
    const rijen = [
      [w.hoeveel, this.#omvang(verlof.omvang)],
      [w.wanneer, verlof.periode && [this.#spanne(verlof.periode)]],
      [w.geld, this.#betaling(verlof.betaling)],
      [melden?.aan === "uwv" ? w.aanvragen : w.melden, melden && [vul(w.uiterlijk, this.#dag(melden.uiterlijk)), [w.aan[melden.aan], w.vorm[melden.vorm]].filter(Boolean).join(", ")]],
    ].filter(([, waarden]) => waarden?.length);
    return rijen.length > 0 && h("dl", { class: "kern", part: "kern" }, rijen.map(([naam, [groot, ...rest]]) => h("div", null, h("dt", null, naam), h("dd", null, h("strong", null, groot), rest.filter(Boolean).map((regel) => h("span", null, regel))))));
  }

  #omvang(omvang) {
    if (!omvang) return null;
    const w = this.#w;
    const maten = [["uren", w.uur], ["weken", w.weken], ["werkdagen", w.werkdagen], ["dagen", w.dagen]].filter(([maat]) => omvang[maat] != null).map(([maat, vormen]) => meervoud(vormen, omvang[maat], this.#getal(omvang[maat])));
    if (omvang.uren >= 8) maten.push(meervoud(w.achturig, omvang.uren / 8, this.#getal(omvang.uren / 8)));
    else if (omvang.uren == null && omvang.formule) maten.push(omvang.formule.replace(/[a-z][A-Za-z0-9]+/g, (naam) => this.#vraagbaak.get(naam)?.label ?? naam));
    if (omvang.resterendeUren != null && omvang.resterendeUren !== omvang.uren) maten.push(meervoud(w.resterend, omvang.resterendeUren, this.#getal(omvang.resterendeUren)));
    return maten;
  }

  #betaling(betaling) {
    if (!betaling) return null;
    const w = this.#w;
    if (betaling.percentage === 0 || betaling.grondslag === "geen") return [w.onbetaald];
    if (betaling.percentage == null && !betaling.bedragen.length) return null;
    const groot = w.grondslag[betaling.grondslag] && betaling.percentage != null ? vul(w.grondslag[betaling.grondslag], this.#getal(betaling.percentage)) : w.door[betaling.door];
    const bedragen = betaling.bedragen.map((bedrag) => `${this.#geld(bedrag.bedrag)} ${w.per[bedrag.per] ?? ""} (${w.soort[bedrag.soort] ?? ""}${betaling.bedragen.length > 1 ? `, ${this.#spanne(bedrag)}` : ""})`);
    return [groot, groot !== w.door[betaling.door] && w.door[betaling.door], ...bedragen];
  }

  #geldig(geldig) {
    if (!geldig?.van) return "";
    return geldig.tot ? `${vul(this.#w.geldigTot, this.#dag(geldig.van), this.#dag(geldig.tot))}.` : `${vul(this.#w.geldigVanaf, this.#dag(geldig.van))}.`;
  }

  #stappen(verlof) {
    const w = this.#w;
    return verlof.stappen.length > 0 && h("ol", { class: "stappen", part: "stappen" }, verlof.stappen.map((stap) => h("li", null, h("p", null, stap.tekst),
      stap.uiterlijk && h("p", { class: "uiterlijk" }, vul(w.uiterlijk, this.#dag(stap.uiterlijk))),
      stap.bewijs?.length > 0 && h("p", { class: "kort" }, `${w.bewijs}: `, stap.bewijs.join(" ")))));
  }

  #bronnen(bronnen) {
    const w = this.#w;
    return bronnen?.length > 0 && h("ul", { class: "artikelen" }, bronnen.map(({ wet, artikel, lid, url }) => h("li", null, this.#link(url, vul(w.artikel, wet, artikel) + (lid ? vul(w.lid, lid) : "")))));
  }

  #waarom(verlof) {
    const w = this.#w;
    const soort = { voldaan: "recht", "niet-voldaan": "geen-recht", onbekend: "vraag-nodig", "open-norm": "oordeel-nodig" };
    return verlof.voorwaarden.length > 0 && h("ul", { class: "voorwaarden", part: "voorwaarden" }, verlof.voorwaarden.map((vw) => h("li", { class: `o-${soort[vw.uitkomst]}` }, teken(soort[vw.uitkomst]),
      h("div", null, h("p", null, h("strong", null, vw.titel ?? vw.id), h("span", { class: "uitkomst" }, w.vw[vw.uitkomst])), h("p", null, vw.tekst), this.#bronnen(vw.bronnen)))));
  }

  #helpt(verlof) {
    const gevonden = verlof.watZouHelpen ?? this.#staat.antwoord.watZouHelpen?.find(({ verlofsoort }) => verlofsoort === verlof.id);
    const { tekst, mogelijkheden = [], eindigtDoor = [] } = gevonden ?? {};
    if (!tekst && !mogelijkheden.length) return null;
    const wegen = mogelijkheden.map(({ veranderingen }) => h("li", null, veranderingen.map((deze) => deze.tekst).join(" ")));
    return h("div", { class: "raad" }, tekst && h("p", null, tekst), wegen.length > 0 && h("ul", { class: "helpt" }, wegen),
      eindigtDoor.length > 0 && h("ul", { class: "helpt" }, eindigtDoor.map((einde) => h("li", null, einde.tekst))));
  }

  #datums(verlof) {
    const w = this.#w;
    return verlof.termijnen.length > 0 && h("dl", { class: "datums" }, [...verlof.termijnen].sort((a, b) => (a.uiterlijk < b.uiterlijk ? -1 : 1)).map((termijn) =>
      h("div", null, h("dt", null, termijn.naam ?? w.datumNaam[termijn.id] ?? termijn.id), h("dd", null, this.#dag(termijn.uiterlijk)))));
  }

  #aannames(verlof) {
    const w = this.#w;
    return verlof.aannames.length > 0 && h("ul", { class: "aannames" }, verlof.aannames.map(({ tekst, feit }) => h("li", null, tekst, " ",
      this.#vraagbaak.has(feit) && h("button", { type: "button", class: "koppel geenDruk", "aria-label": vul(w.wijzigWat, this.#vraagbaak.get(feit).label), onclick: () => this.#wijzig(feit) }, w.wijzig))));
  }

  #afgewezen(verlof) {
    const w = this.#w;
    const tegen = verlof.voorwaarden.filter(({ uitkomst }) => uitkomst === "niet-voldaan");
    const helpt = this.#helpt(verlof);
    return h("details", { class: "vouw afgewezen", part: "afgewezen" }, h("summary", null, h("span", null, verlof.naam), this.#oordeel(verlof.oordeel)),
      verlof.toelichting && h("p", null, verlof.toelichting),
      verlof.waarschuwingen.filter(({ tekst }) => tekst !== verlof.toelichting).map(({ tekst }) => h("p", { class: "melding" }, teken("let"), h("span", null, tekst))),
      this.#waarom({ voorwaarden: tegen }),
      helpt && [h("p", { class: "label" }, w.helpt), helpt],
      h("p", { class: "geldig" }, this.#geldig(verlof.geldig)));
  }

  // --- letter, calendar, print ---

  #knoppen(verlof) {
    const w = this.#w;
    if (verlof.oordeel === "vraag-nodig" || verlof.oordeel === "voorstel") return null;
    const knop = (naam, tekst, onclick, extra) => h("button", { type: "button", class: "tweede klein", part: "knop-tweede", onclick, "aria-label": `${tekst}: ${verlof.naam}`, ...extra }, teken(naam), tekst);
    return h("div", { class: "knoppen geenDruk" },
      knop("brief", w.brief, () => { this.#bezig = true; this.#toonBrief(verlof); }, { "data-brief": verlof.id }),
      knop("agenda", w.agenda, () => this.#bewaarAgenda(verlof)),
      knop("afdrukken", w.afdrukken, (gebeurtenis) => this.#drukAf(gebeurtenis.currentTarget.closest(".kaart"))));
  }

  /** Hand over a file; it comes from the API and goes to the visitor, through memory. */
  #bewaar(blob, naam) {
    const adres = URL.createObjectURL(blob);
    h("a", { href: adres, download: naam }).click();
    setTimeout(() => URL.revokeObjectURL(adres), 10000);
    this.#zeg(vul(this.#w.bewaard, naam));
  }

  async #bewaarAgenda(verlof) {
    this.#bezig = true;
    const haal = async () => (await this.#api.stuur("/v1/agenda", this.#taal, { ...this.#verzoek(), verlofsoorten: [verlof.id] }, "text/calendar")).blob();
    const bestand = await this.#wacht(haal, (storing) => this.#toonStoring(storing, verlof) ?? true);
    if (bestand) this.#bewaar(bestand, `${verlof.id.replace(/^.*\./, "")}.ics`);
  }

  async #toonBrief(verlof) {
    const w = this.#w;
    const soorten = { tekst: "text/plain", html: "text/html", docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document" };
    this.#hier = () => this.#toonBrief(verlof);
    let taal = this.#taal;
    let tekst;
    const terug = (storing) => this.#toonStoring(storing, verlof) ?? true;
    const haal = (formaat, als) => this.#wacht(async () => (await this.#api.stuur("/v1/brieven", this.#taal, { ...this.#verzoek(), verlofsoort: verlof.id, taal, formaat }, soorten[formaat]))[als](), terug);
    const papier = h("div", { class: "papier", part: "brief", tabindex: "0", role: "region", "aria-label": vul(w.briefKop, verlof.naam) });
    const schrijf = async () => {
      tekst = await haal("tekst", "text");
      papier.textContent = tekst;
      papier.lang = taal === "en" ? "en" : "nl";
      return tekst !== undefined;
    };
    if (!(await schrijf())) return;
    const bewaar = (formaat, uitgang) => async () => {
      const bestand = await haal(formaat, "blob");
      if (bestand) this.#bewaar(bestand, `brief-${verlof.id.replace(/^.*\./, "")}.${uitgang}`);
    };
    const kop = this.#kop(0, null, vul(w.briefKop, verlof.naam.toLowerCase()));
    const taalId = nieuwId("t");
    const kiesTaal = h("select", { id: taalId, onchange: async () => {
      taal = kiesTaal.value;
      if (await schrijf()) this.#zeg(kiesTaal.selectedOptions[0].label);
    } }, Object.entries(w.briefTalen).map(([code, label]) => h("option", { value: code, selected: code === taal }, label)));
    this.#toon([
      h("div", { class: "boven" }, h("button", { type: "button", class: "koppel terug", onclick: () => { this.#bezig = true; this.#toonUitkomst(verlof.id); } }, teken("terug"), w.naarUitkomst)),
      kop, h("p", { class: "intro" }, w.briefIntro),
      h("div", { class: "briefkeuze" }, h("label", { for: taalId }, w.briefTaal), kiesTaal),
      papier,
      h("div", { class: "knoppen" },
        h("button", { type: "button", class: "eerste", part: "knop", onclick: bewaar("docx", "docx") }, w.bewaarDocx),
        h("button", { type: "button", class: "tweede", part: "knop-tweede", onclick: bewaar("tekst", "txt") }, w.bewaarTekst),
        h("button", { type: "button", class: "tweede", part: "knop-tweede", onclick: bewaar("html", "html") }, w.bewaarHtml),
        h("button", { type: "button", class: "tweede", part: "knop-tweede", onclick: () => navigator.clipboard?.writeText(tekst).then(() => this.#zeg(w.gekopieerd), () => getSelection().selectAllChildren(papier)) }, w.kopieer)),
    ], kop);
  }

  /** Print one card alone: everything of the page that is not on the way to it is hidden while printing. */
  #drukAf(kaart) {
    this.#bezig = true;
    const blad = new CSSStyleSheet();
    blad.replaceSync("@media print{[data-verlof-niet-afdrukken]{display:none!important}}");
    const verborgen = [];
    for (let hier = kaart; hier && hier !== document.body; hier = hier.parentElement ?? hier.getRootNode().host) {
      for (const buur of hier.parentElement?.children ?? []) {
        if (buur === hier || buur.localName === "style") continue;
        buur.setAttribute("data-verlof-niet-afdrukken", "");
        verborgen.push(buur);
      }
    }
    const dicht = [...kaart.querySelectorAll("details:not([open])")];
    dicht.forEach((vouw) => { vouw.open = true; });
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, blad];
    this.#schaduw.adoptedStyleSheets = [...this.#schaduw.adoptedStyleSheets, blad];
    const weer = () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((dit) => dit !== blad);
      this.#schaduw.adoptedStyleSheets = this.#schaduw.adoptedStyleSheets.filter((dit) => dit !== blad);
      verborgen.forEach((buur) => buur.removeAttribute("data-verlof-niet-afdrukken"));
      dicht.forEach((vouw) => { vouw.open = false; });
    };
    addEventListener("afterprint", weer, { once: true });
    print();
  }

  // --- "my boss says no" ---

  #nee(verlof) {
    const w = this.#w;
    const { werkgever } = verlof;
    const grond = werkgever.grond?.replace(/-/g, " ");
    return h("div", { class: "nee" },
      h("p", null, werkgever.magWeigeren === false ? w.magNiet : grond ? vul(w.magMet, grond) : w.magWel, " ", werkgever.magWijzigen && w.magWijzigen, " ", werkgever.antwoordUiterlijk && vul(w.antwoordVoor, this.#dag(werkgever.antwoordUiterlijk))),
      this.#bronnen(werkgever.bronnen), this.#weigering(verlof));
  }

  /** What to do with the reason the employer gives; nothing where this service does not answer refusals. */
  #weigering(verlof) {
    const w = this.#w;
    const plek = h("div", { class: "weigering geenDruk" });
    const raad = h("div", { class: "raad", part: "raad" });
    const id = nieuwId("r");
    const toon = async ({ redenen }) => {
      const keus = h("select", { id }, redenen.map((reden) => h("option", { value: reden.id }, reden.label)));
      const vraag = async (gebeurtenis) => {
        gebeurtenis.preventDefault();
        this.#bezig = true;
        const gegevens = { ...this.#verzoek(), verlofsoort: verlof.id, reden: keus.value };
        const antwoord = await this.#wacht(async () => (await this.#api.stuur("/v1/weigeringen", this.#taal, gegevens)).json(), (storing) => this.#toonStoring(storing, verlof) ?? true);
        if (!antwoord) return;
        const kop = this.#kop(2, { tabindex: "-1" }, antwoord.slotsom.tekst);
        raad.replaceChildren(kop, ...[antwoord.grond, antwoord.opTijd, antwoord.inVorm].map(({ tekst }) => h("p", null, tekst)), ...[
          antwoord.watTerugSchrijven.length > 0 && [h("p", { class: "label" }, w.terugSchrijven), h("blockquote", null, antwoord.watTerugSchrijven.map((zin) => h("p", null, zin)))],
          antwoord.wieHelpt.length > 0 && [h("p", { class: "label" }, w.wieHelpt), h("ul", { class: "helpt" }, antwoord.wieHelpt.map((helper) => h("li", null, this.#link(helper.url, helper.naam ?? helper.titel ?? helper.id), " ", helper.tekst)))],
          this.#bronnen(antwoord.bronnen),
        ].flat().filter(Boolean));
        kop.focus();
      };
      plek.append(h("form", { onsubmit: vraag }, h("div", { class: "zoekregel" }, h("label", { for: id }, w.reden), keus), h("button", { type: "submit", class: "tweede klein", part: "knop-tweede" }, w.vraagRaad)), raad);
    };
    this.#api.lees("/v1/weigeringen", this.#taal).then((gelezen) => gelezen?.redenen && toon(gelezen)).catch(() => {});
    return plek;
  }
}

/** The steps of a route that have days. */
const stappen = (route) => route.filter(({ van }) => van);

/** The place of the leave's name in a question of the catalogue. */
function vul2(zin, namen) {
  return zin?.replace("{verlof}", namen);
}

// --- style --------------------------------------------------------------------------------------
// Every colour, font and corner is a custom property of our own; each falls back on the token of NL Design System that
// means the same, and then on our own neutral look. docs/inbedden.md lists them.

STIJL.replaceSync(`
:host { display: block !important; contain: layout style; }
:host([hidden]) { display: none !important; }
.w {
  --licht: var(--verlof-achtergrond, var(--utrecht-document-background-color, light-dark(#fff, #14191e)));
  --vlak: var(--verlof-vlak, light-dark(#f4f2ec, #1e252c));
  --inkt: var(--verlof-tekst, var(--utrecht-document-color, light-dark(#18222b, #eef1f3)));
  --zacht: var(--verlof-tekst-zacht, light-dark(#4d5a66, #b4bfc9));
  --lijn: var(--verlof-lijn, light-dark(#dcd7cb, #38434d));
  --rand: var(--verlof-rand, var(--utrecht-form-control-border-color, light-dark(#6d7883, #8d99a5)));
  --actie: var(--verlof-actie, var(--nl-button-primary-background-color, var(--utrecht-button-primary-action-background-color, light-dark(#0a565c, #84d3cf))));
  --opActie: var(--verlof-actie-tekst, var(--nl-button-primary-color, var(--utrecht-button-primary-action-color, light-dark(#fff, #05282a))));
  --diep: var(--verlof-actie-diep, var(--utrecht-button-primary-action-hover-background-color, light-dark(#063f44, #a9e3e0)));
  --koppel: var(--verlof-link, var(--utrecht-link-color, var(--actie)));
  --focus: var(--verlof-focus, var(--utrecht-focus-outline-color, light-dark(#b34700, #ffb561)));
  --tint: light-dark(#e8f1f0, #1d3336);
  --hoek: var(--verlof-hoek, var(--utrecht-button-border-radius, .5em));
  --ja: light-dark(#14603a, #86d9a8); --jaV: light-dark(#e3f1e8, #173326);
  --nee: light-dark(#8c2b1f, #f2aa9c); --neeV: light-dark(#f8e8e4, #3d221d);
  --open: light-dark(#704800, #f0c46b); --openV: light-dark(#fbefd3, #382b10);
  --mens: light-dark(#3b4686, #b6c0ff); --mensV: light-dark(#e9ebf8, #262c4a);
  all: initial; color-scheme: inherit; box-sizing: border-box; display: block; container: w / inline-size;
  font-family: var(--verlof-lettertype, var(--utrecht-document-font-family, inherit)); font-size: max(16px, 1em); line-height: 1.55;
  color: var(--inkt); background: var(--licht); border: 1px solid var(--lijn); border-radius: calc(var(--hoek) * 1.6);
  border-block-start: .35em solid var(--actie); overflow-wrap: anywhere; scroll-margin-block-start: 1em; text-align: start;
}
@supports not (color: light-dark(#000, #fff)) {
  .w { --licht: #fff; --vlak: #f4f2ec; --inkt: #18222b; --zacht: #4d5a66; --lijn: #dcd7cb; --rand: #6d7883; --actie: #0a565c; --opActie: #fff; --diep: #063f44; --koppel: #0a565c; --focus: #b34700; --tint: #e8f1f0;
    --ja: #14603a; --jaV: #e3f1e8; --nee: #8c2b1f; --neeV: #f8e8e4; --open: #704800; --openV: #fbefd3; --mens: #3b4686; --mensV: #e9ebf8; }
}
:host([thema=licht]) { color-scheme: light; }
:host([thema=donker]) { color-scheme: dark; }
:host([thema=auto]) { color-scheme: light dark; }
*, ::before, ::after { box-sizing: border-box; }
[hidden] { display: none !important; }
.verborgen { position: absolute; inline-size: 1px; block-size: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
:focus-visible { outline: .19em solid var(--focus); outline-offset: .15em; border-radius: .2em; }
[tabindex="-1"]:focus { outline: none; }
[tabindex="-1"]:focus-visible { outline: .19em solid var(--focus); outline-offset: .3em; }
p, ul, ol, dl, dd, fieldset, h1, h2, h3, h4, h5, h6, figure { margin: 0; padding: 0; }
ul, ol { list-style: none; }
fieldset { border: 0; min-inline-size: 0; }
legend { padding: 0; display: block; inline-size: 100%; }
.teken { inline-size: 1.25em; block-size: 1.25em; flex: none; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }

.balk { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center; gap: .25em 1em; padding: .45em clamp(1em, 5cqi, 2.25em); border-block-end: 1px solid var(--lijn); }
.balk > *, .voet > * { font-size: .875em; }
.merk { font-weight: 650; letter-spacing: .01em; color: var(--zacht); }
.inhoud { padding: clamp(1.25em, 5cqi, 2.25em) clamp(1em, 5cqi, 2.25em); display: grid; gap: 1.25em; grid-template-columns: minmax(0, 1fr); transition: opacity .15s .15s; }
.inhoud[aria-busy=true] form { opacity: .6; }
.voet { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: .5em 2em; padding: .9em clamp(1em, 5cqi, 2.25em); background: var(--vlak); border-radius: 0 0 calc(var(--hoek) * 1.5) calc(var(--hoek) * 1.5); color: var(--zacht); }
.voet p { flex: 1 1 18em; }

.kop0, .kop1, .kop2 { font-family: var(--verlof-kop-lettertype, var(--utrecht-heading-font-family, inherit)); color: var(--utrecht-heading-color, inherit); font-weight: 700; line-height: 1.2; text-wrap: balance; }
.kop0 { justify-self: start; font-size: clamp(1.5em, 1.1em + 1.9cqi, 2.1em); letter-spacing: -.015em; }
.kop1 { font-size: 1.2em; }
.kop2 { font-size: 1em; }
.inhoud > .kop1 { margin-block-start: .75em; }
.intro { max-inline-size: 62ch; font-size: 1.0625em; color: var(--zacht); }
.hulp, .kort { color: var(--zacht); max-inline-size: 62ch; }
.voorbeeld { display: block; margin-block-start: .25em; }
.label { font-weight: 650; }

a, .koppel { color: var(--koppel); text-decoration: underline; text-decoration-thickness: .08em; text-underline-offset: .2em; }
a:hover, .koppel:hover { text-decoration-thickness: .16em; color: var(--diep); }
button { font: inherit; color: inherit; cursor: pointer; text-align: inherit; }
.koppel { background: none; border: 0; padding: .2em 0; min-block-size: 1.75em; min-inline-size: 1.75em; display: inline-flex; align-items: center; gap: .3em; }
.eerste, .tweede { display: inline-flex; align-items: center; justify-content: center; gap: .5em; min-block-size: 3em; padding: .55em 1.4em; border: 2px solid var(--actie); border-radius: var(--hoek); font-weight: 650; line-height: 1.25; }
.eerste { background: var(--actie); color: var(--opActie); }
.eerste:hover { background: var(--diep); border-color: var(--diep); }
.tweede { background: transparent; color: var(--koppel); }
.tweede:hover { background: var(--tint); }
.klein { min-block-size: 2.5em; padding: .35em .9em; border-width: 1.5px; font-size: .9375em; justify-self: start; }
.knoppen { display: flex; flex-wrap: wrap; gap: .75em; }

input, select { font: inherit; color: inherit; accent-color: var(--actie); }
input:not([type=radio]), select { min-block-size: 3em; padding: .5em .75em; background: var(--licht); border: 2px solid var(--rand); border-radius: calc(var(--hoek) * .75); inline-size: 100%; }
input[type=search] { -webkit-appearance: none; appearance: none; }
input:focus-visible, select:focus-visible { outline-offset: 0; }
input[aria-invalid=true]:not([type=radio]) { border-color: var(--nee); }
input.kort { inline-size: 8em; }
label { font-weight: 650; display: inline-block; }
h1 label, h2 label, h3 label, h4 label, h5 label, h6 label { font-weight: inherit; }
.metEenheid { display: flex; align-items: center; gap: .6em; }
.datum { display: flex; flex-wrap: wrap; gap: .75em; }
.datum label { font-weight: 500; font-size: .9375em; }
.datum input { display: block; }
.twee { inline-size: 4.25em !important; } .vier { inline-size: 5.75em !important; }
.vraag { display: grid; gap: .75em; }
.vraag > legend { margin-block-end: .5em; }
.fout { display: flex; gap: .5em; color: var(--nee); font-weight: 650; }
.fouten { border: 2px solid var(--nee); border-radius: var(--hoek); padding: 1em 1.25em; background: var(--neeV); display: grid; gap: .5em; }
form { display: grid; gap: 1.5em; }
.keuzes { display: grid; gap: .5em; }
.keuze { display: flex; align-items: center; gap: .75em; min-block-size: 3em; padding: .55em 1em; border: 1.5px solid var(--lijn); border-radius: var(--hoek); font-weight: 500; cursor: pointer; background: var(--licht); }
.keuze:hover { border-color: var(--actie); background: var(--tint); }
.keuze:has(:checked) { border-color: var(--actie); box-shadow: inset 0 0 0 1px var(--actie); background: var(--tint); font-weight: 650; }
.keuze:has(:focus-visible) { outline: .19em solid var(--focus); outline-offset: .12em; }
.keuze > span { display: inline-block; }
.keuze > span::first-letter { text-transform: uppercase; }
.keuze input { inline-size: 1.35em; block-size: 1.35em; margin: 0; flex: none; }
.keuze input:focus-visible { outline: none; }
.periodes, .periodes fieldset, .perVerlof { display: grid; gap: .9em; }
.periodes > li { padding: 1em; border: 1px solid var(--lijn); border-radius: var(--hoek); margin-block-end: .75em; }
.periodes legend { font-weight: 650; }
.samen .vraag { padding-block: 1.25em; border-block-start: 1px solid var(--lijn); }

.boven { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center; gap: .25em 1em; font-size: .9375em; }
.voortgang { color: var(--zacht); font-variant-numeric: tabular-nums; }
.maat { display: flex; gap: .3em; margin-block: -.6em .2em; }
.maat span { flex: 1; block-size: .3em; border-radius: 1em; background: var(--lijn); }
.maat .vol { background: var(--actie); }
.onder { display: flex; flex-wrap: wrap; gap: .25em 1.75em; font-size: .9375em; }
.traag { color: var(--open); background: var(--openV); padding: .6em 1em; border-radius: var(--hoek); }

.zoek { background: var(--vlak); border-radius: calc(var(--hoek) * 1.2); padding: clamp(1em, 4cqi, 1.5em); gap: .4em; }
.zoek > label { font-size: 1.0625em; }
.zoekregel { display: flex; flex-wrap: wrap; gap: .6em; margin-block-start: .35em; }
.zoekregel input { flex: 1 1 14em; }
.resultaten:empty { display: none; }
.resultaten { margin-block-start: 1em; display: grid; gap: .75em; }
.situaties { display: grid; gap: .6em; grid-template-columns: repeat(auto-fill, minmax(min(100%, 19em), 1fr)); }
.situaties > li { display: grid; }
.situatie { display: flex; align-items: center; justify-content: space-between; gap: .75em; padding: .75em 1em; min-block-size: 3.25em; background: var(--licht); border: 1.5px solid var(--lijn); border-radius: var(--hoek); line-height: 1.35; }
.situatie:hover { border-color: var(--actie); background: var(--tint); }
.situatie .wat { font-weight: 600; display: block; }
.situatie .kort { font-size: .9em; display: block; margin-block-start: .15em; }
.situatie .teken { color: var(--koppel); inline-size: 1.1em; }

details > summary { cursor: pointer; font-weight: 650; min-block-size: 2.5em; padding: .5em 0; display: flex; align-items: center; gap: .6em; list-style: none; color: var(--koppel); }
summary::-webkit-details-marker { display: none; }
summary::before { content: ""; flex: none; inline-size: .5em; block-size: .5em; margin-inline: .15em .1em; border: solid currentColor; border-width: 0 .15em .15em 0; rotate: -45deg; transition: rotate .15s; }
details[open] > summary::before { rotate: 45deg; }
summary:hover { color: var(--diep); text-decoration: underline; text-underline-offset: .2em; }
.vouw { border-block-start: 1px solid var(--lijn); }
.vouw[open] { padding-block-end: 1em; }
.inhoud > .vouw { border-block: 1px solid var(--lijn); }
.inhoud > .vouw + .vouw { margin-block-start: -1.3em; }

.peil { font-size: .9375em; color: var(--zacht); margin-block-start: -.75em; }
.kaarten { display: grid; gap: 1.25em; counter-reset: kaart; }
.kaart { border: 1px solid var(--lijn); border-radius: calc(var(--hoek) * 1.4); padding: clamp(1em, 4cqi, 1.75em); padding-block-end: 1em; display: grid; gap: 1em; grid-template-columns: minmax(0, 1fr); background: var(--licht); box-shadow: 0 .1em .4em light-dark(rgb(24 34 43 / .06), transparent); border-inline-start: .4em solid var(--merk, var(--lijn)); }
.kaart header { display: grid; gap: .5em; justify-items: start; }
.kaart header .kop1 { font-size: 1.4em; letter-spacing: -.01em; }
.kaart > .vouw { margin-block-end: -1em; }
.kaart > .vouw + .geldig { margin-block-start: 1em; }
.toelichting { font-size: 1.0625em; max-inline-size: 62ch; }
.k-recht { --merk: var(--ja); } .k-vraag-nodig, .k-andere-regeling { --merk: var(--open); } .k-oordeel-nodig, .k-afspraak, .k-voorstel { --merk: var(--mens); }
.oordeel { display: inline-flex; align-items: center; gap: .4em; padding: .2em .8em .2em .55em; border-radius: 2em; font-size: .9375em; font-weight: 650; color: var(--o); background: var(--oV); border: 1px solid transparent; line-height: 1.4; }
.o-recht { --o: var(--ja); --oV: var(--jaV); } .o-geen-recht { --o: var(--nee); --oV: var(--neeV); } .o-vraag-nodig, .o-andere-regeling { --o: var(--open); --oV: var(--openV); } .o-oordeel-nodig, .o-afspraak, .o-voorstel { --o: var(--mens); --oV: var(--mensV); }
.kern { margin-inline: -.9em; display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 11.5em), 1fr)); border-block: 1px solid var(--lijn); overflow: clip; }
.kern > div { padding: .8em .9em; box-shadow: -1px -1px 0 var(--lijn); }
.kern dt { font-size: .875em; color: var(--zacht); }
.kern dd > * { display: block; }
.kern strong { font-size: 1.1em; line-height: 1.35; font-variant-numeric: tabular-nums; }
.kern dd span { font-size: .9375em; color: var(--zacht); }
.melding { display: flex; gap: .6em; background: var(--openV); border-radius: var(--hoek); padding: .75em 1em; max-inline-size: 70ch; }
.melding .teken { color: var(--open); margin-block-start: .1em; }
.erbij { background: var(--tint); padding: .75em 1em; border-radius: var(--hoek); font-weight: 650; }
.uitstaand { background: var(--openV); border-radius: var(--hoek); padding: 1em 1.25em; display: grid; gap: .35em; }
.stappen { counter-reset: stap; display: grid; gap: .9em; max-inline-size: 66ch; }
.stappen > li { counter-increment: stap; display: grid; gap: .2em; padding-inline-start: 2.5em; position: relative; }
.stappen > li::before { content: counter(stap); position: absolute; inset-inline-start: 0; inset-block-start: 0; inline-size: 1.75em; block-size: 1.75em; border-radius: 50%; display: grid; place-items: center; background: var(--tint); color: var(--koppel); font-weight: 700; font-size: .9375em; }
.uiterlijk { font-weight: 650; }
.voorwaarden { display: grid; gap: .9em; }
.voorwaarden > li { display: flex; gap: .7em; }
.voorwaarden .teken { color: var(--o); background: var(--oV); border-radius: 50%; padding: .15em; inline-size: 1.5em; block-size: 1.5em; }
.uitkomst { margin-inline-start: .5em; color: var(--o); font-size: .9375em; }
.artikelen { display: flex; flex-wrap: wrap; gap: .1em 1.25em; font-size: .9375em; }
.artikelen a { display: inline-block; min-block-size: 1.75em; padding-block: .15em; }
.aannames, .helpt, .bronnen, .fouten ul { display: grid; gap: .35em; }
.helpt > li, .aannames > li { padding-inline-start: 1.1em; position: relative; }
.helpt > li::before, .aannames > li::before { content: ""; position: absolute; inset-inline-start: 0; inset-block-start: .65em; inline-size: .4em; block-size: .4em; border-radius: 50%; background: var(--koppel); }
.bronnen a { display: inline-block; padding-block: .25em; }
.datums > div, .antwoord { display: flex; flex-wrap: wrap; justify-content: space-between; gap: .1em 1.5em; padding-block: .45em; border-block-end: 1px solid var(--lijn); }
.datums dd, .antwoord dd { font-weight: 650; display: flex; gap: 1em; align-items: baseline; flex-wrap: wrap; }
.antwoord dd .koppel { font-weight: 500; }
.antwoord dt { flex: 1 1 16em; }
.geldig { font-size: .875em; color: var(--zacht); }
.niet { display: grid; }
.niet > .vouw:last-child { border-block-end: 1px solid var(--lijn); }
.afgewezen summary { color: var(--inkt); flex-wrap: wrap; }
.afgewezen summary .oordeel { margin-inline-start: auto; font-size: .875em; }
.afgewezen > :not(summary) { margin-block-end: .75em; }
.nee { display: grid; gap: .9em; max-inline-size: 66ch; }
.raad:empty, .weigering:empty { display: none; }
.weigering { display: grid; gap: 1em; }
.weigering form { gap: .75em; }
.weigering .zoekregel { align-items: center; }
.weigering select { inline-size: auto; flex: 1 1 14em; }
blockquote { margin: 0; padding: .75em 1.1em; border-inline-start: .25em solid var(--actie); background: var(--vlak); display: grid; gap: .5em; }
.raad { display: grid; gap: .6em; }
.vouw > .kop2 { margin-block: 1em .75em; }

.route { margin-block-end: .5em; display: grid; position: relative; gap: 1.1em; padding-inline-start: 2.2em; counter-reset: route; }
.route::before { content: ""; position: absolute; inset-block: .8em; inset-inline-start: .8em; inline-size: .15em; background: var(--lijn); }
.route > li { counter-increment: route; position: relative; display: flex; flex-wrap: wrap; justify-content: space-between; gap: .05em 1em; }
.route > li::before { content: counter(route); position: absolute; inset-inline-start: -2.2em; inset-block-start: 0; inline-size: 1.75em; block-size: 1.75em; border-radius: 50%; display: grid; place-items: center; background: var(--actie); color: var(--opActie); font-weight: 700; font-size: .9375em; }
.route .kort { flex: 1 1 100%; font-size: .9375em; }
.route .wanneer { font-variant-numeric: tabular-nums; }
.balkje { flex: 1 1 100%; block-size: .4em; border-radius: 1em; background: var(--vlak); margin-block-start: .35em; overflow: hidden; }
.balkje span { display: block; block-size: 100%; border-radius: 1em; background: var(--actie); min-inline-size: .4em; }

.briefkeuze { display: flex; flex-wrap: wrap; gap: .6em; align-items: center; }
.briefkeuze select { inline-size: auto; max-inline-size: 100%; }
.papier { white-space: pre-wrap; background: var(--licht); border: 1px solid var(--lijn); border-radius: .25em; padding: clamp(1.25em, 6cqi, 3em); box-shadow: 0 .2em 1em light-dark(rgb(24 34 43 / .1), rgb(0 0 0 / .4)); max-inline-size: 46em; font-size: .9688em; line-height: 1.65; max-block-size: 34em; overflow: auto; }

.skelet { display: grid; gap: .75em; grid-template-columns: repeat(auto-fill, minmax(min(100%, 19em), 1fr)); }
.skelet span { display: block; block-size: 1.5em; border-radius: var(--hoek); background: var(--vlak); grid-column: 1 / -1; max-inline-size: 40em; }
.skelet .breed { block-size: 2.4em; max-inline-size: 24em; } .skelet .veld { block-size: 9em; max-inline-size: none; } .skelet .rij { block-size: 3.25em; grid-column: auto; }
@media (prefers-reduced-motion: no-preference) { .skelet span { animation: adem 1.6s ease-in-out infinite alternate; } }
@keyframes adem { to { opacity: .55; } }
@media (prefers-reduced-motion: reduce) { *, ::before { transition: none !important; animation: none !important; } }

@container w (min-width: 34em) { .keuzes.veel { grid-template-columns: 1fr 1fr; } }
@container w (max-width: 26em) { .knoppen > .eerste, .knoppen > .tweede:not(.klein), .zoekregel > .eerste { flex: 1 1 100%; } }
@media (prefers-contrast: more) { .w { --lijn: var(--inkt); --rand: var(--inkt); --zacht: var(--inkt); } .oordeel, .melding { border: 1px solid currentColor; } }
@media (forced-colors: active) { .w { --focus: Highlight; } .oordeel, .melding, .erbij, .zoek { border: 1px solid; } .keuze:has(:checked) { border: 3px solid Highlight; } .maat .vol, .balkje span, .route > li::before { background: CanvasText; color: Canvas; forced-color-adjust: none; } .teken { stroke: currentColor; } }
@media print { .balk, .voet, .geenDruk, .verborgen { display: none !important; } .w { border: 0; } .inhoud { padding: 0; } .kaart { box-shadow: none; border: 0; break-after: page; } }
`);

if (!customElements.get("verlof-regelaar")) customElements.define("verlof-regelaar", VerlofRegelaar);
