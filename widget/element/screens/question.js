// One question on the screen.

import { backButton, h, plain, primary, secondary } from "../elements.js";
import { FieldError } from "../fields.js";
import { fill, plural } from "../text.js";
import { answersFold } from "./answers.js";
import { questionBlock } from "./question_block.js";

export function showQuestion(flow) {
  const { state } = flow;
  const w = flow.words;
  flow.here = () => flow.proceed({ to: "here" });
  const question = flow.questionAbout(state.path[state.position]);
  const { feit, ofwel } = question;
  const block = questionBlock(flow, question, 0);
  const { none } = block.control;

  const answer = (value, other) => {
    const before = { facts: { ...state.facts }, unknown: new Set(state.unknown) };
    flow.tell(question, value, other);
    return flow.proceed({ recover: ({ kind, errors }) => {
      const refused = errors.find(({ in: path }) => path?.startsWith(`feiten.${feit}`));
      if (kind !== "invoer" || !refused) return false;
      Object.assign(state, before);
      block.report(refused.melding);
      block.first.focus();
      return true;
    } });
  };
  const submit = (event) => {
    event.preventDefault();
    let value;
    try {
      value = block.control.read();
    } catch (error) {
      if (!(error instanceof FieldError)) throw error;
      block.report(error.message, error.field);
      return error.field.focus();
    }
    if (value !== undefined) return answer(value);
    if (flow.toldOther(question)) return answer(undefined, true);
    block.report(["bool", "enum"].includes(question.type) ? w.kiesEerst : w.vulEerst);
    return block.first.focus();
  };
  const doNotKnow = () => {
    flow.tell(question);
    flow.proceed();
  };
  const back = () => {
    if (state.changing) return flow.proceed({ to: "outcome" });
    state.position -= 1;
    return state.position < 0 ? flow.backToStart() : flow.question();
  };

  flow.show([
    progress(flow, feit, back),
    h("form", { novalidate: true, onsubmit: submit }, block.element,
      h("div", { class: "knoppen" },
        primary(w.verder, { type: "submit" }),
        none && secondary(none.label, { onclick: () => answer(none.value) }),
        ofwel && secondary(ofwel.label, { "data-ofwel": ofwel.feit, onclick: () => answer(undefined, true) }),
        secondary(w.weetNiet, { onclick: doNotKnow }))),
    h("div", { class: "onder" },
      state.position > 0 && plain(w.toonNu, { onclick: () => flow.proceed({ to: "outcome" }) }),
      plain(w.alles, { onclick: () => {
        state.allAtOnce = true;
        flow.allQuestions();
      } })),
    answersFold(flow),
  ], block.heading);
}

/** How far one is, in words and, for who sees, in bars. */
function progress(flow, feit, back) {
  const { path, position, answer, withMoney } = flow.state;
  const w = flow.words;
  const fresh = flow.openQuestions(answer, withMoney).filter((open) => open.feit !== feit && !path.includes(open.feit));
  const remaining = fresh.length + path.length - position - 1;
  return [
    h("div", { class: "boven" }, backButton(w.terug, back),
      h("p", { class: "voortgang" }, fill(w.vraagNr, position + 1), " · ", remaining ? plural(w.nog, remaining) : w.laatste)),
    h("div", { class: "maat", "aria-hidden": "true" }, Array.from({ length: position + 1 + remaining }, (_, i) => h("span", { class: i <= position ? "vol" : "" }))),
  ];
}
