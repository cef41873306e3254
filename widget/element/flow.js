import { h } from "./elements.js";
import { Frame } from "./frame.js";
import { fill, inSentence } from "./text.js";
import { Catalogue } from "./catalogue.js";
import { showStart, startSkeleton } from "./screens/start.js";
import { showQuestion } from "./screens/question.js";
import { showAllQuestions } from "./screens/all_questions.js";
import { showOutcome } from "./screens/outcome.js";
import { showLetter } from "./screens/letter.js";
import { showFailure } from "./screens/failure.js";

/**
 * One visitor's way from a situation to an outcome: what was told, what the API answered, and which screen comes next.
 * Each screen is a function that gets this and puts itself up with `show`.
 */
export class Flow {
  state; // what was told, and nothing more
  here; // shows this screen again: in another language, or after a failure
  #frame;
  #warned; // whether the webmaster heard which attributes are not understood

  /** `onOutcome` gets each outcome that is shown. */
  constructor(root, settings, onOutcome) {
    this.#frame = new Frame(root);
    this.settings = settings;
    this.onOutcome = onOutcome;
  }

  // --- what screens use ---

  get words() {
    return this.settings.words;
  }

  get language() {
    return this.settings.language;
  }

  get format() {
    return this.settings.format;
  }

  /** A heading, `depth` levels below the one the host page set. */
  heading(depth, attributes, ...children) {
    const level = Math.min(6, this.settings.headingLevel + depth);
    return h(`h${level}`, { class: `kop${depth}`, part: depth ? "tussenkop" : "kop", ...attributes }, ...children);
  }

  show(screen, focus) {
    this.#frame.show(screen, focus);
  }

  lead(heading, part) {
    this.#frame.lead(heading, part);
  }

  say(text) {
    this.#frame.say(text);
  }

  find(selector) {
    return this.#frame.find(selector);
  }

  /** Wait for the API. What `recover` does not take (gives true for) becomes the screen of failures; undefined then. */
  wait(work, recover, options) {
    const onFailure = (failure) => recover?.(failure) || this.failure(failure);
    return this.#frame.wait(work, { words: this.words, onFailure, ...options });
  }

  /** Everything told: by the situation (but for what the visitor does not know), by the host page, by the visitor. */
  get facts() {
    const said = Object.entries(this.state.situatie?.feiten ?? {}).filter(([feit]) => !this.state.unknown.has(feit));
    return { ...Object.fromEntries(said), ...this.#told };
  }

  /** What the host page and the visitor told. */
  get #told() {
    return { ...this.settings.facts, ...this.state.facts };
  }

  // --- beginning ---

  /** From nothing, with the API at this address. */
  restart(api) {
    this.api = api;
    this.catalogue = new Catalogue(api);
    this.#warned = false;
    this.#forget();
    this.#build();
    this.begin();
  }

  /** The same screen in the language and with the headings of now. */
  redraw() {
    this.#build();
    this.here?.();
  }

