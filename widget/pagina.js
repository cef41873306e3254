/** The page at /: makes the code that a webmaster pastes. */

const maker = document.getElementById("maker");
const code = document.getElementById("code");
const status = document.getElementById("gekopieerd");

const ATTRIBUTEN = ["situatie", "taal", "kop", "weergave", "thema"];

function toon() {
  const { bestand, sri } = maker.dataset;
  const vast = maker.elements.versie.value === "vast";
  const script = vast
    ? `<script type="module" src="${location.origin}${bestand}"\n  integrity="${sri}"\n  crossorigin="anonymous"></script>`
    : `<script type="module" src="${location.origin}/widget/verlof-regelaar.js"></script>`;
  const kenmerken = ATTRIBUTEN.filter((naam) => maker.elements[naam].value).map((naam) => ` ${naam}="${maker.elements[naam].value}"`);
  const terugval = '  <a href="https://www.rijksoverheid.nl/onderwerpen/verlof-en-vakantie">Lees over verlof</a>';
  code.textContent = `${script}\n<verlof-regelaar${kenmerken.join("")}>\n${terugval}\n</verlof-regelaar>`;
  status.textContent = "";
}

maker.addEventListener("change", toon);
maker.addEventListener("submit", (gebeurtenis) => gebeurtenis.preventDefault());
document.getElementById("kopieer").addEventListener("click", async () => {
  try {
    await navigator.clipboard.writeText(code.textContent);
    status.textContent = "De code is gekopieerd.";
  } catch {
    getSelection().selectAllChildren(code);
    status.textContent = "De code is geselecteerd. Kopieer met Ctrl+C.";
  }
});
toon();

const antwoord = await fetch("/v1/situaties", { headers: { Accept: "application/json", "Accept-Language": "nl" } }).catch(() => null);
if (antwoord?.ok) {
  const { situaties } = await antwoord.json();
  maker.elements.situatie.append(...situaties.map(({ id, titel }) => new Option(titel, id)));
}
