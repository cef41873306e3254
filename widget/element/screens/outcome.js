// The outcome: the leaves as cards in the order of the route, and what does not fit.

import { backButton, fold, h, plain, secondary } from "../elements.js";
import { fill } from "../text.js";
import { answersFold } from "./answers.js";
import { card, rejected } from "./card.js";
import { datedSteps, routeList } from "./route.js";
import { leaveList } from "./start.js";
import { nothingYet } from "./takeaways.js";

// Of leaves outside the route, these verdicts first.
const ORDER = ["recht", "oordeel-nodig", "nog-niet", "vraag-nodig", "andere-regeling", "afspraak", "voorstel", "geen-recht"];

/** `returnTo`: the id of the leave whose letter one comes back from. */
export function showOutcome(flow, returnTo) {
  const { state, words: w, format } = flow;
  const { answer, situatie, verlof: chosen } = state;
  Object.assign(state, { changing: false, withMoney: false, then: null });
  flow.here = () => flow.proceed({ to: "outcome" });
  const leaves = inOrder(answer);
  const fitting = leaves.filter(({ oordeel }) => oordeel !== "geen-recht");
  const unfitting = leaves.filter(({ oordeel }) => oordeel === "geen-recht");
  const route = answer.route ?? [];
  const otherRoutes = (answer.routes ?? []).filter((other) => datedSteps(other.route).length > 1 && days(other.route) !== days(route));
  const referral = answer.verwijzing ?? situatie?.verwijzing;
  const moneyIsOpen = flow.openQuestions(answer, true).some(({ waarvoor }) => waarvoor === "betaling");
  const fits = fitting.every(nothingYet) ? w.misschienKop : w.uitkomstKop;
  const heading = flow.heading(0, null, fitting.length ? fits : w.nietsKop);
  const askMoney = () => {
    Object.assign(state, { withMoney: true, allAtOnce: false, position: state.path.length - 1 });
    flow.proceed();
  };
  flow.show([
    h("div", { class: "boven geenDruk" }, backButton(w.terug, () => goBack(flow)), plain(w.andereKeus, { onclick: () => flow.backToStart() })),
    heading,
    (situatie || chosen) && h("p", { class: "intro" }, situatie ? `‘${situatie.titel}’` : chosen.naam),
    h("p", { class: "peil", part: "peildatum" }, fill(w.wetOp, format.day(answer.peildatum)), " · ", fill(w.regels, answer.regelset?.versie)),
    referral && h("p", { class: "melding" }, referral),
    !leaves.length && flow.catalogue.choosable.length > 0 && [flow.heading(1, null, w.kiesVerlof), leaveList(flow)],
    !fitting.length && unfitting.length > 0 && h("p", null, w.niets),
    datedSteps(route).length > 1 && [flow.heading(1, null, w.routeKop), routeList(flow, route)],
    outstanding(flow, fitting),
    fitting.length > 0 && h("ol", { class: "kaarten", part: "kaarten" }, fitting.map((verlof, i) => h("li", null, card(flow, verlof, i === 0)))),
    otherRoutes.length > 0 && fold(w.andereRoutes, otherRoutes.map((other) => [flow.heading(2, null, other.naam), routeList(flow, other.route)])),
    moneyIsOpen && fitting.length > 0 && h("div", { class: "knoppen geenDruk" }, secondary(w.bedragVraag, { onclick: askMoney })),
    unfitting.length > 0 && [flow.heading(1, null, w.geenRechtKop), h("div", { class: "niet" }, unfitting.map((verlof) => rejected(flow, verlof)))],
    answersFold(flow),
    h("slot", { name: "contact" }),
  ], heading);
  if (returnTo) flow.find(`[data-brief="${returnTo}"]`)?.focus();
  flow.onOutcome(answer);
}

/** The days of a route as text, to see whether two routes are one plan. */
const days = (route) => JSON.stringify(datedSteps(route).map(({ verlofsoort, van, tot }) => [verlofsoort, van, tot]));

/** The leaves of the route in its order, then the rest. */
function inOrder({ route = [], verlofsoorten }) {
  const place = ({ id, oordeel }) => {
    const step = route.findIndex(({ verlofsoort }) => verlofsoort === id);
    return step < 0 ? route.length + ORDER.indexOf(oordeel) : step;
  };
  return [...verlofsoorten].sort((a, b) => place(a) - place(b));
}

function goBack(flow) {
  const { state } = flow;
  if (state.allAtOnce) return flow.allQuestions();
  if (!state.path.length) return flow.backToStart();
  state.position = state.path.length - 1;
  return flow.question();
}

/** The questions that could still decide a leave, each to be answered after all. */
function outstanding(flow, leaves) {
  const missing = [...new Set(leaves.flatMap(({ ontbrekendeFeiten }) => ontbrekendeFeiten))].filter((feit) => flow.catalogue.questions.has(feit));
  return missing.length > 0 && h("div", { class: "uitstaand geenDruk", part: "uitstaand" }, flow.heading(1, null, flow.words.uitstaand),
    h("ul", null, missing.map((feit) => h("li", null, plain(flow.questionAbout(feit).vraag, { onclick: () => flow.change(feit) })))));
}
