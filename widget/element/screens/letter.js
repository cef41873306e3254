// The letter of one leave: to read, to copy and to save.

import { backButton, h, newId, primary, secondary } from "../elements.js";
import { fill, inSentence, reflow } from "../text.js";
import { fileName, save } from "./takeaways.js";

// The formats of the API, by the ending of their file.
const FORMATS = {
  docx: { name: "docx", mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document" },
  txt: { name: "tekst", mediaType: "text/plain" },
  html: { name: "html", mediaType: "text/html" },
};

/**
 * When the letter needs a fact that was not told, that is asked first. `brief`: its `variant`, and the `feiten` to tell
 * for it; without it the ordinary letter.
 */
export async function showLetter(flow, verlof, brief) {
  const w = flow.words;
  flow.here = () => flow.letter(verlof, brief);
  let language = flow.language; // or both, as "nl+en"
  const papers = h("div", { class: "papieren" });
  const read = async () => {
    const languages = language.split("+");
    const letters = await flow.wait(() => Promise.all(languages.map((each) => write(flow, verlof, brief, each, "txt", "text"))), recoverFor(flow, verlof, brief));
    if (!letters) return false;
    papers.replaceChildren(...letters.map((letter, i) => h("div", { class: "papier", part: "brief", role: "region", lang: languages[i], "aria-label": fill(w.briefKop, verlof.naam) }, reflow(letter))));
    return true;
  };
  const saveAs = (ending) => async () => {
    const file = await flow.wait(() => write(flow, verlof, brief, language, ending, "blob"), recoverFor(flow, verlof, brief));
    if (file) save(flow, file, `brief-${fileName(verlof)}.${ending}`);
  };
  const copy = () => {
    const text = [...papers.children].map((paper) => paper.textContent).join("\n\n");
    return navigator.clipboard?.writeText(text).then(() => flow.say(w.gekopieerd), () => getSelection().selectAllChildren(papers));
  };
  if (!(await read())) return;
  const heading = flow.heading(0, null, fill(w.briefKop, inSentence(verlof.naam)));
  const selectId = newId("t");
  const select = h("select", { id: selectId, onchange: async () => {
    language = select.value;
    if (await read()) flow.say(select.selectedOptions[0].label);
  } }, Object.entries(w.briefTalen).map(([code, label]) => h("option", { value: code, selected: code === language }, label)));
  flow.show([
    h("div", { class: "boven" }, backButton(w.naarUitkomst, () => flow.outcome(verlof.id))),
    heading, h("p", { class: "intro" }, w.briefIntro),
    h("div", { class: "briefkeuze" }, h("label", { for: selectId }, w.briefTaal), select),
    h("div", { class: "knoppen" },
      primary(w.bewaarDocx, { onclick: saveAs("docx") }),
      secondary(w.bewaarTekst, { onclick: saveAs("txt") }),
      secondary(w.bewaarHtml, { onclick: saveAs("html") }),
      secondary(w.kopieer, { onclick: copy })),
    papers,
  ], heading);
}

function write(flow, verlof, brief, taal, ending, as) {
  const { name, mediaType } = FORMATS[ending];
  const body = { ...flow.request(brief?.feiten), ...(brief && { variant: brief.variant }), verlofsoort: verlof.id, taal, formaat: name };
  return flow.api.send("/v1/brieven", flow.language, body, { accept: mediaType, as });
}

/** Ask what the letter needs and the visitor may know; else say why there is no letter. */
function recoverFor(flow, verlof, brief) {
  return (failure) => {
    const missing = failure.missing.find((feit) => flow.catalogue.questions.has(feit) && !flow.state.unknown.has(feit));
    if (missing) flow.change(missing, () => flow.letter(verlof, brief));
    else flow.failure(failure, verlof);
    return true;
  };
}
