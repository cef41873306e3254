import { h, link } from "../elements.js";
import { fill } from "../text.js";

/** The articles of law as links; nothing when there are none. */
export function sources(w, bronnen) {
  return bronnen?.length > 0 && h("ul", { class: "artikelen" }, named(w, bronnen).map(([text, url]) => h("li", null, link(w, url, text))));
}

/** The words and address of each source, every one once; a source without an article is named by its law. */
function named(w, bronnen) {
  const text = ({ wet, artikel, lid }) => (artikel ? fill(w.artikel, wet, artikel) + (lid ? fill(w.lid, lid) : "") : wet);
  return [...new Map(bronnen.map((bron) => [text(bron), bron.url])).entries()];
}
