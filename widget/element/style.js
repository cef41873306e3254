// Every colour, font and corner is a custom property of our own; each falls back on the token of NL Design System that
// means the same, and then on our own neutral look. docs/inbedden.md lists them.

export const STYLE = new CSSStyleSheet();

STYLE.replaceSync(`
:host { display: block !important; contain: layout style; }
:host([hidden]) { display: none !important; }
.w {
  --licht: var(--verlof-achtergrond, var(--utrecht-document-background-color, light-dark(#fff, #14191e)));
  --vlak: var(--verlof-vlak, light-dark(#f4f2ec, #1e252c));
  --inkt: var(--verlof-tekst, var(--utrecht-document-color, light-dark(#18222b, #eef1f3)));
  --zacht: var(--verlof-tekst-zacht, light-dark(#4d5a66, #b4bfc9));
  --lijn: var(--verlof-lijn, light-dark(#dcd7cb, #38434d));
  --rand: var(--verlof-rand, var(--utrecht-form-control-border-color, light-dark(#6d7883, #8d99a5)));
  --actie: var(--verlof-actie, var(--nl-button-primary-background-color, var(--utrecht-button-primary-action-background-color, light-dark(#0a565c, #84d3cf))));
  --opActie: var(--verlof-actie-tekst, var(--nl-button-primary-color, var(--utrecht-button-primary-action-color, light-dark(#fff, #05282a))));
  --diep: var(--verlof-actie-diep, var(--utrecht-button-primary-action-hover-background-color, light-dark(#063f44, #a9e3e0)));
  --koppel: var(--verlof-link, var(--utrecht-link-color, var(--actie)));
  --focus: var(--verlof-focus, var(--utrecht-focus-outline-color, light-dark(#b34700, #ffb561)));
  --tint: light-dark(#e8f1f0, #1d3336);
  --hoek: var(--verlof-hoek, var(--utrecht-button-border-radius, .5em));
  --ja: light-dark(#14603a, #86d9a8); --jaV: light-dark(#e3f1e8, #173326);
  --nee: light-dark(#8c2b1f, #f2aa9c); --neeV: light-dark(#f8e8e4, #3d221d);
  --open: light-dark(#704800, #f0c46b); --openV: light-dark(#fbefd3, #382b10);
  --mens: light-dark(#3b4686, #b6c0ff); --mensV: light-dark(#e9ebf8, #262c4a);
  all: initial; color-scheme: inherit; box-sizing: border-box; display: block; container: w / inline-size;
  font-family: var(--verlof-lettertype, var(--utrecht-document-font-family, inherit)); font-size: max(16px, 1em); line-height: 1.55;
  color: var(--inkt); background: var(--licht); border: 1px solid var(--lijn); border-radius: calc(var(--hoek) * 1.6);
  border-block-start: .35em solid var(--actie); overflow-wrap: anywhere; hyphens: auto; hyphenate-limit-chars: 12 5 5; scroll-margin-block-start: 1em; text-align: start;
}
@supports not (color: light-dark(#000, #fff)) {
  .w { --licht: #fff; --vlak: #f4f2ec; --inkt: #18222b; --zacht: #4d5a66; --lijn: #dcd7cb; --rand: #6d7883; --actie: #0a565c; --opActie: #fff; --diep: #063f44; --koppel: #0a565c; --focus: #b34700; --tint: #e8f1f0;
    --ja: #14603a; --jaV: #e3f1e8; --nee: #8c2b1f; --neeV: #f8e8e4; --open: #704800; --openV: #fbefd3; --mens: #3b4686; --mensV: #e9ebf8; }
}
:host([thema=licht]) { color-scheme: light; }
:host([thema=donker]) { color-scheme: dark; }
:host([thema=auto]) { color-scheme: light dark; }
*, ::before, ::after { box-sizing: border-box; }
[hidden] { display: none !important; }
.verborgen { position: absolute; inline-size: 1px; block-size: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
:focus-visible { outline: .19em solid var(--focus); outline-offset: .15em; border-radius: .2em; }
[tabindex="-1"]:focus { outline: none; }
[tabindex="-1"]:focus-visible { outline: .19em solid var(--focus); outline-offset: .3em; }
p, ul, ol, dl, dd, fieldset, h1, h2, h3, h4, h5, h6, figure { margin: 0; padding: 0; }
ul, ol { list-style: none; }
fieldset { border: 0; min-inline-size: 0; }
legend { padding: 0; display: block; inline-size: 100%; }
.teken { inline-size: 1.25em; block-size: 1.25em; flex: none; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }

.balk { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center; gap: .25em 1em; padding: .45em clamp(1em, 5cqi, 2.25em); border-block-end: 1px solid var(--lijn); }
.balk > *, .voet > * { font-size: .875em; }
.merk { font-weight: 650; letter-spacing: .01em; color: var(--zacht); }
.inhoud { padding: clamp(1.25em, 5cqi, 2.25em) clamp(1em, 5cqi, 2.25em); display: grid; gap: 1.25em; grid-template-columns: minmax(0, 1fr); transition: opacity .15s .15s; }
.inhoud[aria-busy=true] form { opacity: .6; }
.voet { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: .5em 2em; padding: .9em clamp(1em, 5cqi, 2.25em); background: var(--vlak); border-radius: 0 0 calc(var(--hoek) * 1.5) calc(var(--hoek) * 1.5); color: var(--zacht); }
.voet p { flex: 1 1 18em; }

.kop0, .kop1, .kop2 { font-family: var(--verlof-kop-lettertype, var(--utrecht-heading-font-family, inherit)); color: var(--utrecht-heading-color, inherit); font-weight: 700; line-height: 1.2; text-wrap: balance; }
.kop0 { justify-self: start; font-size: clamp(1.5em, 1.1em + 1.9cqi, 2.1em); letter-spacing: -.015em; }
.kop1 { font-size: 1.2em; }
.kop2 { font-size: 1em; }
.inhoud > .kop1 { margin-block-start: .75em; }
.intro { max-inline-size: 62ch; font-size: 1.0625em; color: var(--zacht); }
.hulp, .kort { color: var(--zacht); max-inline-size: 62ch; }
.voorbeeld { display: block; margin-block-start: .25em; }
.label { font-weight: 650; }

a, .koppel { color: var(--koppel); text-decoration: underline; text-decoration-thickness: .08em; text-underline-offset: .2em; }
a:hover, .koppel:hover { text-decoration-thickness: .16em; color: var(--diep); }
button { font: inherit; color: inherit; cursor: pointer; text-align: inherit; }
.koppel { background: none; border: 0; padding: .2em 0; min-block-size: 1.75em; min-inline-size: 1.75em; display: inline-flex; align-items: center; gap: .3em; }
.eerste, .tweede { display: inline-flex; align-items: center; justify-content: center; gap: .5em; min-block-size: 3em; padding: .55em 1.4em; border: 2px solid var(--actie); border-radius: var(--hoek); font-weight: 650; line-height: 1.25; }
.eerste { background: var(--actie); color: var(--opActie); }
.eerste:hover { background: var(--diep); border-color: var(--diep); }
.tweede { background: transparent; color: var(--koppel); }
.tweede:hover { background: var(--tint); }
.klein { min-block-size: 2.5em; padding: .35em .9em; border-width: 1.5px; font-size: .9375em; justify-self: start; }
.knoppen { display: flex; flex-wrap: wrap; gap: .75em; }
.mee { gap: .6em; }

input, select { font: inherit; color: inherit; accent-color: var(--actie); }
input:not([type=radio], [type=checkbox]), select { min-block-size: 3em; padding: .5em .75em; background: var(--licht); border: 2px solid var(--rand); border-radius: calc(var(--hoek) * .75); inline-size: 100%; }
input[type=search] { -webkit-appearance: none; appearance: none; }
input:focus-visible, select:focus-visible { outline-offset: 0; }
input[aria-invalid=true]:not([type=radio]) { border-color: var(--nee); }
input.kort { inline-size: 8em; }
label { font-weight: 650; display: inline-block; }
h1 label, h2 label, h3 label, h4 label, h5 label, h6 label { font-weight: inherit; }
.metEenheid { display: flex; align-items: center; gap: .6em; }
.datum { display: flex; flex-wrap: wrap; gap: .75em; }
.datum label { font-weight: 500; font-size: .9375em; }
.datum input { display: block; }
.twee { inline-size: 4.25em !important; } .vier { inline-size: 5.75em !important; }
.vraag { display: grid; gap: .75em; }
.vraag > legend { margin-block-end: .5em; }
.fout { display: flex; gap: .5em; color: var(--nee); font-weight: 650; }
.fouten { border: 2px solid var(--nee); border-radius: var(--hoek); padding: 1em 1.25em; background: var(--neeV); display: grid; gap: .5em; }
form, .nee, .weigering, .antwoordVragen { display: grid; grid-template-columns: minmax(0, 1fr); }
form { gap: 1.5em; }
.keuzes { display: grid; gap: .5em; }
.keuze { display: flex; align-items: center; gap: .75em; min-block-size: 3em; padding: .55em 1em; border: 1.5px solid var(--lijn); border-radius: var(--hoek); font-weight: 500; cursor: pointer; background: var(--licht); }
.keuze:hover { border-color: var(--actie); background: var(--tint); }
.keuze:has(:checked) { border-color: var(--actie); box-shadow: inset 0 0 0 1px var(--actie); background: var(--tint); font-weight: 650; }
.keuze:has(:focus-visible) { outline: .19em solid var(--focus); outline-offset: .12em; }
.keuze > span { display: inline-block; }
.keuze > span::first-letter { text-transform: uppercase; }
.keuze input { inline-size: 1.35em; block-size: 1.35em; margin: 0; flex: none; }
.keuze input:focus-visible { outline: none; }
.periodes, .periodes fieldset, .perVerlof { display: grid; gap: .9em; }
.periodes > li { padding: 1em; border: 1px solid var(--lijn); border-radius: var(--hoek); margin-block-end: .75em; }
.periodes legend { font-weight: 650; }
.samen .vraag { padding-block: 1.25em; border-block-start: 1px solid var(--lijn); }

.boven { display: flex; justify-content: space-between; align-items: center; gap: 1em; font-size: .9375em; }
.boven .terug { flex-shrink: 0; max-inline-size: 100%; }
.voortgang { text-align: end; color: var(--zacht); font-variant-numeric: tabular-nums; }
.maat { display: flex; gap: .3em; margin-block: -.6em .2em; }
.maat span { flex: 1; block-size: .3em; border-radius: 1em; background: var(--lijn); }
.maat .vol { background: var(--actie); }
.onder { display: flex; flex-wrap: wrap; gap: .25em 1.75em; font-size: .9375em; }
.traag { color: var(--open); background: var(--openV); padding: .6em 1em; border-radius: var(--hoek); }

.zoek { background: var(--vlak); border-radius: calc(var(--hoek) * 1.2); padding: clamp(1em, 4cqi, 1.5em); gap: .4em; }
.zoek > label { font-size: 1.0625em; }
.zoekregel { display: flex; flex-wrap: wrap; gap: .6em; margin-block-start: .35em; }
.zoekregel input { flex: 1 1 14em; }
.resultaten:empty { display: none; }
.resultaten { scroll-margin-block: 1em; margin-block-start: 1em; display: grid; gap: .75em; }
.situaties { display: grid; gap: .6em; grid-template-columns: repeat(auto-fill, minmax(min(100%, 19em), 1fr)); }
.situaties > li { display: grid; }
.situatie { display: flex; align-items: center; justify-content: space-between; gap: .75em; padding: .75em 1em; min-block-size: 3.25em; background: var(--licht); border: 1.5px solid var(--lijn); border-radius: var(--hoek); line-height: 1.35; }
.situatie:hover { border-color: var(--actie); background: var(--tint); }
.situatie .wat { font-weight: 600; display: block; }
.situatie .kort { font-size: .9em; display: block; margin-block-start: .15em; }
.situatie > :first-child { min-inline-size: 0; }
.situatie .teken { flex: none; color: var(--koppel); inline-size: 1.1em; }

details > summary { cursor: pointer; font-weight: 650; min-block-size: 2.5em; padding: .5em 0; display: flex; align-items: center; gap: .6em; list-style: none; color: var(--koppel); }
summary::-webkit-details-marker { display: none; }
summary::before { content: ""; flex: none; inline-size: .5em; block-size: .5em; margin-inline: .15em .1em; border: solid currentColor; border-width: 0 .15em .15em 0; rotate: -45deg; transition: rotate .15s; }
details[open] > summary::before { rotate: 45deg; }
summary:hover { color: var(--diep); text-decoration: underline; text-underline-offset: .2em; }
.vouw { border-block-start: 1px solid var(--lijn); }
.vouw[open] { padding-block-end: 1em; }
.inhoud > .vouw { border-block: 1px solid var(--lijn); }
.inhoud > .vouw + .vouw { margin-block-start: -1.3em; }

.peil { font-size: .9375em; color: var(--zacht); margin-block-start: -.75em; }
.kaarten { display: grid; gap: 1.25em; counter-reset: kaart; }
.kaart { border: 1px solid var(--lijn); border-radius: calc(var(--hoek) * 1.4); padding: clamp(1em, 4cqi, 1.75em); padding-block-end: 1em; display: grid; gap: 1em; grid-template-columns: minmax(0, 1fr); background: var(--licht); box-shadow: 0 .1em .4em light-dark(rgb(24 34 43 / .06), transparent); border-inline-start: .4em solid var(--merk, var(--lijn)); }
.kaart header { display: grid; gap: .5em; justify-items: start; }
.kaart header .kop1 { font-size: 1.4em; letter-spacing: -.01em; }
.kaart > .vouw { margin-block-end: -1em; }
.kaart > .vouw + .geldig { margin-block-start: 1em; }
.toelichting { font-size: 1.0625em; max-inline-size: 62ch; }
.k-recht { --merk: var(--ja); } .k-nog-niet, .k-vraag-nodig, .k-andere-regeling { --merk: var(--open); } .k-oordeel-nodig, .k-afspraak, .k-voorstel { --merk: var(--mens); }
.oordeel { display: inline-flex; align-items: center; gap: .4em; padding: .2em .8em .2em .55em; border-radius: 2em; font-size: .9375em; font-weight: 650; color: var(--o); background: var(--oV); border: 1px solid transparent; line-height: 1.4; }
.o-recht { --o: var(--ja); --oV: var(--jaV); } .o-geen-recht { --o: var(--nee); --oV: var(--neeV); } .o-nog-niet, .o-vraag-nodig, .o-andere-regeling { --o: var(--open); --oV: var(--openV); } .o-oordeel-nodig, .o-afspraak, .o-voorstel { --o: var(--mens); --oV: var(--mensV); }
.kern { margin-inline: -.9em; display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 11.5em), 1fr)); border-block: 1px solid var(--lijn); overflow: clip; }
.kern > div { padding: .8em .9em; box-shadow: -1px -1px 0 var(--lijn); }
.kern dt { font-size: .875em; color: var(--zacht); }
.kern dd > * { display: block; }
.kern strong { font-size: 1.1em; line-height: 1.35; font-variant-numeric: tabular-nums; }
.kern dd span { font-size: .9375em; color: var(--zacht); }
.melding { display: flex; gap: .6em; background: var(--openV); border-radius: var(--hoek); padding: .75em 1em; max-inline-size: 70ch; }
.melding .teken { color: var(--open); margin-block-start: .1em; }
.erbij { background: var(--tint); padding: .75em 1em; border-radius: var(--hoek); font-weight: 650; }
.uitstaand { background: var(--openV); border-radius: var(--hoek); padding: 1em 1.25em; display: grid; gap: .35em; }
.stappen { counter-reset: stap; display: grid; gap: .9em; max-inline-size: 66ch; }
.stappen > li { counter-increment: stap; display: grid; gap: .2em; padding-inline-start: 2.5em; position: relative; }
.stappen > li::before { content: counter(stap); position: absolute; inset-inline-start: 0; inset-block-start: 0; inline-size: 1.75em; block-size: 1.75em; border-radius: 50%; display: grid; place-items: center; background: var(--tint); color: var(--koppel); font-weight: 700; font-size: .9375em; }
.uiterlijk { font-weight: 650; }
.voorwaarden { display: grid; gap: .9em; }
.voorwaarden > li { display: flex; gap: .7em; }
.voorwaarden .teken { color: var(--o); background: var(--oV); border-radius: 50%; padding: .15em; inline-size: 1.5em; block-size: 1.5em; }
.uitkomst { margin-inline-start: .5em; color: var(--o); font-size: .9375em; }
.artikelen { display: flex; flex-wrap: wrap; gap: .1em 1.25em; font-size: .9375em; }
.artikelen a { display: inline-block; min-block-size: 1.75em; padding-block: .15em; }
.aannames, .helpt, .bronnen, .fouten ul { display: grid; gap: .35em; }
.helpt > li, .aannames > li { padding-inline-start: 1.1em; position: relative; }
.helpt > li::before, .aannames > li::before { content: ""; position: absolute; inset-inline-start: 0; inset-block-start: .65em; inline-size: .4em; block-size: .4em; border-radius: 50%; background: var(--koppel); }
.bronnen a { display: inline-block; padding-block: .25em; }
.datums > div, .antwoord { display: flex; flex-wrap: wrap; justify-content: space-between; gap: .1em 1.5em; padding-block: .45em; border-block-end: 1px solid var(--lijn); }
.datums dd, .antwoord dd { font-weight: 650; display: flex; gap: 1em; align-items: baseline; flex-wrap: wrap; }
.antwoord dd .koppel { font-weight: 500; }
.antwoord dt { flex: 1 1 16em; }
.geldig { font-size: .875em; color: var(--zacht); }
.niet { display: grid; }
.niet > .vouw:last-child { border-block-end: 1px solid var(--lijn); }
.afgewezen summary { color: var(--inkt); flex-wrap: wrap; }
.afgewezen summary .oordeel { margin-inline-start: auto; font-size: .875em; }
.afgewezen > :not(summary) { margin-block-end: .75em; }
.nee { gap: .9em; max-inline-size: 66ch; }
.raad:empty, .weigering:empty { display: none; }
.weigering { gap: 1em; }
.weigering form { gap: .75em; }
.antwoordVragen { gap: .75em; }
.weigering .zoekregel { align-items: center; }
.weigering select { inline-size: auto; min-inline-size: 0; flex: 1 1 14em; }
blockquote { margin: 0; padding: .75em 1.1em; border-inline-start: .25em solid var(--actie); background: var(--vlak); display: grid; gap: .5em; }
.raad { display: grid; gap: .6em; }
.vouw > .kop2 { margin-block: 1em .75em; }

.route { margin-block-end: .5em; display: grid; position: relative; gap: 1.1em; padding-inline-start: 2.2em; counter-reset: route; }
.route::before { content: ""; position: absolute; inset-block: .8em; inset-inline-start: .8em; inline-size: .15em; background: var(--lijn); }
.route > li { counter-increment: route; position: relative; display: flex; flex-wrap: wrap; justify-content: space-between; gap: .05em 1em; }
.route > li::before { content: counter(route); position: absolute; inset-inline-start: -2.2em; inset-block-start: 0; inline-size: 1.75em; block-size: 1.75em; border-radius: 50%; display: grid; place-items: center; background: var(--actie); color: var(--opActie); font-weight: 700; font-size: .9375em; }
.route .kort { flex: 1 1 100%; font-size: .9375em; }
.route .wanneer { font-variant-numeric: tabular-nums; }
.balkje { flex: 1 1 100%; block-size: .4em; border-radius: 1em; background: var(--vlak); margin-block-start: .35em; overflow: hidden; }
.balkje span { display: block; block-size: 100%; border-radius: 1em; background: var(--actie); min-inline-size: .4em; }

.briefkeuze { display: flex; flex-wrap: wrap; gap: .6em; align-items: center; }
.briefkeuze select { inline-size: auto; max-inline-size: 100%; }
.papieren { display: grid; gap: 1.25em; grid-template-columns: repeat(auto-fit, minmax(min(100%, 24em), 1fr)); align-items: start; }
.papier { white-space: pre-wrap; background: var(--licht); border: 1px solid var(--lijn); border-radius: .25em; padding: clamp(1.25em, 6cqi, 3em); box-shadow: 0 .2em 1em light-dark(rgb(24 34 43 / .1), rgb(0 0 0 / .4)); max-inline-size: 46em; font-size: .9688em; min-inline-size: 0; line-height: 1.65; }

.skelet { display: grid; gap: .75em; grid-template-columns: repeat(auto-fill, minmax(min(100%, 19em), 1fr)); }
.skelet span { display: block; block-size: 1.5em; border-radius: var(--hoek); background: var(--vlak); grid-column: 1 / -1; max-inline-size: 40em; }
.skelet .breed { block-size: 2.4em; max-inline-size: 24em; } .skelet .veld { block-size: 9em; max-inline-size: none; } .skelet .rij { block-size: 3.25em; grid-column: auto; }
@media (prefers-reduced-motion: no-preference) { .skelet span { animation: adem 1.6s ease-in-out infinite alternate; } }
@keyframes adem { to { opacity: .55; } }
@media (prefers-reduced-motion: reduce) { *, ::before { transition: none !important; animation: none !important; } }

@container w (min-width: 34em) { .keuzes.veel { grid-template-columns: 1fr 1fr; } }
@container w (max-width: 34em) {
  .kern > div { display: grid; grid-template-columns: 5em minmax(0, 1fr); gap: .6em; }
  .kern dt { padding-block-start: .15em; }
  .mee { gap: .45em; } .mee > .eerste { flex: 1 1 100%; } .mee > .tweede { flex: 1 1 auto; padding-inline: .5em; }
}
@container w (max-width: 26em) { .knoppen > .eerste, .knoppen > .tweede:not(.klein), .zoekregel > .eerste { flex: 1 1 100%; } }
@media (prefers-contrast: more) { .w { --lijn: var(--inkt); --rand: var(--inkt); --zacht: var(--inkt); } .oordeel, .melding { border: 1px solid currentColor; } }
@media (forced-colors: active) { .w { --focus: Highlight; } .oordeel, .melding, .erbij, .zoek { border: 1px solid; } .keuze:has(:checked) { border: 3px solid Highlight; } .maat .vol, .balkje span, .route > li::before { background: CanvasText; color: Canvas; forced-color-adjust: none; } .teken { stroke: currentColor; } }
@media print { .balk, .voet, .geenDruk, .verborgen { display: none !important; } .w { border: 0; } .inhoud { padding: 0; } .kaart { box-shadow: none; border: 0; break-after: page; } }
`);
