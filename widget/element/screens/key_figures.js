import { h } from "../elements.js";
import { fill, plural } from "../text.js";

const WORKDAY = 8; // hours, only to picture a number of hours

/** The four things people look for: how much, when, money, and when to tell. */
export function keyFigures(flow, { omvang, periode, betaling, termijnen }) {
  const { words: w, format } = flow;
  const tell = termijnen.find(({ id }) => id === "melden-werkgever") ?? termijnen.find(({ id }) => id === "aanvragen-uwv");
  const figures = [
    [w.hoeveel, omvang && extent(flow, omvang)],
    [w.wanneer, periode && [format.span(periode)]],
    [w.geld, betaling && payment(flow, betaling)],
    [tell?.aan === "uwv" ? w.aanvragen : w.melden, tell && [fill(w.uiterlijk, format.day(tell.uiterlijk)), tell.uiterlijk < flow.state.answer.peildatum && w.voorbij, [w.aan[tell.aan], w.vorm[tell.vorm]].filter(Boolean).join(", ")]],
  ].filter(([, lines]) => lines?.length);
  return figures.length > 0 && h("dl", { class: "kern", part: "kern" }, figures.map(([name, [main, ...rest]]) =>
    h("div", null, h("dt", null, name), h("dd", null, h("strong", null, main), rest.filter(Boolean).map((line) => h("span", null, line))))));
}

function extent({ words: w, format, catalogue }, omvang) {
  const { uren, formule, resterendeUren } = omvang;
  const lines = [["uren", w.uur], ["weken", w.weken], ["werkdagen", w.werkdagen], ["dagen", w.dagen]]
    .filter(([unit]) => omvang[unit] != null)
    .map(([unit, forms]) => plural(forms, omvang[unit], format.number(omvang[unit])));
  if (uren >= WORKDAY) lines.push(plural(w.achturig, uren / WORKDAY, format.number(uren / WORKDAY)));
  else if (uren == null && formule) lines.push(formule.replace(/[a-z][A-Za-z0-9]+/g, (name) => catalogue.questions.get(name)?.label ?? name));
  if (resterendeUren != null && resterendeUren !== uren) lines.push(plural(w.resterend, resterendeUren, format.number(resterendeUren)));
  return lines;
}

function payment({ words: w, format }, { percentage, grondslag, door, bedragen }) {
  if (percentage === 0 || grondslag === "geen") return [w.onbetaald];
  if (percentage == null && !bedragen.length) return null;
  const share = w.grondslag[grondslag] && percentage != null && fill(w.grondslag[grondslag], format.number(percentage));
  const amounts = bedragen.map((amount) => {
    const kind = [w.soort[amount.soort], bedragen.length > 1 && format.span(amount)].filter(Boolean).join(", ");
    return `${format.money(amount.bedrag)} ${w.per[amount.per] ?? ""} (${kind})`;
  });
  return [share, w.door[door], ...amounts].filter(Boolean);
}
