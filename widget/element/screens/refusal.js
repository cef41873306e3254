// "My boss says no": what the employer may, and what to do with the answer that was given.

import { dateField, FieldError, radios } from "../fields.js";
import { h, icon, link, newId, plain, primary, secondary } from "../elements.js";
import { fill } from "../text.js";
import { sources } from "./sources.js";

const WRITTEN = "schriftelijk"; // the one form that is asked about; of the others the advice tells what the law wants

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

/** What the employer answered, and what to do; nothing where this service does not answer refusals. */
function refusal(flow, verlof) {
  const place = h("div", { class: "weigering geenDruk" });
  const advice = h("div", { class: "raad", part: "raad" });
  flow.api.read("/v1/weigeringen", flow.language).then((choices) => {
    if (!choices?.redenen) return;
    place.append(form(flow, choices, async (weigering, report) => {
      const answer = await flow.wait(
        () => flow.api.send("/v1/weigeringen", flow.language, { ...flow.request(), verlofsoort: verlof.id, weigering }),
        (failure) => {
          if (failure.kind !== "invoer") flow.failure(failure, verlof);
          else report(failure.errors.map(({ melding }) => melding).join(" ") || failure.message);
          return true;
        },
      );
      if (answer) showAdvice(flow, verlof, advice, answer);
    }), advice);
  }).catch(() => {});
  return place;
}

/** `onAnswer` gets the refusal as the API takes it, and what reports an error in it. */
function form(flow, { redenen, vormen }, onAnswer) {
  const w = flow.words;
  const [reasonId, helpId, errorId, group] = ["r", "h", "f", "v"].map(newId);
  const reason = h("select", { id: reasonId }, redenen.map(({ id, label }) => h("option", { value: id }, label)));
  const day = dateField(w, null, { describedBy: `${helpId} ${errorId}` });
  const asked = vormen.find(({ id }) => id === WRITTEN);
  const written = radios([{ waarde: true, label: w.ja }, { waarde: false, label: w.nee }], null, { name: group });
  const error = h("p", { class: "fout", id: errorId, hidden: true });
  const answered = h("div", { class: "antwoordVragen" },
    h("fieldset", null, h("legend", { class: "label" }, w.antwoordWanneer), h("p", { class: "hulp", id: helpId }, w.magLeeg), error, day.element),
    asked && h("fieldset", null, h("legend", { class: "label" }, asked.vraag), written.element));
  const silent = () => redenen.find(({ id }) => id === reason.value).zwijgt;
  reason.addEventListener("change", () => { answered.hidden = silent(); });
  const report = (message) => {
    error.replaceChildren(...(message ? [icon("let"), message] : []));
    error.hidden = !message;
    if (!message) return;
    flow.say(message);
    day.first.focus();
  };
  const read = () => {
    if (silent()) return { reden: reason.value };
    const [datum, schriftelijk] = [day.read(), written.read()];
    return { reden: reason.value, ...(datum && { datum }), ...(schriftelijk !== undefined && { vorm: { [WRITTEN]: schriftelijk } }) };
  };
  const onsubmit = (event) => {
    event.preventDefault();
    report();
    try {
      onAnswer(read(), report);
    } catch (problem) {
      if (!(problem instanceof FieldError)) throw problem;
      report(problem.message);
    }
  };
  return h("form", { onsubmit },
    h("div", { class: "zoekregel" }, h("label", { for: reasonId }, w.reden), reason), answered,
    secondary(w.vraagRaad, { type: "submit", class: "tweede klein" }));
}

/** The conclusion first; then why, what to write back, and who helps by when. */
function showAdvice(flow, verlof, place, { slotsom, grond, opTijd, inVorm, ontbrekendeFeiten, watTerugSchrijven, brief, wieHelpt, termijnen, bronnen }) {
  const w = flow.words;
  const heading = flow.heading(2, { tabindex: "-1" }, slotsom.tekst);
  const part = (title, ...content) => [h("p", { class: "label" }, title), ...content];
  place.replaceChildren(...[
    heading,
    part(w.grondKop, h("p", null, grond.tekst)), part(w.termijnKop, h("p", null, opTijd.tekst)), part(w.vormKop, h("p", null, inVorm.tekst)),
    stillOpen(flow, ontbrekendeFeiten),
    watTerugSchrijven.length > 0 && part(w.terugSchrijven, h("blockquote", null, watTerugSchrijven.map((sentence) => h("p", null, sentence)))),
    brief && h("div", { class: "knoppen" }, primary([icon("brief"), w.brief], { class: "eerste klein", onclick: () => flow.letter(verlof, brief) })),
    wieHelpt.length > 0 && part(w.wieHelpt, h("ul", { class: "helpt" }, wieHelpt.map((helper) => help(flow, helper, termijnen)))),
    sources(w, bronnen),
  ].flat(2).filter(Boolean));
  heading.focus();
}

/** The facts that would make the answer surer, each with a way to tell it. */
function stillOpen(flow, facts) {
  const { questions } = flow.catalogue;
  const known = facts.filter((feit) => questions.has(feit));
  return known.length > 0 && [h("p", { class: "label" }, flow.words.uitstaand), h("ul", { class: "aannames" },
    known.map((feit) => h("li", null, plain(questions.get(feit).label, { onclick: () => flow.change(feit) }))))];
}

/** A day that has passed is not shown: the text says what can still be done. */
function help({ words: w, format }, { id, naam, url, tekst }, terms) {
  const term = terms.find((each) => each.id === id && !each.voorbij);
  return h("li", null, link(w, url, naam), ". ", tekst, term && h("span", { class: "uiterlijk" }, ` (${fill(term.bindend ? w.uiterlijk : w.liefstVoor, format.day(term.uiterlijk))})`));
}
