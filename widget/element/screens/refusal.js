// "My boss says no": what the employer may, and what to do with the reason that was given.

import { h, link, newId, secondary } from "../elements.js";
import { fill } from "../text.js";
import { sources } from "./sources.js";

export function employerSaysNo(flow, verlof) {
  const w = flow.words;
  const { magWeigeren, magWijzigen, grond, antwoordUiterlijk, bronnen } = verlof.werkgever;
  const free = (always, onGround) => (grond ? fill(onGround, w.grond[grond]) : always);
  const refuse = { true: free(w.magWel, w.magMet), false: w.magNiet, null: w.magOpen };
  const may = [
    refuse[magWeigeren],
    magWijzigen && free(w.wijzigenWel, w.wijzigenMet),
    antwoordUiterlijk && fill(w.antwoordVoor, flow.format.day(antwoordUiterlijk)),
  ].filter(Boolean);
  return h("div", { class: "nee" },
    h("p", null, may.join(" ")),
    sources(w, bronnen), refusal(flow, verlof));
}

/** The reasons to choose from and what to do; nothing where this service does not answer refusals. */
function refusal(flow, verlof) {
  const w = flow.words;
  const place = h("div", { class: "weigering geenDruk" });
  const advice = h("div", { class: "raad", part: "raad" });
  const id = newId("r");
  const offer = ({ redenen }) => {
    const select = h("select", { id }, redenen.map((reden) => h("option", { value: reden.id }, reden.label)));
    const ask = async (event) => {
      event.preventDefault();
      const body = { ...flow.request(), verlofsoort: verlof.id, reden: select.value };
      const answer = await flow.wait(
        () => flow.api.send("/v1/weigeringen", flow.language, body),
        (failure) => flow.failure(failure, verlof) ?? true,
      );
      if (answer) showAdvice(flow, advice, answer);
    };
    place.append(h("form", { onsubmit: ask }, h("div", { class: "zoekregel" }, h("label", { for: id }, w.reden), select),
      secondary(w.vraagRaad, { type: "submit", class: "tweede klein" })), advice);
  };
  flow.api.read("/v1/weigeringen", flow.language).then((read) => read?.redenen && offer(read)).catch(() => {});
  return place;
}

function showAdvice(flow, place, { slotsom, grond, opTijd, inVorm, watTerugSchrijven, wieHelpt, bronnen }) {
  const w = flow.words;
  const heading = flow.heading(2, { tabindex: "-1" }, slotsom.tekst);
  place.replaceChildren(...[
    heading,
    [grond, opTijd, inVorm].map(({ tekst }) => h("p", null, tekst)),
    watTerugSchrijven.length > 0 && [h("p", { class: "label" }, w.terugSchrijven), h("blockquote", null, watTerugSchrijven.map((sentence) => h("p", null, sentence)))],
    wieHelpt.length > 0 && [h("p", { class: "label" }, w.wieHelpt), h("ul", { class: "helpt" }, wieHelpt.map(({ naam, url, tekst }) => h("li", null, link(w, url, naam), " ", tekst)))],
    sources(w, bronnen),
  ].flat(2).filter(Boolean));
  heading.focus();
}
