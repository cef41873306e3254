"""What a version of a leave does not work out: the known gaps that touch it, as parts of an answer made at start-up."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from verlof_api.assessment.answer import Gap
from verlof_api.assessment.wire import fixed
from verlof_api.language.environment import Environment, Run
from verlof_api.language.nodes import BOOL
from verlof_api.language.program import Program
from verlof_api.law.regelboek import Hiaat

Parts = Mapping[str, Gap]  # language -> the part of an answer


class Gaps:
    """The gaps of one version, in the order of the rulebook.

    A gap is told unless it surely does not touch the leave: what was not told may still make it matter.
    """

    def __init__(self, hiaten: Iterable[Hiaat], program: Program) -> None:
        leave = program.verlofsoort.id
        concerned = [each for each in hiaten if each.concerns(leave)]
        gaps = [(each.altijd, _test(each, program), _parts(each)) for each in concerned]
        talen = program.rulebook.talen
        self._told = {False: _Told(gaps, talen), True: _Told([gap for gap in gaps if gap[0]], talen)}

    def of(self, env: Environment, taal: str, refused: bool) -> Sequence[Gap]:
        """Those that touch the leave in the situation of `env`; with a refusal, only what could change it.

        Ask this after `env` was read for what is shown: what is assumed here is not shown to anybody.
        """
        return self._told[refused].of(env, taal)


class _Told:
    def __init__(self, gaps: Sequence[tuple[bool, Run | None, Parts]], talen: Iterable[str]) -> None:
        self._gaps = [(als, parts) for _, als, parts in gaps]
        self._fixed: Mapping[str, Sequence[Gap]] | None = None
        if all(als is None for als, _ in self._gaps):
            self._fixed = {taal: tuple(parts[taal] for _, parts in self._gaps) for taal in talen}

    def of(self, env: Environment, taal: str) -> Sequence[Gap]:
        if self._fixed is not None:
            return self._fixed[taal]
        return [parts[taal] for als, parts in self._gaps if als is None or als(env) is not False]


def _test(hiaat: Hiaat, program: Program) -> Run | None:
    return None if hiaat.als is None else program.compile(program.expression(hiaat.als, BOOL))


def _parts(hiaat: Hiaat) -> Parts:
    return {taal: _part(hiaat.id, tekst) for taal, tekst in hiaat.tekst.items()}


@cache
def _part(id: str, tekst: str) -> Gap:
    return fixed(Gap(id, tekst))