  #build() {
    this.#frame.build(this.settings, {
      onLanguage: (language) => {
        this.settings.choose(language);
        this.redraw();
      },
      onErase: () => {
        this.#forget();
        this.#frame.drop();
        this.start();
        this.say(this.words.gewist);
      },
    });
  }

  #forget() {
    this.state = { situatie: null, verlof: null, facts: {}, unknown: new Set(), path: [], position: -1, allAtOnce: this.settings.allAtOnce, changing: false, then: null, answer: null };
  }

  async begin() {
    this.here = () => this.begin();
    const reading = this.wait(() => this.#readChoices(), null, { skeleton: startSkeleton(this), message: this.words.laden });
    this.catalogue.readQuestions(this.language).catch(() => {}); // meanwhile; what goes wrong is told when it is needed
    if (!(await reading)) return;
    this.#warn();
    const chosen = this.catalogue.situation(this.settings.situation);
    if (chosen) this.chooseSituation(chosen);
    else if (!this.catalogue.situations.length && this.catalogue.only.length) this.proceed();
    else this.start();
  }

  /** To the webmaster, once: which attributes are not understood, and never what stands in them. */
  #warn() {
    const names = this.settings.notUnderstood(this.catalogue);
    if (names.length && !this.#warned) console.warn(fill(this.words.attribuutFout, names.join(", ")));
    this.#warned = true;
  }

  /** What can be chosen, and what was chosen, in the language of now. */
  async #readChoices() {
    const { catalogue, state } = this;
    await catalogue.readChoices(this.language, this.settings.leaves);
    if (state.situatie) state.situatie = catalogue.situation(state.situatie.id) ?? state.situatie;
    if (state.verlof) state.verlof = catalogue.leave(state.verlof.id) ?? state.verlof;
    return true;
  }

  chooseSituation(situatie) {
    Object.assign(this.state, { situatie, verlof: null, path: [], position: -1 });
    this.proceed();
  }

  chooseLeave(verlof) {
    Object.assign(this.state, { situatie: null, verlof, path: [], position: -1 });
    this.proceed();
  }

  backToStart() {
    Object.assign(this.state, { situatie: null, verlof: null, path: [], position: -1, changing: false });
    this.start();
  }

  // --- asking the API ---

  /**
   * The body of a request about this visitor's situation, in which `more` is told as well. What the situation says by
   * itself is not sent: the API knows it, and lets it go where something else is told.
   */
  request(more = {}) {
    const { situatie, verlof } = this.state;
    const { only } = this.catalogue;
    const own = situatie?.verlofsoorten ?? [];
    const kept = only.length && own.length ? own.filter((id) => only.includes(id)) : only.length ? only : own;
    const leaves = verlof ? [verlof.id] : kept;
    return {
      ...(this.settings.day && { peildatum: this.settings.day }),
      ...(situatie && { situatie: situatie.id }),
      ...(leaves.length && { verlofsoorten: leaves }),
      ...(leaves.some((id) => this.catalogue.isProposal(id)) && { inclusiefVoorstellen: true }),
      feiten: { ...this.#told, ...more },
      ...this.#notKnown(more),
    };
  }

  /** What the visitor does not know, and has not told after all. */
  #notKnown(more) {
    const nietBekend = [...this.state.unknown].filter((feit) => this.catalogue.questions.has(feit) && !(feit in this.facts || feit in more));
    return nietBekend.length ? { nietBekend } : {};
  }

  assess() {
    return this.api.send("/v1/beoordelingen", this.language, { ...this.request(), opties: ["watZouHelpen", "routes"] });
  }

  /** The questions that are still open; those about money are only asked on request. */
  openQuestions(answer, withMoney = false) {
    return answer.volgendeVragen.filter(({ feit, waarvoor }) => !this.state.unknown.has(feit) && (withMoney || waarvoor !== "betaling"));
  }

  /** A fact as a question: as it is asked now, or else from the catalogue of questions. */
  questionAbout(feit) {
    const asked = this.state.answer?.volgendeVragen.find((vraag) => vraag.feit === feit);
    const known = this.catalogue.questions.get(feit);
    if (asked) this.state.decides = { ...this.state.decides, [feit]: asked.perVerlof ?? asked.beslistOver };
    const names = this.leavesOf(feit).map(({ naam }) => inSentence(naam)).join(", ");
    const named = (sentence) => sentence?.replace("{verlof}", names);
    return { ...known, ...asked, ...(!asked && known && { vraag: named(known.vraag), hulp: named(known.hulp) }) };
  }

  /** Take an answer over in place of the one before; undefined: not known. `other`: the answer is the other one, not a day. */
  tell({ feit, ofwel }, value, other = false) {
    const { facts, unknown } = this.state;
    delete facts[feit];
    if (ofwel) delete facts[ofwel.feit];
    if (other) facts[ofwel.feit] = ofwel.waarde;
    else if (value !== undefined) facts[feit] = value;
    if (other || value !== undefined) unknown.delete(feit);
    else unknown.add(feit);
  }

  /** Was the other answer to this question told? */
  toldOther({ ofwel }) {
    return Boolean(ofwel) && this.facts[ofwel.feit] === ofwel.waarde;
  }

  /** The leaves that a fact is about, as `{id, naam}`. */
  leavesOf(feit) {
    const assessed = this.state.answer?.verlofsoorten ?? [];
    const ids = this.state.decides?.[feit] ?? assessed.map(({ id }) => id);
    return ids.map((id) => ({ id, naam: assessed.find((verlof) => verlof.id === id)?.naam ?? this.catalogue.leave(id)?.naam ?? id }));
  }

  // --- from screen to screen ---

  /** Assess, then go on `to` the next question or the outcome, or stay at this question (`here`). */
  async proceed({ to = "next", recover } = {}) {
    this.here = () => this.proceed({ to });
    const answer = await this.wait(async () => {
      const [assessed] = await Promise.all([this.assess(), this.#readChoices(), this.catalogue.readQuestions(this.language)]);
      return assessed;
    }, recover);
    if (!answer) return undefined;
    const { state } = this;
    state.answer = answer;
    if (to === "outcome") return this.outcome();
    if (state.allAtOnce) return this.allQuestions();
    if (to === "here") return this.question();
    if (!state.changing && state.position + 1 < state.path.length) {
      state.position += 1;
      return this.question();
    }
    const next = this.openQuestions(answer, state.withMoney).find(({ feit }) => !state.path.includes(feit));
    if (!next) return state.then ? state.then() : this.outcome();
    state.path.push(next.feit);
    state.position = state.path.length - 1;
    state.changing = false;
    return this.question();
  }

  /** Ask one fact, again or after all; the other answers stay. `then`: what comes after it, instead of the outcome. */
  change(feit, then = null) {
    const { state } = this;
    if (!state.path.includes(feit)) state.path.push(feit);
    Object.assign(state, { position: state.path.indexOf(feit), changing: true, allAtOnce: false, then });
    this.question();
  }

  start() {
    showStart(this);
  }

  question() {
    showQuestion(this);
  }

  allQuestions(fresh) {
    showAllQuestions(this, fresh);
  }

  /** `returnTo`: the id of the leave whose letter one comes back from. */
  outcome(returnTo) {
    showOutcome(this, returnTo);
  }

  /** `brief`: another letter than the ordinary one, as the answer to a refusal names it. */
  letter(verlof, brief) {
    return showLetter(this, verlof, brief);
  }

  /** `verlof`: the leave whose outcome one can go back to. */
  failure(failure, verlof) {
    showFailure(this, failure, verlof);
  }
}
