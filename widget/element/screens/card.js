// One leave of the outcome.

import { fold, h, icon, plain } from "../elements.js";
import { fill } from "../text.js";
import { keyFigures } from "./key_figures.js";
import { employerSaysNo } from "./refusal.js";
import { sources } from "./sources.js";
import { takeaways } from "./takeaways.js";

// The look of a condition is that of the verdict it leads to.
const LOOK = { voldaan: "recht", "niet-voldaan": "geen-recht", onbekend: "vraag-nodig", "open-norm": "oordeel-nodig" };

/** A leave that may be for this visitor; of the first the steps are open. */
export function card(flow, verlof, isFirst) {
  const w = flow.words;
  return h("article", { class: `kaart k-${verlof.oordeel}`, part: "kaart" },
    h("header", null, verdict(w, verlof), flow.heading(1, { class: "kop1" }, verlof.naam)),
    verlof.toelichting && h("p", { class: "toelichting" }, verlof.toelichting),
    keyFigures(flow, verlof),
    verlof.waarschuwingen.map(warning),
    takeaways(flow, verlof),
    fold(w.stappen, steps(flow, verlof), { open: isFirst }),
    fold(w.waarom, reasons(w, verlof.voorwaarden)),
    fold(verlof.oordeel === "recht" ? w.totWanneer : w.helpt, whatWouldHelp(flow, verlof)),
    verlof.werkgever && fold(w.neeKop, employerSaysNo(flow, verlof)),
    fold(w.datums, dates(flow, verlof)),
    fold(w.aannames, assumptions(flow, verlof)),
    fold(w.hiaten, gaps(verlof)),
    h("p", { class: "geldig" }, validity(flow, verlof), verlof.afwijken && agreements(w, verlof.afwijken)));
}

/** Whether an agreement may differ, and for whom it is otherwise as far as this visitor did not say. */
function agreements(w, afwijken) {
  const said = afwijken.mag === "niet" ? w.caoNiet : w.cao;
  return ["", said, ...afwijken.uitzonderingen.map((each) => each.tekst)].join(" ");
}

/** A leave that is not for this visitor, closed, with what stands in the way. */
export function rejected(flow, verlof) {
  const w = flow.words;
  const help = whatWouldHelp(flow, verlof);
  return fold([h("span", null, verlof.naam), verdict(w, verlof)], [
    verlof.toelichting && h("p", null, verlof.toelichting),
    verlof.waarschuwingen.filter(({ tekst }) => tekst !== verlof.toelichting).map(warning),
    reasons(w, verlof.voorwaarden.filter(({ uitkomst }) => uitkomst === "niet-voldaan")),
    help && [h("p", { class: "label" }, w.helpt), help],
    h("p", { class: "geldig" }, validity(flow, verlof)),
  ], { class: "vouw afgewezen", part: "afgewezen" });
}

const verdict = (w, { oordeel, nogNiet }) => h("p", { class: `oordeel o-${oordeel}`, part: `oordeel oordeel-${oordeel}` }, icon(oordeel), nogNiet?.tekst ?? w.oordeel[oordeel] ?? oordeel);

const warning = ({ tekst }) => h("p", { class: "melding", part: "melding" }, icon("let"), h("span", null, tekst));

/** Of a day that has passed the text says so, and what can still be done. */
function steps({ words: w, format }, { stappen }) {
  return stappen.length > 0 && h("ol", { class: "stappen", part: "stappen" }, stappen.map((step) => h("li", null, h("p", null, step.tekst),
    step.uiterlijk && h("p", { class: "uiterlijk" }, fill(w.uiterlijk, format.day(step.uiterlijk))),
    step.bewijs?.length > 0 && h("p", { class: "kort" }, `${w.bewijs}: `, step.bewijs.join(" ")))));
}

function reasons(w, conditions) {
  return conditions.length > 0 && h("ul", { class: "voorwaarden", part: "voorwaarden" }, conditions.map(({ titel, tekst, uitkomst, bronnen }) => h("li", { class: `o-${LOOK[uitkomst]}` }, icon(LOOK[uitkomst]),
    h("div", null, h("p", null, h("strong", null, titel), h("span", { class: "uitkomst" }, w.vw[uitkomst])), h("p", null, tekst), sources(w, bronnen)))));
}

/** What would turn a no into a yes; of a right, until when one has it and what ends it. */
function whatWouldHelp(flow, verlof) {
  const w = flow.words;
  const found = flow.state.answer.watZouHelpen?.find(({ verlofsoort }) => verlofsoort === verlof.id);
  const { tekst, mogelijkheden = [], eindigtDoor = [] } = found ?? {};
  if (!tekst && !mogelijkheden.length) return null;
  const items = (texts) => texts.length > 0 && h("ul", { class: "helpt" }, texts.map((text) => h("li", null, text)));
  return h("div", { class: "raad" }, tekst && h("p", null, tekst),
    items(mogelijkheden.map(({ veranderingen }) => veranderingen.map((change) => change.tekst).join(" "))),
    eindigtDoor.length > 0 && h("p", null, w.daarna),
    items(eindigtDoor.map((end) => end.tekst)));
}

function dates({ words: w, format }, { termijnen }) {
  const sorted = [...termijnen].sort((a, b) => (a.uiterlijk < b.uiterlijk ? -1 : 1));
  return sorted.length > 0 && h("dl", { class: "datums" }, sorted.map(({ id, naam, uiterlijk }) =>
    h("div", null, h("dt", null, naam ?? w.datumNaam[id] ?? id), h("dd", null, format.day(uiterlijk)))));
}

function assumptions(flow, { aannames }) {
  const w = flow.words;
  const { questions } = flow.catalogue;
  return aannames.length > 0 && h("ul", { class: "aannames" }, aannames.map(({ tekst, feit }) => h("li", null, tekst, " ",
    questions.has(feit) && plain(w.wijzig, { class: "koppel geenDruk", "aria-label": fill(w.wijzigWat, questions.get(feit).label), onclick: () => flow.change(feit) }))));
}

/** What the rules do not work out; a service of before them tells none. */
function gaps({ hiaten = [] }) {
  return hiaten.length > 0 && h("ul", { class: "aannames" }, hiaten.map(({ tekst }) => h("li", null, tekst)));
}

function validity({ words: w, format, catalogue }, { id, geldig }) {
  if (!geldig?.van || catalogue.isAgreement(id)) return "";
  if (catalogue.isProposal(id)) return `${fill(w.geldigPlan, format.day(geldig.van))}.`;
  return `${geldig.tot ? fill(w.geldigTot, format.day(geldig.van), format.day(geldig.tot)) : fill(w.geldigVanaf, format.day(geldig.van))}.`;
}
