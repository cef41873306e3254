const TOO_LONG = 20000; // ms without an answer after which we give up

/**
 * What kept the API from answering; `kind` is a key of `storing` in the words. Of a refusal: its own title and message,
 * the errors at fields, and the facts that are missing.
 */
export class Failure extends Error {
  constructor(kind, { wait = 60, title = "", message = "", errors = [], missing = [] } = {}) {
    super(message);
    Object.assign(this, { kind, wait, title, errors, missing });
  }
}

/** The API at one address. No cookie, no referrer, nothing about a visitor in an address. */
export class Api {
  #base;
  #read = new Map(); // catalogue answers, in memory, for the life of the element

  constructor(base) {
    this.#base = base.replace(/\/+$/, "");
  }

  /** A catalogue resource; null when this service does not have it. */
  async read(path, language) {
    const key = `${language} ${path}`;
    if (!this.#read.has(key)) {
      this.#read.set(key, this.#ask(path, { language }).catch((failure) => {
        if (failure.kind === "ontbreekt") return null;
        this.#read.delete(key);
        throw failure;
      }));
    }
    return this.#read.get(key);
  }

  /** The answer to a message, read `as` the method of a Response that gives it. */
  async send(path, language, body, { accept = "application/json", as = "json" } = {}) {
    return this.#ask(path, { language, accept, as, method: "POST", body: JSON.stringify(body) });
  }

  async #ask(path, { language, accept = "application/json", as = "json", method = "GET", body }) {
    const end = new AbortController();
    const clock = setTimeout(() => end.abort(), TOO_LONG);
    try {
      const response = await fetch(this.#base + path, {
        method,
        body,
        headers: { Accept: `${accept}, application/problem+json`, "Accept-Language": language, ...(body && { "Content-Type": "application/json" }) },
        credentials: "omit",
        referrerPolicy: "no-referrer",
        signal: end.signal,
      });
      if (response.ok) return await response[as]();
      throw failureOf(response, await response.json().catch(() => ({})));
    } catch (error) {
      throw error instanceof Failure ? error : new Failure(end.signal.aborted ? "tijd" : "offline");
    } finally {
      clearTimeout(clock);
    }
  }
}

function failureOf({ status, headers }, problem) {
  if (status === 404 || status === 405) return new Failure("ontbreekt");
  if (status === 429 || status === 503) return new Failure("druk", { wait: Number(headers.get("Retry-After")) || 60 });
  if (status < 500) return new Failure("invoer", { title: problem.title, message: problem.detail, errors: problem.fouten, missing: problem.ontbrekendeFeiten });
  return new Failure("fout");
}
