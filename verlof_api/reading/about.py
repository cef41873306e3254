"""What there is to know of a version before it is read."""

from collections.abc import Iterator

from verlof_api.assessment.wording import Language
from verlof_api.reading.model import Reading
from verlof_api.reading.words import words


def about(reading: Reading, language: Language) -> Iterator[str]:
    """When this version holds, what text was read for it, and what chooses it."""
    sentences = words(language.taal)["zinnen"]
    van, gelezen = language.day(reading.van), language.day(reading.gelezen)
    if reading.voorstel:
        yield sentences["voorstel"]
    elif reading.tot is None:
        yield sentences["geldig"].format(van=van)
    else:
        yield sentences["geldig-tot"].format(van=van, tot=language.day(reading.tot))
    yield sentences["gelezen"].format(gelezen=gelezen)
    yield sentences["kiest"].format(feiten=", ".join(reading.anker))
    if language.taal != "nl":
        yield sentences["nederlands"]
