"""The words of the interface in other languages: one folder a language, as gettext keeps them."""
