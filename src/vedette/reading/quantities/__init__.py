"""How much, how many: the quantities that a text mentions.

The search is one for all languages; what a language says is data in
``languages/<code>/quantities.toml``.
"""

from vedette.reading.quantities.find import find_quantities
from vedette.reading.quantities.read import read_quantity
from vedette.reading.quantities.words import QuantityWords, load_quantity_words

__all__ = ["QuantityWords", "find_quantities", "load_quantity_words", "read_quantity"]
