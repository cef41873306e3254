// All questions on one page. What is left open is unknown; what the answers bring up is added.

import { backButton, h, plain, primary, secondary } from "../elements.js";
import { FieldError } from "../fields.js";
import { plural } from "../text.js";
import { questionBlock } from "./question_block.js";

/** `fresh`: the facts that the last answers brought up. */
export function showAllQuestions(flow, fresh = new Set()) {
  const { state } = flow;
  const w = flow.words;
  flow.here = () => flow.proceed();
  const open = flow.openQuestions(state.answer).map(({ feit }) => feit);
  const told = Object.keys(state.facts).map((feit) => flow.catalogue.askedWith(feit));
  const asked = [...new Set([...state.path, ...open, ...told])].filter((feit) => flow.catalogue.questions.has(feit));
  state.path = asked;
  const blocks = asked.map((feit) => {
    const question = flow.questionAbout(feit);
    return { question, ...withOther(flow, question, withUnknown(flow, questionBlock(flow, question, 1))) };
  });
  const firstFresh = blocks.find(({ feit }) => fresh.has(feit));
  const heading = flow.heading(0, null, state.situatie?.titel ?? state.verlof?.naam ?? w.allesKop);
  const errors = h("div", { class: "fouten", tabindex: "-1", hidden: true });

  const submit = async (event) => {
    event.preventDefault();
    errors.hidden = true;
    const mistakes = readAll(flow, blocks);
    if (mistakes.length) return showMistakes(flow, errors, mistakes);
    const answer = await flow.wait(() => flow.assess(), (failure) => {
      const refused = failure.errors
        .map(({ in: path, melding }) => ({ message: melding, block: blocks.find(({ feit }) => path?.startsWith(`feiten.${feit}`)) }))
        .filter(({ block }) => block);
      if (refused.length) showMistakes(flow, errors, refused);
      return refused.length > 0;
    });
    if (!answer) return undefined;
    state.answer = answer;
    const added = flow.openQuestions(answer).map(({ feit }) => feit).filter((feit) => !asked.includes(feit));
    return added.length ? flow.allQuestions(new Set(added)) : flow.outcome();
  };
  const oneByOne = () => {
    const path = Object.keys(state.facts).map((feit) => flow.catalogue.askedWith(feit));
    Object.assign(state, { allAtOnce: false, path, position: path.length - 1 });
    flow.proceed();
  };

  const added = fresh.size > 0 && plural(w.erbij, fresh.size);
  flow.show([
    h("div", { class: "boven" }, backButton(w.terug, () => flow.backToStart())),
    heading, h("p", { class: "intro" }, w.allesIntro), errors,
    h("form", { class: "samen", novalidate: true, onsubmit: submit },
      blocks.map((block) => [block === firstFresh && h("p", { class: "erbij", part: "melding" }, added), block.element]),
      h("div", { class: "knoppen" },
        primary(w.verder, { type: "submit" }),
        secondary(w.toonNu, { onclick: () => flow.proceed({ to: "outcome" }) }))),
    h("div", { class: "onder" }, plain(w.eenVoorEen, { onclick: oneByOne })),
  ], firstFresh?.heading ?? heading);
  if (added) flow.say(added);
}

/** A question to choose from also offers that one does not know; the others can be left open. */
function withUnknown(flow, block) {
  if (block.control.group && block.first.type === "radio") {
    const unknown = h("input", { type: "radio", name: block.first.name, checked: flow.facts[block.feit] === undefined });
    block.control.element.append(h("label", { class: "keuze", part: "keuze" }, unknown, h("span", null, flow.words.weetNiet)));
  }
  return block;
}

/** A question about a day also offers its other answer, where it has one. */
function withOther(flow, question, block) {
  if (!question.ofwel) return block;
  const other = h("input", { type: "checkbox", checked: flow.toldOther(question), "data-ofwel": question.ofwel.feit });
  block.element.append(h("label", { class: "keuze", part: "keuze" }, other, h("span", null, question.ofwel.label)));
  return { ...block, other };
}

/** Take every answer over; gives what cannot be read, as `{block, message, field}`. */
function readAll(flow, blocks) {
  const mistakes = [];
  for (const block of blocks) {
    block.report("");
    try {
      const value = block.control.read();
      flow.tell(block.question, value, value === undefined && block.other?.checked);
    } catch (error) {
      if (!(error instanceof FieldError)) throw error;
      mistakes.push({ block, message: error.message, field: error.field });
    }
  }
  return mistakes;
}

/** At their fields, and above all questions as a list that leads to them. */
function showMistakes(flow, errors, mistakes) {
  errors.hidden = false;
  errors.replaceChildren(flow.heading(1, null, flow.words.foutKop), h("ul", null, mistakes.map(({ block, message, field }) => {
    block.report(message, field);
    return h("li", null, plain(message, { onclick: () => (field ?? block.first).focus() }));
  })));
  errors.focus();
}
