import { h, link } from "../elements.js";
import { fill } from "../text.js";

/** The articles of law as links; nothing when there are none. */
export function sources(w, bronnen) {
  return bronnen?.length > 0 && h("ul", { class: "artikelen" }, bronnen.map(({ wet, artikel, lid, url }) =>
    h("li", null, link(w, url, fill(w.artikel, wet, artikel) + (lid ? fill(w.lid, lid) : "")))));
}
