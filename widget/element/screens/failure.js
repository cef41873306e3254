// When the API does not answer, or not well: never a blank box, never a lost answer.

import { h, link, primary, secondary } from "../elements.js";
import { fill, plural } from "../text.js";

// Where someone can go meanwhile. Addresses of official sites, in the words people know.
const OFFICIAL = [
  { nl: "Rijksoverheid: verlof en vakantie", en: "Government: leave and holidays (in Dutch)", url: "https://www.rijksoverheid.nl/onderwerpen/verlof-en-vakantie" },
  { nl: "UWV: zwanger, adoptie of pleegzorg", en: "UWV: pregnancy, adoption or foster care (in Dutch)", url: "https://www.uwv.nl/particulieren/zwanger-adoptie-pleegzorg" },
  { nl: "De Wet arbeid en zorg", en: "The Work and Care Act (in Dutch)", url: "https://wetten.overheid.nl/BWBR0013008/" },
  { nl: "Het Juridisch Loket: gratis hulp", en: "Legal aid desk: free help (in Dutch)", url: "https://www.juridischloket.nl/" },
];

export function showFailure(flow, { kind, wait, title: ownTitle, message, errors }, verlof) {
  const w = flow.words;
  const ownWords = !errors.length && message && [ownTitle, message];
  const [title, explanation] = ownWords || w.storing[kind];
  const heading = flow.heading(0, null, title);
  const { situations } = flow.catalogue;
  flow.show([
    heading,
    h("p", null, fill(explanation, wait > 90 ? plural(w.minuten, Math.ceil(wait / 60)) : plural(w.seconden, wait))),
    errors.length > 0 && h("ul", null, errors.map(({ melding }) => h("li", null, melding))),
    Object.keys(flow.state.facts).length > 0 && h("p", null, w.bewaardeAntwoorden),
    h("div", { class: "knoppen" }, primary(w.opnieuw, { onclick: () => flow.here() }),
      verlof && secondary(w.naarUitkomst, { onclick: () => flow.outcome(verlof.id) })),
    flow.heading(1, null, w.intussen),
    h("ul", { class: "bronnen" }, OFFICIAL.map((site) => h("li", null, link(w, site.url, site[flow.language])))),
    h("slot", { name: "contact" }), h("slot"),
    situations.length > 0 && h("details", null, h("summary", null, w.situatiesLijst), h("ul", null, situations.map(({ titel }) => h("li", null, titel)))),
  ], heading);
  flow.say(title);
}
