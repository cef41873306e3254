// What someone takes away from a card: the letter, the calendar file, the card on paper.

import { download, h, icon, primary, secondary } from "../elements.js";
import { fill } from "../text.js";

/** Whether there is nothing to arrange as long as this is the verdict. */
export const nothingYet = ({ oordeel }) => ["vraag-nodig", "voorstel"].includes(oordeel);

export function takeaways(flow, verlof) {
  const w = flow.words;
  if (nothingYet(verlof)) return null;
  const name = (text) => `${text}: ${verlof.naam}`;
  const button = (drawing, text, onclick) => secondary([icon(drawing), text], { class: "tweede klein", onclick, "aria-label": name(text) });
  return h("div", { class: "knoppen mee geenDruk" },
    flow.catalogue.hasLetter(verlof) && primary([icon("brief"), w.brief], { class: "eerste klein", "aria-label": name(w.brief), "data-brief": verlof.id, onclick: () => flow.letter(verlof) }),
    hasDays(flow, verlof) && button("agenda", w.agenda, (event) => saveCalendar(flow, verlof, event.currentTarget)),
    button("afdrukken", w.afdrukken, (event) => printAlone(event.currentTarget.closest(".kaart"))));
}

/** Whether there may be a day to keep: one of the leave itself, a last day, or one that was told as a wish. */
function hasDays({ facts }, { oordeel, termijnen, periode, nogNiet }) {
  if (!["recht", "oordeel-nodig", "nog-niet"].includes(oordeel)) return false;
  return Boolean(termijnen.length || periode?.van || periode?.tot || nogNiet?.vanaf || facts.gewensteIngangsdatum);
}

async function saveCalendar(flow, verlof, button) {
  const body = { ...flow.request(), verlofsoorten: [verlof.id] };
  const calendar = await flow.wait(
    () => flow.api.send("/v1/agenda", flow.language, body, { accept: "text/calendar", as: "text" }),
    (failure) => flow.failure(failure, verlof) ?? true,
  );
  if (calendar === undefined) return;
  if (calendar.includes("BEGIN:VEVENT")) save(flow, new Blob([calendar], { type: "text/calendar" }), `${fileName(verlof)}.ics`);
  else tellBeside(flow, button, flow.words.geenDagen);
}

/** Of `wazo.geboorteverlof` the last part. */
export const fileName = ({ id }) => id.replace(/^.*\./, "");

/** Under the buttons, and to who listens; the button that could not do it goes. */
function tellBeside(flow, button, text) {
  button.parentElement.after(h("p", { class: "kort" }, text));
  button.disabled = true;
  flow.say(text);
}

export function save(flow, blob, name) {
  download(blob, name);
  flow.say(fill(flow.words.bewaard, name));
}

/** Print one card alone: everything of the page that is not on the way to it is hidden while printing. */
function printAlone(paper) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("@media print{[data-verlof-niet-afdrukken]{display:none!important}}");
  const hidden = [];
  for (let here = paper; here && here !== document.body; here = here.parentElement ?? here.getRootNode().host) {
    for (const sibling of here.parentElement?.children ?? []) {
      if (sibling === here || sibling.localName === "style") continue;
      sibling.setAttribute("data-verlof-niet-afdrukken", "");
      hidden.push(sibling);
    }
  }
  const closed = [...paper.querySelectorAll("details:not([open])")];
  const roots = [document, paper.getRootNode()];
  for (const details of closed) details.open = true;
  for (const root of roots) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  addEventListener("afterprint", () => {
    for (const root of roots) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((each) => each !== sheet);
    for (const sibling of hidden) sibling.removeAttribute("data-verlof-niet-afdrukken");
    for (const details of closed) details.open = false;
  }, { once: true });
  print();
}
