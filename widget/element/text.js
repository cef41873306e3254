// Sentences with places to fill in, and days, numbers and money as people write them.

/** `fill("{0} uur", 32)` is "32 uur". */
export const fill = (sentence, ...values) => sentence.replace(/\{(\d)\}/g, (_, i) => values[i]);

/** The singular or plural form, filled in. */
export const plural = (forms, count, shown = count) => fill(forms[count === 1 ? 0 : 1], shown);

/** A name within a sentence; what is in capitals further on stays so. */
export const inSentence = (name) => name.charAt(0).toLowerCase() + name.slice(1);

export const isDate = (text) => /^\d{4}-\d{2}-\d{2}$/.test(text ?? "");

/** ISO date from three texts, or null when that day does not exist. */
export function isoDate(day, month, year) {
  if (!/^\d{1,2}$/.test(day) || !/^\d{1,2}$/.test(month) || !/^\d{4}$/.test(year)) return null;
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const read = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(+read) && read.toISOString().startsWith(iso) ? iso : null;
}

const LINE = 76; // columns that the API wraps a letter to

/** A letter without the line ends that only keep it narrow: a line goes on where its next word would not have fitted. */
export function reflow(letter) {
  const lines = letter.trimEnd().split("\n");
  return lines.map((line, i) => {
    const nextWord = lines[i + 1]?.trimStart().split(" ")[0];
    const space = line.endsWith("-") ? "" : " ";
    const goesOn = line && nextWord && (line + space + nextWord).length > LINE;
    return line + (goesOn ? space : "\n");
  }).join("").replace(/ {2,}/g, " ").trimEnd();
}

/** How one language writes values; `words` are those of the interface in that language. */
export class Format {
  #locale;
  #words;

  constructor(language, words) {
    this.#locale = language === "nl" ? "nl-NL" : "en-GB";
    this.#words = words;
  }

  day(iso) {
    return this.#day(iso, { day: "numeric", month: "long", year: "numeric" });
  }

  #day(iso, parts) {
    return new Intl.DateTimeFormat(this.#locale, { ...parts, timeZone: "UTC" }).format(new Date(`${iso}T00:00:00Z`));
  }

  number(value) {
    return new Intl.NumberFormat(this.#locale, { maximumFractionDigits: 2 }).format(value);
  }

  money(amount) {
    return new Intl.NumberFormat(this.#locale, { style: "currency", currency: "EUR" }).format(amount);
  }

  /** A period, with month and year once where they are the same: "2 tot en met 29 november 2026". */
  span({ van, tot }) {
    const w = this.#words;
    if (!van) return fill(w.totEnMet, this.day(tot));
    if (!tot) return fill(w.vanaf, this.day(van));
    if (van === tot) return this.day(van);
    const [sameYear, sameMonth] = [4, 7].map((length) => van.slice(0, length) === tot.slice(0, length));
    const parts = { day: "numeric", ...(!sameMonth && { month: "long" }), ...(!sameYear && { year: "numeric" }) };
    return fill(w.tm, this.#day(van, parts), this.day(tot));
  }
}
