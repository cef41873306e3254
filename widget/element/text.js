// Sentences with places to fill in, and days, numbers and money as people write them.

/** `fill("{0} uur", 32)` is "32 uur". */
export const fill = (sentence, ...values) => sentence.replace(/\{(\d)\}/g, (_, i) => values[i]);

/** The singular or plural form, filled in. */
export const plural = (forms, count, shown = count) => fill(forms[count === 1 ? 0 : 1], shown);

export const isDate = (text) => /^\d{4}-\d{2}-\d{2}$/.test(text ?? "");

/** ISO date from three texts, or null when that day does not exist. */
export function isoDate(day, month, year) {
  if (!/^\d{1,2}$/.test(day) || !/^\d{1,2}$/.test(month) || !/^\d{4}$/.test(year)) return null;
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const read = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(+read) && read.toISOString().startsWith(iso) ? iso : null;
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
    if (!isDate(iso)) return String(iso);
    const style = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" };
    return new Intl.DateTimeFormat(this.#locale, style).format(new Date(`${iso}T00:00:00Z`));
  }

  number(value) {
    return new Intl.NumberFormat(this.#locale, { maximumFractionDigits: 2 }).format(value);
  }

  money(amount) {
    return new Intl.NumberFormat(this.#locale, { style: "currency", currency: "EUR" }).format(amount);
  }

  span({ van, tot }) {
    const w = this.#words;
    if (van && tot) return van === tot ? this.day(van) : fill(w.tm, this.day(van), this.day(tot));
    return van ? fill(w.vanaf, this.day(van)) : fill(w.totEnMet, this.day(tot));
  }
}
