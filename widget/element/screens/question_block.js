// One question: heading, help, place for an error, controls.

import { h, icon, newId } from "../elements.js";
import { dateField, numberField, perLeave, periodsField, radios } from "../fields.js";

/** The form controls for one question; `group` when they need a name of their own around them. */
function controlsFor(flow, { feit, type, opties, eenheid }, describedBy) {
  const w = flow.words;
  const value = flow.facts[feit];
  const id = newId("v");
  const number = { unit: eenheid, describedBy, language: flow.language };
  switch (type) {
    case "bool": return { group: true, ...radios([{ waarde: true, label: w.ja }, { waarde: false, label: w.nee }], value, { name: id, describedBy }) };
    case "enum": return { group: true, ...radios(opties, value, { name: id, describedBy }) };
    case "date": return { group: true, help: w.datumHulp, ...dateField(w, value, { describedBy }) };
    case "periods": return { group: true, help: w.datumHulp, ...periodsField(w, value, { describedBy }) };
    case "date-per-leave": return { group: true, help: w.datumHulp, ...perLeave(flow.leavesOf(feit), value, (each, _, name) => dateField(w, each, { describedBy, name })) };
    case "hours-per-leave":
    case "weeks-per-leave": return { group: true, ...perLeave(flow.leavesOf(feit), value, (each, fieldId) => numberField(w, each, { ...number, id: fieldId })) };
    default: return { group: false, id, ...numberField(w, value, { ...number, id }) };
  }
}

/** `report` puts an error at a field, or with nothing takes it away. */
export function questionBlock(flow, question, depth) {
  const [helpId, errorId] = [newId("h"), newId("f")];
  const control = controlsFor(flow, question, helpId);
  const heading = flow.heading(depth, null, control.group ? question.vraag : h("label", { for: control.id }, question.vraag));
  const help = h("p", { class: "hulp", id: helpId }, question.hulp, control.help && h("span", { class: "voorbeeld" }, control.help));
  const error = h("p", { class: "fout", id: errorId, hidden: true });
  const attributes = { class: "vraag", part: "vraag", "data-feit": question.feit };
  const element = control.group
    ? h("fieldset", attributes, h("legend", null, heading), help, error, control.element)
    : h("div", attributes, heading, help, error, control.element);
  const fields = () => element.querySelectorAll("input, select");
  return {
    feit: question.feit, heading, control, element, first: control.first,
    report(message, field = control.first) {
      error.replaceChildren(...(message ? [icon("let"), message] : []));
      error.hidden = !message;
      for (const each of fields()) {
        each.setAttribute("aria-describedby", message ? `${errorId} ${helpId}` : helpId);
        each.removeAttribute("aria-invalid");
      }
      if (message) for (const each of field.type === "radio" ? fields() : [field]) each.setAttribute("aria-invalid", "true");
    },
  };
}
