"""Life situations: what people come with. Their book, and the search that finds them from a person's own words.

No model, no network, no memory of what was asked.

The words are personal: nothing here logs, keeps or raises them.
"""

from verlof_api.situations.book import SituationBook, load_situaties
from verlof_api.situations.search import MAX_TEKENS, Found, SituationSearch

__all__ = ["MAX_TEKENS", "Found", "SituationBook", "SituationSearch", "load_situaties"]
