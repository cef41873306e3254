/**
 * <verlof-regelaar>: from a situation to an answer of the Verlofregelaar API, in any page.
 *
 * No dependencies, no build. Everything about the law comes from the API; only interface words live here. Answers are
 * kept in the memory of this element and nowhere else: no cookie, no storage, no address, no third party.
 * How to embed it: docs/inbedden.md. Licence: EUPL-1.2.
 */
import { Api } from "./element/api.js";
import { Flow } from "./element/flow.js";
import { Settings } from "./element/settings.js";
import { STYLE } from "./element/style.js";

export class VerlofRegelaar extends HTMLElement {
  static observedAttributes = ["taal", "api", "situatie", "verlofsoorten", "peildatum", "uren-per-week", "geboortedatum-kind", "kop"];

  #settings = new Settings(this);
  #flow;
  #started = false;

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [STYLE];
    this.#flow = new Flow(root, this.#settings, (answer) => this.#tell(answer));
  }

  connectedCallback() {
    if (this.#started) return;
    this.#started = true;
    this.#restart();
  }

  attributeChangedCallback(name, before, now) {
    if (!this.#started || before === now) return;
    if (name === "taal" || name === "kop") {
      this.#settings.choose(undefined);
      this.#flow.redraw();
    } else {
      this.#restart();
    }
  }

  #restart() {
    this.#flow.restart(new Api(this.getAttribute("api") ?? new URL("..", import.meta.url).href));
  }

  /** To the host page: verdicts, and nothing of the answers. */
  #tell({ verlofsoorten }) {
    const detail = { uitkomsten: verlofsoorten.map(({ id, oordeel }) => ({ verlofsoort: id, oordeel })) };
    this.dispatchEvent(new CustomEvent("verlof:uitkomst", { bubbles: true, composed: true, detail }));
  }
}

if (!customElements.get("verlof-regelaar")) customElements.define("verlof-regelaar", VerlofRegelaar);
