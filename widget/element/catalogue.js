/** What the API offers to choose from and to ask, in one language at a time. */
export class Catalogue {
  situations = [];
  leaves = [];
  choosable = []; // the leaves that can be chosen now
  only = []; // ids of the leaves that the host page keeps to; none for all
  questions = new Map(); // every question by its fact
  #api;

  constructor(api) {
    this.#api = api;
  }

  /** Situations and leaves; with ids in `only`, those alone. An id that the API does not know does not count. */
  async readChoices(language, only) {
    const [situations, leaves] = await Promise.all(["/v1/situaties", "/v1/verlofsoorten"].map((path) => this.#api.read(path, language)));
    this.leaves = leaves?.verlofsoorten ?? [];
    this.only = leaves ? only.filter((id) => this.leave(id)) : only;
    const fits = (ids) => !this.only.length || ids.some((id) => this.only.includes(id));
    this.situations = (situations?.situaties ?? []).filter(({ verlofsoorten }) => fits(verlofsoorten ?? []));
    this.choosable = this.leaves.filter(({ id, voorstel, vanKracht }) => fits([id]) && !voorstel && vanKracht !== false);
  }

  async readQuestions(language) {
    const { vragen } = (await this.#api.read("/v1/vragen", language)) ?? { vragen: [] };
    this.questions = new Map(vragen.map((vraag) => [vraag.feit, vraag]));
  }

  /** The fact whose question offers this one as its other answer; else this fact itself. */
  askedWith(feit) {
    return [...this.questions.values()].find(({ ofwel }) => ofwel?.feit === feit)?.feit ?? feit;
  }

  situation(id) {
    return this.situations.find((situatie) => situatie.id === id);
  }

  leave(id) {
    return this.leaves.find((verlof) => verlof.id === id);
  }

  isProposal(id) {
    return this.leave(id)?.voorstel;
  }

  /** Is there a letter with this verdict? A service that does not say so has to be asked for it. */
  hasLetter({ id, oordeel }) {
    return this.leave(id)?.briefBij?.includes(oordeel) ?? true;
  }

  /** Is there no rule of law about it, only an agreement? */
  isAgreement(id) {
    return id.startsWith("afspraak.");
  }
}
