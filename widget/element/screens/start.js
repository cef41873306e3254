// Where someone begins: in their own words, by a situation, or by a leave they know.

import { fold, h, icon, newId, primary, secondary } from "../elements.js";
import { fill, plural } from "../text.js";

const FIRST_SHOWN = 8; // situations before "show all"
const MOST_FOUND = 6;

/** What stands there while the situations come. */
export function startSkeleton({ words }) {
  return [
    h("p", { class: "verborgen" }, words.laden),
    h("div", { class: "skelet", "aria-hidden": "true" },
      h("span", { class: "breed" }), h("span"), h("span", { class: "veld" }), Array.from({ length: FIRST_SHOWN }, () => h("span", { class: "rij" }))),
  ];
}

export function showStart(flow) {
  const w = flow.words;
  const { situations } = flow.catalogue;
  flow.here = () => flow.begin();
  const heading = flow.heading(0, null, w.startKop);
  const own = situations.filter(({ doelgroep }) => doelgroep !== "hr");
  const hr = situations.filter(({ doelgroep }) => doelgroep === "hr");
  const bySituation = (situatie) => choice(() => flow.chooseSituation(situatie), h("span", { class: "wat" }, situatie.titel));
  const leaves = leaveList(flow);
  flow.show([
    heading,
    h("p", { class: "intro" }, w.startIntro),
    own.length > 0 && [searchBox(flow, bySituation), flow.heading(1, null, w.kies), situationList(w, own, bySituation)],
    hr.length > 0 && fold(w.kiesHr, h("ul", { class: "situaties" }, hr.map(bySituation))),
    situations.length ? fold(w.weetVerlof, leaves) : [flow.heading(1, null, w.kiesVerlof), leaves],
  ], heading);
}

const choice = (onclick, ...words) => h("li", null, h("button", { type: "button", class: "situatie", part: "situatie", onclick }, words, icon("andere-regeling")));

/** Every leave that can be chosen. */
export function leaveList(flow) {
  const words = ({ naam, kort }) => h("span", null, h("span", { class: "wat" }, naam), h("span", { class: "kort" }, kort));
  return h("ul", { class: "situaties" }, flow.catalogue.choosable.map((verlof) => choice(() => flow.chooseLeave(verlof), words(verlof))));
}

/** The first situations, and a button that shows the rest. */
function situationList(w, situations, item) {
  const list = h("ul", { class: "situaties" }, situations.slice(0, FIRST_SHOWN).map(item));
  if (situations.length <= FIRST_SHOWN) return list;
  const more = secondary(fill(w.toonAlle, situations.length), { class: "tweede klein", "aria-expanded": "false", onclick: () => {
    const open = more.getAttribute("aria-expanded") === "true";
    more.setAttribute("aria-expanded", String(!open));
    more.textContent = open ? fill(w.toonAlle, situations.length) : w.toonMinder;
    list.replaceChildren(...situations.slice(0, open ? FIRST_SHOWN : undefined).map(item));
    if (!open) list.children[FIRST_SHOWN].firstChild.focus();
  } });
  return [list, more];
}

function searchBox(flow, item) {
  const w = flow.words;
  const [id, helpId, errorId] = [newId("z"), newId("h"), newId("f")];
  const field = h("input", { type: "search", id, maxlength: 200, autocomplete: "off", "aria-describedby": helpId });
  const error = h("p", { class: "fout", id: errorId, hidden: true });
  const results = h("div", { class: "resultaten" });
  const report = (message) => {
    error.textContent = message;
    error.hidden = !message;
    field.setAttribute("aria-describedby", message ? `${helpId} ${errorId}` : helpId);
    if (message) field.setAttribute("aria-invalid", "true");
    else field.removeAttribute("aria-invalid");
  };
  const submit = async (event) => {
    event.preventDefault();
    const ownWords = field.value.trim();
    report(ownWords ? "" : w.zoekLeeg);
    results.replaceChildren();
    if (!ownWords) return field.focus();
    const answer = await flow.wait(() => search(flow, ownWords));
    if (!answer) return undefined;
    const { found, near, groups } = answer;
    const title = flow.heading(1, null, found.length ? w.gevonden : w.nietGevonden);
    const list = (situations) => situations.length > 0 && h("ul", { class: "situaties" }, situations.map(item));
    results.replaceChildren(...[
      title, list(found),
      near.length > 0 && flow.heading(1, null, w.dichtbij), list(near),
      ...groups.map(({ titel, situations }) => fold(titel, list(situations))),
    ].filter(Boolean));
    flow.lead(title, results);
    if (found.length) flow.say(plural(w.aantalGevonden, found.length));
    return undefined;
  };
  return h("form", { class: "zoek", novalidate: true, onsubmit: submit },
    h("label", { for: id }, w.zoekLabel), h("p", { class: "hulp", id: helpId }, w.zoekHulp), error,
    h("div", { class: "zoekregel" }, field, primary([icon("zoek"), w.zoek], { type: "submit" })), results);
}

/** The situations that the API finds in someone's own words, best first; where little fits, what comes nearest and the
 * groups to choose from. */
async function search(flow, ownWords) {
  const { resultaten, dichtbij = [], groepen = [] } = await flow.api.send("/v1/situaties/_zoek", flow.language, { woorden: ownWords });
  const known = (ids) => ids.map((id) => flow.catalogue.situation(id)).filter(Boolean);
  const ids = (situations) => situations.map(({ id }) => id);
  const groups = groepen.map(({ titel, situaties }) => ({ titel, situations: known(situaties) }));
  return {
    found: known(ids(resultaten)).slice(0, MOST_FOUND),
    near: known(ids(dichtbij)),
    groups: groups.filter(({ situations }) => situations.length > 0),
  };
}
