"""From decoded JSON to the words somebody searches with. They are personal: no message repeats them."""

from collections.abc import Iterator, Mapping
from typing import Final, cast

from marshmallow import ValidationError, fields, missing

from verlof_api.intake.compound import wrong_names
from verlof_api.intake.errors import Fout, InputErrors, InputMistake
from verlof_api.intake.fields import Around, Strict, refuse
from verlof_api.intake.paths import write
from verlof_api.law.suggest import Vocabulary

WOORDEN: Final = "woorden"
_OBJECT = InputMistake("verkeerd-type", {"soort": "object"})


class SearchWords(Strict, fields.String):
    """A text of at least 1 and at most `longest` characters."""

    kind = "tekst"

    def __init__(self, longest: int) -> None:
        self.longest = longest
        super().__init__(required=True, metadata={"minLength": 1, "maxLength": longest})

    def _deserialize(self, value: object, attr: str | None, data: Around, **kwargs: object) -> str:
        if type(value) is not str:
            raise refuse(self.wrong_kind)
        if not value:
            raise refuse(InputMistake("verplicht"))
        if len(value) > self.longest:
            raise refuse(InputMistake("te-lang", {"maximum": self.longest}))
        return value


class ZoekIntake:
    """Reads the body of `POST /v1/situaties/_zoek`. Built once per process; keeps nothing of what it reads."""

    def __init__(self, longest: int) -> None:
        self.field = SearchWords(longest)
        self._words = Vocabulary([WOORDEN])

    def woorden(self, obj: object) -> str:
        """The words, or `InputErrors` with every mistake."""
        if not isinstance(obj, dict):
            raise InputErrors([_OBJECT.at("$")])
        found = list(self._unknown(obj))
        read = ""
        try:
            read = self.field.deserialize(obj.get(WOORDEN, missing))
        except ValidationError as error:
            found += [finding.at(WOORDEN) for finding in cast(list[InputMistake], error.messages)]
        if found:
            raise InputErrors(found)
        return read

    def _unknown(self, obj: Mapping[str, object]) -> Iterator[Fout]:
        for step, finding in wrong_names(obj, frozenset({WOORDEN}), "onbekend-veld", self._words):
            yield finding.at(write([] if step is None else [step]))
