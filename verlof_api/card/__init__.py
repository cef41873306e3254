"""The card: one leave on one page, to print and to keep."""

from verlof_api.card.writer import kaart_html

__all__ = ["kaart_html"]
