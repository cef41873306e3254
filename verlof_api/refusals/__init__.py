"""What an employer answered, beside what the law says of such an answer."""

from verlof_api.refusals.answer import Weigeringen

__all__ = ["Weigeringen"]
