import { NL } from "./words.nl.js";
import { EN } from "./words.en.js";
import { Format, isDate } from "./text.js";

const WORDS = { nl: NL, en: EN };

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
    const hours = Number(this.#of("uren-per-week")?.replace(",", "."));
    if (hours) facts.urenPerWeek = hours;
    if (isDate(this.#of("geboortedatum-kind"))) facts.geboortedatumKind = this.#of("geboortedatum-kind");
    return facts;
  }
}
