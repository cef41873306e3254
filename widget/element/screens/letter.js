// The letter of one leave: to read, to copy and to save.

import { backButton, h, newId, primary, secondary } from "../elements.js";
import { fill } from "../text.js";
import { fileName, save } from "./takeaways.js";

// The formats of the API, by the ending of their file.
const FORMATS = {
  docx: { name: "docx", mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document" },
  txt: { name: "tekst", mediaType: "text/plain" },
  html: { name: "html", mediaType: "text/html" },
};

export async function showLetter(flow, verlof) {
  const w = flow.words;
  flow.here = () => flow.letter(verlof);
  let language = flow.language;
  let text;
  const write = (ending, as) => {
    const { name, mediaType } = FORMATS[ending];
    const body = { ...flow.request(), verlofsoort: verlof.id, taal: language, formaat: name };
    return flow.wait(
      () => flow.api.send("/v1/brieven", flow.language, body, { accept: mediaType, as }),
      (failure) => flow.failure(failure, verlof) ?? true,
    );
  };
  const paper = h("div", { class: "papier", part: "brief", tabindex: "0", role: "region", "aria-label": fill(w.briefKop, verlof.naam) });
  const read = async () => {
    text = await write("txt", "text");
    if (text === undefined) return false;
    paper.textContent = text;
    paper.lang = language === "en" ? "en" : "nl";
    return true;
  };
  const saveAs = (ending) => async () => {
    const file = await write(ending, "blob");
    if (file) save(flow, file, `brief-${fileName(verlof)}.${ending}`);
  };
  const copy = () => navigator.clipboard?.writeText(text).then(() => flow.say(w.gekopieerd), () => getSelection().selectAllChildren(paper));
  if (!(await read())) return;
  const heading = flow.heading(0, null, fill(w.briefKop, verlof.naam.toLowerCase()));
  const selectId = newId("t");
  const select = h("select", { id: selectId, onchange: async () => {
    language = select.value;
    if (await read()) flow.say(select.selectedOptions[0].label);
  } }, Object.entries(w.briefTalen).map(([code, label]) => h("option", { value: code, selected: code === language }, label)));
  flow.show([
    h("div", { class: "boven" }, backButton(w.naarUitkomst, () => flow.outcome(verlof.id))),
    heading, h("p", { class: "intro" }, w.briefIntro),
    h("div", { class: "briefkeuze" }, h("label", { for: selectId }, w.briefTaal), select),
    paper,
    h("div", { class: "knoppen" },
      primary(w.bewaarDocx, { onclick: saveAs("docx") }),
      secondary(w.bewaarTekst, { onclick: saveAs("txt") }),
      secondary(w.bewaarHtml, { onclick: saveAs("html") }),
      secondary(w.kopieer, { onclick: copy })),
  ], heading);
}
