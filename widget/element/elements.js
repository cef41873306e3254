// Building the elements of a screen, without HTML or style in text.

/** An element. `on…` are listeners, `value` and `checked` properties, the rest attributes; children that are empty are left out. */
export function h(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value == null || value === false) continue;
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (name === "value" || name === "checked") element[name] = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child != null && child !== false && child !== ""));
  return element;
}

const ICONS = {
  recht: "M5 12.5l4.5 4.5L19 7.5",
  "geen-recht": "M7 7l10 10M17 7L7 17",
  "nog-niet": "M12 5a7 7 0 1 1 0 14a7 7 0 0 1 0-14zM12 8.5V12l2.5 2",
  "vraag-nodig": "M9 9.2a3 3 0 1 1 4.3 2.7c-.9.5-1.3 1-1.3 2.1M12 17.4v.1",
  "oordeel-nodig": "M12 5v14M7 19h10M5 9l7-3 7 3M5 9l-2 4.5h4zM19 9l-2 4.5h4z",
  afspraak: "M5 7h14v8h-7l-4 3.5V15H5z",
  "andere-regeling": "M5 12h13M13 7l5 5-5 5",
  voorstel: "M12 5v8M12 16.8v.1",
  terug: "M14 6l-6 6 6 6",
  brief: "M4 6.5h16v11H4zM4.5 7l7.5 6 7.5-6",
  agenda: "M5 7h14v12H5zM5 11h14M9 4.5V8M15 4.5V8",
  afdrukken: "M7 9V5h10v4M7 16H5V9h14v7h-2M7 14h10v5H7z",
  zoek: "M10.5 5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11zM15 15l4.5 4.5",
  let: "M12 4.5l8.5 15h-17zM12 10v4.5M12 16.9v.1",
};
const SVG = "http://www.w3.org/2000/svg";

/** A drawing beside words that say the same; nothing to a screen reader. */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  for (const [key, value] of Object.entries({ viewBox: "0 0 24 24", "aria-hidden": "true", focusable: "false", class: "teken" })) svg.setAttribute(key, value);
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", ICONS[name] ?? ICONS["vraag-nodig"]);
  svg.append(path);
  return svg;
}

/** A link to another site. Only addresses of the web become links, whatever an API says. */
export function link(words, url, text) {
  if (!/^https:\/\//.test(url ?? "")) return text;
  return h("a", { href: url, rel: "noreferrer noopener", target: "_blank" }, text, h("span", { class: "verborgen" }, ` ${words.nieuwVenster}`));
}

let counter = 0;

/** An id that nothing else in this page has. */
export const newId = (prefix) => `${prefix}-${++counter}`;

// Buttons by their weight: what most people want, what they may also want, and what reads as a link.

export const primary = (text, attributes) => h("button", { type: "button", class: "eerste", part: "knop", ...attributes }, text);

export const secondary = (text, attributes) => h("button", { type: "button", class: "tweede", part: "knop-tweede", ...attributes }, text);

export const plain = (text, attributes) => h("button", { type: "button", class: "koppel", ...attributes }, text);

export const backButton = (text, onclick) => plain([icon("terug"), text], { class: "koppel terug", onclick });

/** Something that opens under its title; nothing when there is nothing to open. */
export const fold = (title, content, attributes) => content && h("details", { class: "vouw", ...attributes }, h("summary", null, title), content);

/** Ask the browser to save a file under this name; its content goes from memory to the visitor. */
export function download(blob, name) {
  const address = URL.createObjectURL(blob);
  h("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}
