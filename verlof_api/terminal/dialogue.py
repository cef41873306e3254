"""An interview held in the terminal: one question at a time, help, a way back, and an answer whenever someone stops."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal, InvalidOperation

from rich.console import Console
from rich.text import Text

from verlof_api.advice import Adviser
from verlof_api.assessment.answer import Question
from verlof_api.assessment.questions import OORDEEL
from verlof_api.assessment.wire import Json
from verlof_api.intake import InputErrors
from verlof_api.interview import Interview, Interviewer
from verlof_api.letters.model import Brieven
from verlof_api.phrases import Words, all_phrases, phrases_in
from verlof_api.situations import MAX_TEKENS, SituationBook, SituationSearch
from verlof_api.terminal.cards import cards, open_questions

Read = Callable[[], str | None]

# What steers in every language; words/<taal>/terminal.yaml has the words that do so too.
BACK, HELP, NOT_KNOWN, QUIT = "<", "?", "-", "q"
_MOST_FOUND = 5
# What is wrong with something that was not typed in the form that was asked.
_NOT_TYPED_SO = ("verkeerd-type", "verplicht")
_DUTCH_DAY = re.compile(r"(\d{1,2})[-/](\d{1,2})[-/](\d{4})")


class _StoppedError(Exception):
    """Whoever answers has stopped, or there is no more input."""


class Dialogue:
    """Talks in one language. `read` gives the next line that was typed, and None when there are no more."""

    def __init__(
        self, interviewer: Interviewer, situaties: SituationBook, brieven: Brieven, console: Console, read: Read
    ) -> None:
        self._interviewer, self._brieven, self._console, self._read = interviewer, brieven, console, read
        self._words = phrases_in(interviewer.taal)["terminal"]["gesprek"]
        self._situations, self._synonyms = situaties.levenssituaties, situaties.synoniemen

    def hold(self, situatie: str | None, **request: Json) -> None:
        """The whole conversation: what it is about, the questions, and the answer. Nothing is kept."""
        interview = self._interviewer.begin(**request)
        try:
            situatie = situatie or self._situation()
            interview = self._interviewer.begin(situatie=situatie, **request)
            self._say(self._situations[situatie].teksten[self._interviewer.taal].titel, "bold")
            if interview.leaves:
                self._say(self._words["hoe"], "dim")
            interview = self._questions(interview)
        except _StoppedError as stopped:
            interview = next((each for each in stopped.args if isinstance(each, Interview)), interview)
            if interview.request.get("situatie") is None:
                return
        self._conclude(interview)

    # --- what it is about -----------------------------------------------------------------------

    def _situation(self) -> str:
        """The situation that was chosen, found by own words or in the whole list."""
        taal = self._interviewer.taal
        situation_search = SituationSearch(self._situations, self._synonyms)
        found: Sequence[str] = ()
        self._say(self._words["wat-is-er"])
        while True:
            typed = self._line()
            if typed.isdecimal() and 0 < int(typed) <= len(found):
                return found[int(typed) - 1]
            if _goes_back(typed) or typed in ("", HELP):
                self._say(self._words["geen-vorige" if _goes_back(typed) else "hoe-begin"], "dim")
                continue
            if typed == NOT_KNOWN or _means(typed, "lijst"):
                now = list(self._situations)
            else:
                answer = situation_search.find(typed[:MAX_TEKENS], taal)
                now = [id for id, _ in (*answer.past, *answer.dichtbij)][:_MOST_FOUND]
                if not answer.past:
                    self._say(self._words["misschien" if now else "niets-gevonden"])
            for number, id in enumerate(now, 1):
                self._say(f"  {number:>2}  {self._situations[id].teksten[taal].titel}")
            if now:
                self._say(self._words["kies"])
            found = now or found  # the list that stands above stays good

    # --- the questions --------------------------------------------------------------------------

    def _questions(self, interview: Interview) -> Interview:
        """Ask until nothing is left to ask; raises _StoppedError with the interview so far."""
        told_settled = False
        while (question := interview.question) is not None:
            if question.waarvoor != OORDEEL and not told_settled and not interview.revisited:
                self._say(self._words["staat-vast"], "green")
                told_settled = True
            self._ask(interview, question)
            try:
                interview = self._step(interview, question)
            except InputErrors as wrong:
                for melding in self._wrong(wrong, question):
                    self._say(f"! {melding}", "yellow")
            except _StoppedError:
                raise _StoppedError(interview) from None
        return interview

    def _step(self, interview: Interview, question: Question) -> Interview:
        """The interview after what was typed: an answer, or a word that steers."""
        values: dict[str, Json] = {}
        leaves: Sequence[str | None] = question.per_verlof or (None,)
        for leave in leaves:
            if leave is not None and len(question.per_verlof) > 1:
                self._say(f"  {self._name(interview, leave)}")
            typed = self._line()
            if _goes_back(typed):
                if interview.back() is interview:
                    self._say(self._words["geen-vorige"], "dim")
                return interview.back()
            if typed == HELP:
                self._say(question.hulp)
                self._say(self._why(interview, question), "dim")
                return interview
            if not typed:
                if interview.told is None and not interview.revisited:
                    self._say(self._words["hoe"], "dim")
                return interview.keep()
            if typed == NOT_KNOWN:
                if leave is None:
                    return interview.pass_over()
                continue
            if _otherwise(typed, question):
                return interview.tell_otherwise()
            values[leave or ""] = _value(typed, question)
        if not question.per_verlof:
            return interview.tell(values[""])
        return interview.tell(values) if values else interview.pass_over()

    def _ask(self, interview: Interview, question: Question) -> None:
        words = self._words
        progress = words["voortgang" if interview.open_questions else "voortgang-vast"].format(
            vraag=len(interview.path) - interview.revisited + 1,
            over=interview.open_questions,
            vast=interview.settled,
            verloven=interview.leaves,
        )
        self._say(f"\n{progress}", "dim")
        self._say(question.vraag, "bold")
        for number, (label, _) in enumerate(_options(question, words), 1):
            self._say(f"  {number:>2}  {label}")
        if question.type in words["vorm"]:
            self._say(words["vorm"][question.type], "dim")
        if interview.told is not None:
            self._say(words["was"].format(waarde=self._told(interview, question.feit)), "dim")

    def _wrong(self, fouten: InputErrors, question: Question) -> Iterable[str]:
        """What is wrong with what was typed, each once; that it is of the wrong type is said as one types here."""
        of_type = {**self._words["vorm"], **self._words["typ"]}.get(question.type)
        entries = fouten.in_taal(self._interviewer.taal)
        return dict.fromkeys(
            of_type if of_type and each["code"] in _NOT_TYPED_SO else str(each["melding"]) for each in entries
        )

    def _why(self, interview: Interview, question: Question) -> str:
        return str(self._words["waarom"][question.waarvoor].format(verloven=", ".join(interview.about)))

    def _told(self, interview: Interview, fact: str) -> str:
        """What was told before, in words; of a fact per leave each leave has its own."""
        show = interview.interviewer.beoordelaar.languages[self._interviewer.taal].show
        told = interview.situatie.feiten[fact]
        return ", ".join(show(fact, each) for each in (told.values() if isinstance(told, Mapping) else (told,)))

    def _name(self, interview: Interview, leave: str) -> str:
        soort = interview.interviewer.beoordelaar.rulebook.verlofsoorten[leave]
        return str(soort.teksten[self._interviewer.taal].naam)

    # --- the end --------------------------------------------------------------------------------

    def _conclude(self, interview: Interview) -> None:
        """The cards, what to use first on top, and what lies outside the law of leave."""
        taal, beoordelaar, assessment = self._interviewer.taal, self._interviewer.beoordelaar, interview.assessment
        route = Adviser(beoordelaar).route(assessment, interview.situatie, taal)
        place = {step.verlofsoort: step.volgorde for step in route}
        leaves = sorted(assessment.verlofsoorten, key=lambda leave: place.get(leave.id, len(place) + 1))
        self._console.print()
        cards(leaves, assessment.peildatum, beoordelaar, self._brieven, taal, self._console)
        open_questions(assessment.volgende_vragen, taal, self._console)
        if assessment.verwijzing:
            self._say(assessment.verwijzing)

    # --- the terminal ---------------------------------------------------------------------------

    def _say(self, text: str, style: str = "") -> None:
        self._console.print(Text(text, style=style))

    def _line(self) -> str:
        self._console.print("> ", end="", highlight=False)
        typed = self._read()
        if typed is None:
            raise _StoppedError
        typed = typed.strip()
        if typed.lower() == QUIT or _means(typed, "stop"):
            raise _StoppedError
        return typed


def _typed_words(meaning: str) -> Sequence[str]:
    """The words that mean this, in whichever language somebody types them."""
    return [word for phrases in all_phrases().values() for word in phrases["terminal"]["getypt"][meaning]]


def _means(typed: str, meaning: str) -> bool:
    return typed.lower() in _typed_words(meaning)


def _goes_back(typed: str) -> bool:
    return typed == BACK or _means(typed, "terug")


def _options(question: Question, words: Words) -> Sequence[tuple[str, Json]]:
    """What can be chosen: the label that is shown, and its value; for a day only its other answer."""
    if question.ofwel is not None:
        return [(question.ofwel.label, question.ofwel.waarde)]
    if question.type == "bool":
        return [(words["ja"], True), (words["nee"], False)]
    return [(option.label, option.waarde) for option in question.opties]


def _otherwise(typed: str, question: Question) -> bool:
    """Was the other answer to a question about a day chosen, by its number or in its words?"""
    other = question.ofwel
    return other is not None and typed.lower() in ("1", other.label.lower())


def _value(typed: str, question: Question) -> Json:
    """What was typed, as the API takes it; what makes no sense stays as it is, for the intake to refuse."""
    kind = question.type
    if kind in ("bool", "enum"):
        in_any_language = [phrases["terminal"]["gesprek"] for phrases in all_phrases().values()]
        options = [value for words in in_any_language for _, value in _options(question, words)]
        labels = {label.lower(): value for words in in_any_language for label, value in _options(question, words)}
        if typed.isdecimal() and 0 < int(typed) <= len(question.opties or "ab"):
            return options[int(typed) - 1]
        return labels.get(typed.lower(), typed)
    if kind == "periods":
        between = "|".join(map(re.escape, _typed_words("tot")))
        days = [_day(each) for each in re.split(rf"[\s,;]+|{between}", typed) if re.search(r"\d", each)]
        if not days and not _means(typed, "geen"):
            return typed
        return [dict(zip(("van", "tot"), days[n : n + 2], strict=False)) for n in range(0, len(days), 2)]
    if kind.startswith("date"):
        return _day(typed)
    return _number(typed)


def _day(typed: str) -> str:
    dutch = _DUTCH_DAY.fullmatch(typed)
    return f"{dutch[3]}-{int(dutch[2]):02}-{int(dutch[1]):02}" if dutch else typed


def _number(typed: str) -> Json:
    try:
        number = Decimal(typed.replace(",", "."))
    except InvalidOperation:
        return typed
    if not number.is_finite():
        return typed
    return int(number) if number == number.to_integral_value() and abs(number) < 10**9 else number
