import { NL } from "./words.nl.js";
import { EN } from "./words.en.js";
import { Format, isDate } from "./text.js";

const WORDS = { nl: NL, en: EN };

const CHOICE = { taal: /^(nl|en)/i, kop: /^[1-6]$/, weergave: /^alles$/, thema: /^(licht|donker|auto)$/ };
const hoursIn = (text) => Number(text?.replace(",", "."));

/** What the host page set with attributes, and the language the visitor chose instead. */
export class Settings {
  #element;
  #chosen;

  constructor(element) {
    this.#element = element;
  }

  #of(name) {
    return this.#element.getAttribute(name);
  }

  get language() {
    this.#chosen ??= (this.#of("taal") ?? this.#element.closest("[lang]")?.lang ?? "nl").toLowerCase().startsWith("en") ? "en" : "nl";
    return this.#chosen;
  }

  choose(language) {
    this.#chosen = language;
  }

  get words() {
    return WORDS[this.language];
  }

  get format() {
    return new Format(this.language, this.words);
  }

  /** Level of the first heading. */
  get headingLevel() {
    return Math.min(6, Math.max(1, Number(this.#of("kop")) || 2));
  }

  get situation() {
    return this.#of("situatie");
  }

  get leaves() {
    return (this.#of("verlofsoorten") ?? "").split(/[\s,]+/).filter(Boolean);
  }

  /** The day of the question, or null for today. */
  get day() {
    return isDate(this.#of("peildatum")) ? this.#of("peildatum") : null;
  }

  get allAtOnce() {
    return this.#of("weergave") === "alles";
  }

  /** Facts the host page knows already. */
  get facts() {
    const facts = {};
    const hours = hoursIn(this.#of("uren-per-week"));
    if (hours) facts.urenPerWeek = hours;
    if (isDate(this.#of("geboortedatum-kind"))) facts.geboortedatumKind = this.#of("geboortedatum-kind");
    return facts;
  }

  /** Names of the attributes in which nothing stands that we know. */
  notUnderstood(catalogue) {
    const known = {
      ...Object.fromEntries(Object.entries(CHOICE).map(([name, choice]) => [name, (text) => choice.test(text)])),
      situatie: (id) => catalogue.situation(id),
      verlofsoorten: () => catalogue.only.length === this.leaves.length,
      peildatum: isDate,
      "uren-per-week": hoursIn,
      "geboortedatum-kind": isDate,
    };
    return Object.keys(known).filter((name) => this.#of(name) && !known[name](this.#of(name)));
  }
}
