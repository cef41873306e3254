import { h } from "../elements.js";

const DAY = 864e5; // ms

/** The steps of a route that have days. */
export const datedSteps = (route) => route.filter(({ van }) => van);

/** The leaves after one another as a list of periods; the bars repeat what the words say. */
export function routeList(flow, route) {
  const dated = datedSteps(route);
  const dayNumber = (iso) => Date.parse(`${iso}T00:00:00Z`) / DAY;
  const first = Math.min(...dated.map(({ van }) => dayNumber(van)));
  const end = Math.max(...dated.map(({ van, tot }) => dayNumber(tot ?? van))) + 1;
  const share = (days) => `${Math.min(98, (days / (end - first)) * 100)}%`;
  const bar = ({ van, tot }) => {
    const filled = h("span");
    filled.style.marginInlineStart = share(dayNumber(van) - first);
    filled.style.inlineSize = share(dayNumber(tot ?? van) + 1 - dayNumber(van));
    return h("span", { class: "balkje", "aria-hidden": "true" }, filled);
  };
  return h("ol", { class: "route", part: "route" }, route.map((step) => h("li", null,
    h("strong", null, flow.state.answer.verlofsoorten.find(({ id }) => id === step.verlofsoort)?.naam ?? step.verlofsoort),
    step.van && h("span", { class: "wanneer" }, flow.format.span(step)),
    step.waarom && h("span", { class: "kort" }, step.waarom),
    step.van && bar(step))));
}
