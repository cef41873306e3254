"""Somebody who uses the widget: reads what the screen asks and answers, with the mouse or with the keyboard only."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from playwright.sync_api import Locator, Page, expect

LIMIT = 40
UNKNOWN = None  # "weet ik niet"

# What the people of these tests answer, where a test does not say otherwise.
ANSWERS: Mapping[str, Any] = {
    "arbeidsrelatie": "werknemer",
    "urenPerWeek": 32,
    "geboortedatumKind": "2026-11-01",
    "vermoedelijkeBevallingsdatum": "2027-02-01",
    "plaatsingsdatum": "2026-12-01",
    "rolBijKind": "andere-ouder",
    "relatieTotMoeder": "gehuwd",
    "toestand": "ziek",
    "betrokkene": "ouder",
    "zorgNoodzakelijk": True,
    "onmiddellijkeOnderbreking": True,
    "buitenWerktijdMogelijk": False,
    "kindErkend": True,
    "juridischOuder": True,
    "aantalKinderen": 1,
    "dienstverbandBegin": "2020-01-01",
    "werkgeverGrootte": 40,
    "geboorteverlofOpgenomen": False,
    "plaatsingsbewijs": True,
    "opgenomenUren": 0,
    "gebeurtenis": "onvoorzien",
    "begeleidingNoodzakelijk": True,
    "spoedeisend": True,
    "zorgUitRelatie": True,
    "aowLeeftijdBereikt": False,
    "duurzameZorg": True,
    "kindWoontBijWerknemer": True,
    "woontInHuishouden": False,
    "aanvraagdatumUwv": "2026-10-01",
}

_LISTEN = """() => {
  if (window.__uitkomsten) return;
  window.__uitkomsten = [];
  document.addEventListener('verlof:uitkomst', (e) => window.__uitkomsten.push(e.detail));
}"""
_ACTIVE = """() => {
  let e = document.activeElement;
  while (e && e.shadowRoot && e.shadowRoot.activeElement) e = e.shadowRoot.activeElement;
  return e;
}"""
_NAME = """(e) => {
  if (!e) return '';
  const label = e.labels && e.labels[0];
  const text = e.getAttribute('aria-label') || (label ? label.innerText : e.innerText) || '';
  if (e.tabIndex < 0) return 'heading: ' + text.trim();
  return e.type === 'radio' ? 'radio:' + e.name : text.trim();
}"""


class Visitor:
    """`each_screen` is called whenever a new screen stands there."""

    def __init__(self, page: Page, number: int = 0, each_screen: Callable[[Page], None] | None = None) -> None:
        self.page = page
        self.widget = page.locator("verlof-regelaar").nth(number)
        self._each_screen = each_screen or (lambda page: None)
        self.asked: list[str] = []
        page.evaluate(_LISTEN)

    # --- what is there ---

    def settled(self) -> "Visitor":
        expect(self.widget.locator("[aria-busy]")).to_have_count(0, timeout=15_000)
        return self

    @property
    def heading(self) -> Locator:
        return self.widget.locator(".kop0")

    @property
    def question(self) -> str | None:
        """The fact that this screen asks, if it asks one."""
        found = self.widget.locator(".vraag[data-feit]")
        return found.first.get_attribute("data-feit") if found.count() else None

    @property
    def done(self) -> bool:
        return self.widget.locator("[part=peildatum]").count() > 0

    @property
    def verdicts(self) -> dict[str, str]:
        """What the last outcome told the page."""
        detail = self.page.evaluate("() => window.__uitkomsten.at(-1)")
        return {each["verlofsoort"]: each["oordeel"] for each in detail["uitkomsten"]}

    def card(self, name: str) -> Locator:
        return self.widget.locator("article").filter(has=self.page.get_by_role("heading", name=name, exact=True))

    # --- what is taken away ---

    def name_of(self, leave: str) -> str:
        """The name of a leave on its card, by its id."""
        label = self.widget.locator(f'[data-brief="{leave}"]').get_attribute("aria-label") or ""
        return label.partition(": ")[2]

    def letter(self, name: str) -> str:
        """The letter of this leave on the screen; what it needs to know is told first."""
        self.press(f"Brief maken: {name}")
        while self.question:
            self.answer(ANSWERS[self.question])
        return self.widget.locator("[part=brief]").inner_text()

    def saved(self, button: str) -> Path:
        """The file that this button gives."""
        with self.page.expect_download() as download:
            self.widget.get_by_role("button", name=button, exact=True).first.click()
        folder = Path(mkdtemp())
        download.value.save_as(folder / download.value.suggested_filename)
        return folder / download.value.suggested_filename

    # --- with the mouse ---

    def press(self, name: str, exact: bool = True) -> "Visitor":
        self.widget.get_by_role("button", name=name, exact=exact).first.click()
        return self.settled()

    def start(self, title: str) -> "Visitor":
        self.settled()
        self._each_screen(self.page)
        self._show_all()
        self._unfold(title)
        return self.press(title)

    def _unfold(self, title: str) -> None:
        """Open what hides this situation."""

    def _show_all(self) -> None:
        more = self.widget.locator("button[aria-expanded=false]")
        if more.count():
            more.first.click()
        self.open_all()

    def open_all(self) -> None:
        """Every fold that can be opened, opened."""
        self.widget.evaluate("(e) => e.shadowRoot.querySelectorAll('details').forEach((fold) => { fold.open = true; })")

    def choose_leave(self, name: str = "Geboorteverlof") -> "Visitor":
        """For who knows which leave it is about."""
        self.settled()
        fold = self.widget.get_by_text("Ik weet al welk verlof ik zoek")
        if fold.count():
            fold.click()
        self.widget.get_by_role("button", name=re.compile(f"^{name}")).first.click()
        return self.settled()

    def change(self, question: str) -> "Visitor":
        """Change one of the answers that were given."""
        self.widget.locator("summary", has_text="Je antwoorden").click()
        return self.press(f"Wijzig: {question}", exact=False)

    def fill(self, value: Any) -> None:
        fact = self.widget.locator(".vraag")
        if isinstance(value, bool):
            fact.get_by_label("Ja" if value else "Nee", exact=True).check()
        elif isinstance(value, str) and value[:4].isdigit():
            year, month, day = value.split("-")
            for label, part in (("Dag", day), ("Maand", month), ("Jaar", year)):
                fact.get_by_label(label, exact=True).fill(str(int(part)))
        elif isinstance(value, str):
            fact.locator(f"input[value='{value}'], input[data-waarde='{value}']").check()
        else:
            for field in fact.locator("input").all():  # one, or one for each leave
                field.fill(str(value).replace(".", ","))

    def answer(self, value: Any) -> "Visitor":
        if value is UNKNOWN:
            return self.press("Weet ik niet")
        self.fill(value)
        return self.press("Verder")

    def walk(self, answers: Mapping[str, Any] | None = None) -> "Visitor":
        """Answer until the outcome is there; what is not in `answers` is not known."""
        known = {**ANSWERS, **(answers or {})}
        for _ in range(LIMIT):
            self._each_screen(self.page)
            if self.done:
                return self
            fact = self.question
            assert fact, f"neither a question nor an outcome: {self.heading.inner_text()}"
            self.asked.append(fact)
            self.answer(known.get(fact, UNKNOWN))
        raise AssertionError(f"no end to the questions: {self.asked}")


class KeyboardVisitor(Visitor):
    """The same without a mouse: Tab, arrows, Space, Enter and letters."""

    @property
    def focused(self) -> str:
        return str(self.page.evaluate(f"() => ({_NAME})(({_ACTIVE})())"))

    def tab_to(self, name: str, backwards: bool = False) -> None:
        """Tab until the element of this name (or a radio button, for `radio:`) has the focus."""
        for _ in range(150):
            now = self.focused
            if now == name or (name == "radio:" and now.startswith(name)):
                return
            self.page.keyboard.press("Shift+Tab" if backwards else "Tab")
        raise AssertionError(f"`{name}` cannot be reached with Tab")

    def press(self, name: str, exact: bool = True) -> "Visitor":
        self.tab_to(name)
        self.page.keyboard.press("Enter")
        self.settled()
        focus = self.page.evaluate(f"() => ({_ACTIVE})().className")
        assert "kop" in focus, f"after `{name}` the focus is on `{self.focused}` and not on the new heading"
        return self

    def _show_all(self) -> None:
        more = self.widget.locator("button[aria-expanded=false]")
        if more.count():
            self.tab_to(more.first.inner_text())
            self.page.keyboard.press("Enter")
            self.tab_to(self.widget.locator("button[aria-expanded=true]").inner_text())
            for _ in range(200):  # back to the first of the list
                self.page.keyboard.press("Shift+Tab")
                if self.focused == "Zoeken":
                    return

    def _unfold(self, title: str) -> None:
        button = self.widget.get_by_role("button", name=title, exact=True, include_hidden=True).first
        if not button.is_visible():
            self.tab_to(button.evaluate("(e) => e.closest('details').querySelector('summary').innerText"))
            self.page.keyboard.press("Enter")

    def fill(self, value: Any) -> None:
        keyboard = self.page.keyboard
        question = self.widget.locator(".vraag")
        if isinstance(value, str) and value[:4].isdigit():
            year, month, day = value.split("-")
            for label, part in (("Dag", day), ("Maand", month), ("Jaar", year)):
                self.tab_to(label)
                keyboard.type(str(int(part)))
        elif isinstance(value, bool | str):
            data = {True: "true", False: "false"}.get(value, value) if isinstance(value, bool) else value
            self.tab_to("radio:")
            keyboard.press("Space")
            for _ in range(30):
                if self.page.evaluate(f"() => ({_ACTIVE})().dataset.waarde") == data:
                    return
                keyboard.press("ArrowDown")
            raise AssertionError(f"no option {data}")
        else:
            for label in question.locator("label").all():
                self.tab_to(label.inner_text())
                keyboard.type(str(value).replace(".", ","))
