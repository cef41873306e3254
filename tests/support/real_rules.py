"""The rules that come with this package, read once for all tests that need the real law."""

from functools import cache

from verlof_api.law import RULES, Folder, open_folder
from verlof_api.law.scenarios import Scenario
from verlof_api.library import Library, load_library
from verlof_api.situations import SituationBook


@cache
def real_folder() -> Folder:
    return open_folder(RULES).or_raise()


@cache
def real_library() -> Library:
    return load_library(real_folder()).or_raise()


def real_situations() -> SituationBook:
    return real_library().situaties


def real_scenarios() -> tuple[Scenario, ...]:
    return real_library().scenarios
