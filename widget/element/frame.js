import { h } from "./elements.js";
import { Failure } from "./api.js";

const SLOW = 5000; // ms after which we say that it is slow

function focusOn(heading) {
  heading.setAttribute("tabindex", "-1");
  heading.focus({ preventScroll: true });
}

function bringUp(element, block = "start") {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  element.scrollIntoView({ block, behavior: still ? "auto" : "smooth" });
}

/** What stays around the screens: the bar, the live region, the foot; and the waiting, and where the focus goes. */
export class Frame {
  #root;
  #content; // the screen
  #status; // the live region
  #turn = 0; // of what is being waited for only the last counts
  #inUse = false; // from then on the focus follows the screens

  constructor(root) {
    this.#root = root;
    for (const kind of ["click", "submit"]) root.addEventListener(kind, () => { this.#inUse = true; }, { capture: true });
  }

  /** Build it in the language of the settings. `onLanguage` gets the code of the other language. */
  build({ words, language }, { onLanguage, onErase }) {
    this.#status = h("div", { role: "status", class: "verborgen" });
    this.#content = h("div", { class: "inhoud", part: "inhoud" });
    const other = language === "nl" ? "en" : "nl";
    this.#root.replaceChildren(h("div", { class: "w", part: "widget", lang: language },
      h("div", { class: "balk", part: "balk" },
        h("span", { class: "merk" }, words.naam),
        h("button", { type: "button", class: "koppel", lang: other, onclick: () => onLanguage(other) }, words.andereTaal)),
      this.#status, this.#content,
      h("div", { class: "voet", part: "voet" },
        h("p", null, words.privacy, " ", words.geenAdvies),
        h("button", { type: "button", class: "koppel", onclick: onErase }, words.wis))));
  }

  find(selector) {
    return this.#content.querySelector(selector);
  }

  /** Tell it to who listens to the screen. */
  say(text) {
    this.#status.textContent = "";
    requestAnimationFrame(() => { this.#status.textContent = text; });
  }

  /** Put up a screen; `focus` is its heading, which gets the focus once someone is using the widget. */
  show(screen, focus) {
    this.#content.style.removeProperty("min-height");
    this.#content.removeAttribute("aria-busy");
    this.#content.replaceChildren(...screen.flat(Infinity).filter(Boolean));
    this.#status.textContent = "";
    if (!this.#inUse) return;
    focusOn(focus);
    const above = this.#root.host.getBoundingClientRect().top < 0;
    if (above || focus.getBoundingClientRect().top > innerHeight * 0.8) bringUp(this.#root.firstChild);
  }

  /** The focus to the heading of a part that came on the screen, and that part into view as far as it fits. */
  lead(heading, part) {
    focusOn(heading);
    bringUp(part, "nearest");
  }

  /** Forget what is being waited for. */
  drop() {
    this.#turn += 1;
  }

  /**
   * Wait for the API: say so, say so again when it takes long. Gives undefined when it failed, which goes to
   * `onFailure`, or when something else was asked meanwhile. `skeleton` stands there instead of the screen.
   */
  async wait(work, { words, message = words.rekenen, skeleton, onFailure }) {
    const turn = ++this.#turn;
    const content = this.#content;
    content.setAttribute("aria-busy", "true");
    if (skeleton) content.replaceChildren(...skeleton);
    else content.style.minHeight = `${content.offsetHeight}px`;
    const sayBusy = setTimeout(() => this.say(message), 400);
    const saySlow = setTimeout(() => {
      this.say(words.traag);
      content.append(h("p", { class: "traag", part: "traag" }, words.traag));
    }, SLOW);
    try {
      const result = await work();
      return turn === this.#turn ? result : undefined;
    } catch (failure) {
      if (!(failure instanceof Failure)) throw failure;
      if (turn === this.#turn) onFailure(failure);
      return undefined;
    } finally {
      clearTimeout(sayBusy);
      clearTimeout(saySlow);
      if (turn === this.#turn) {
        content.removeAttribute("aria-busy");
        content.style.removeProperty("min-height");
        content.querySelector(".traag")?.remove();
        if (this.#status.textContent === message) this.#status.textContent = "";
      }
    }
  }
}
