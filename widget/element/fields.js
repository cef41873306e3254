// A question as form controls. Each kind of control gives { element, first, read() }: `first` is the field to go to,
// `read` gives the value, undefined when left open, or throws a FieldError.

import { h, newId, plain, secondary } from "./elements.js";
import { fill, isDate, isoDate } from "./text.js";

/** What is wrong, in words for the visitor, and the field it is about. */
export class FieldError extends Error {
  constructor(message, field) {
    super(message);
    this.field = field;
  }
}

/** `options`: `{waarde, label}` each. */
export function radios(options, value, { name, describedBy }) {
  const fields = options.map(({ waarde }) => h("input", { type: "radio", name, id: newId("k"), checked: waarde === value, "aria-describedby": describedBy, "data-waarde": String(waarde) }));
  const element = h("div", { class: options.length > 8 ? "keuzes veel" : "keuzes" },
    options.map(({ label }, i) => h("label", { class: "keuze", part: "keuze" }, fields[i], h("span", null, label))));
  return { element, first: fields.find((field) => field.checked) ?? fields[0], read: () => options[fields.findIndex((field) => field.checked)]?.waarde };
}

export function numberField(w, value, { id, unit, describedBy, language }) {
  const euro = unit === "euro";
  const field = h("input", { type: "text", inputmode: "decimal", autocomplete: "off", class: "kort", id, "aria-describedby": describedBy,
    value: value == null ? "" : String(value).replace(".", language === "nl" ? "," : ".") });
  return {
    element: h("div", { class: "metEenheid" }, euro && h("span", { "aria-hidden": "true" }, "€"), field, unit && !euro && h("span", null, unit)),
    first: field,
    read() {
      const text = field.value.trim().replace(/^€\s*/, "");
      if (!text) return undefined;
      if (!/^-?\d+([.,]\d+)?$/.test(text)) throw new FieldError(w.geenGetal, field);
      return Number(text.replace(",", "."));
    },
  };
}

/** `name` says what the date is of, where the question alone does not. */
export function dateField(w, value, { describedBy, name }) {
  const [year, month, day] = isDate(value) ? value.split("-") : ["", "", ""];
  const parts = [[w.dag, day.replace(/^0/, ""), 2], [w.maand, month.replace(/^0/, ""), 2], [w.jaar, year, 4]];
  const fields = parts.map(([label, part, length]) => h("input", { type: "text", inputmode: "numeric", autocomplete: "off", maxlength: length, id: newId("d"),
    class: length === 2 ? "twee" : "vier", "aria-describedby": describedBy, value: part, "aria-label": name && `${name}: ${label.toLowerCase()}` }));
  return {
    element: h("div", { class: "datum" }, fields.map((field, i) => h("div", null, h("label", { for: field.id }, parts[i][0]), field))),
    first: fields[0],
    read() {
      const texts = fields.map((field) => field.value.trim());
      if (!texts.some(Boolean)) return undefined;
      const iso = isoDate(...texts);
      if (!iso) throw new FieldError(w.geenDatum, fields[0]);
      return iso;
    },
  };
}

/** Any number of periods, each with a first and a last day. `none` is the answer of who has no period. */
export function periodsField(w, value, { describedBy }) {
  const list = h("ol", { class: "periodes" });
  const rows = [];
  function number() {
    rows.forEach((row, i) => {
      row.title.textContent = fill(w.periode, i + 1);
      row.remove.textContent = fill(w.periodeWeg, i + 1);
      row.remove.hidden = rows.length === 1;
    });
  }
  function add({ van, tot } = {}) {
    const row = {
      title: h("legend"),
      from: dateField(w, van, { describedBy }),
      until: dateField(w, tot, { describedBy }),
      remove: plain("", { onclick() {
        rows.splice(rows.indexOf(row), 1);
        row.item.remove();
        number();
        rows[0].from.first.focus();
      } }),
    };
    row.item = h("li", null, h("fieldset", null, row.title,
      h("fieldset", { class: "binnen" }, h("legend", null, w.van), row.from.element),
      h("fieldset", { class: "binnen" }, h("legend", null, w.tot), row.until.element), row.remove));
    rows.push(row);
    list.append(row.item);
    number();
    return row;
  }
  (value?.length ? value : [{}]).forEach(add);
  return {
    element: h("div", null, list, secondary(w.periodeErbij, { class: "tweede klein", onclick: () => add().from.first.focus() })),
    first: rows[0].from.first,
    read() {
      const periods = [];
      for (const { from, until } of rows) {
        const [van, tot] = [from.read(), until.read()];
        if (!van && !tot) continue;
        if (!van || !tot) throw new FieldError(w.geenDatum, van ? until.first : from.first);
        periods.push({ van, tot });
      }
      return periods.length ? periods : undefined;
    },
    none: { label: w.periodeGeen, value: [] },
  };
}

/** A number or a date for each of several leaves; `make` gives the control of one, from its value, field id and name. */
export function perLeave(leaves, value, make) {
  const parts = leaves.map(({ id, naam }) => {
    const fieldId = newId("p");
    return { id, naam, fieldId, control: make(value?.[id], fieldId, naam) };
  });
  return {
    element: h("div", { class: "perVerlof" }, parts.map(({ naam, control, fieldId }) =>
      h("div", null, control.first.id === fieldId ? h("label", { for: fieldId }, naam) : h("p", { class: "label" }, naam), control.element))),
    first: parts[0]?.control.first,
    read() {
      const told = parts.map(({ id, control }) => [id, control.read()]).filter(([, each]) => each !== undefined);
      return told.length ? { ...value, ...Object.fromEntries(told) } : undefined;
    },
  };
}
