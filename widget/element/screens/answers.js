// What was told so far, as words, each with a way to change it.

import { fold, h, plain } from "../elements.js";
import { fill, isDate } from "../text.js";

export function answersFold(flow) {
  const w = flow.words;
  const asked = (feit) => flow.catalogue.questions.has(feit);
  const told = Object.entries(flow.facts).filter(([feit]) => asked(feit)).map(([feit, value]) => {
    const question = flow.catalogue.questions.get(flow.catalogue.askedWith(feit));
    return question.feit !== feit && flow.toldOther(question) ? [question.feit, question.ofwel.label] : [feit, asText(flow, feit, value)];
  });
  const answers = [...told, ...[...flow.state.unknown].filter(asked).map((feit) => [feit, w.weetNiet])];
  if (!answers.length) return null;
  return fold(`${w.antwoorden} (${answers.length})`, h("dl", { class: "antwoorden" }, answers.map(([feit, text]) => {
    const { vraag } = flow.questionAbout(feit);
    return h("div", { class: "antwoord" }, h("dt", null, vraag), h("dd", null, h("span", null, text),
      plain(w.wijzig, { "aria-label": fill(w.wijzigWat, vraag), onclick: () => flow.change(feit) })));
  })));
}

function asText(flow, feit, value) {
  const { words: w, format } = flow;
  const { eenheid, opties } = flow.catalogue.questions.get(feit);
  if (typeof value === "boolean") return value ? w.ja : w.nee;
  if (isDate(value)) return format.day(value);
  if (typeof value === "number") return eenheid === "euro" ? format.money(value) : `${format.number(value)} ${eenheid ?? ""}`.trim();
  if (Array.isArray(value)) return value.length ? value.map((period) => format.span(period)).join("; ") : w.periodeGeen;
  if (value && typeof value === "object") return flow.leavesOf(feit).filter(({ id }) => id in value).map(({ id, naam }) => `${naam}: ${asText(flow, feit, value[id])}`).join("; ");
  return opties?.find(({ waarde }) => waarde === value)?.label ?? String(value);
}
