"""What people see: the command line, the pages, the briefing. Reads a desk; changes nothing.

Three modules are shared by all of them: :mod:`vedette.presentation.wording` puts the
nouns into plain words, :mod:`vedette.presentation.safe_text` makes text of reports
harmless, :mod:`vedette.presentation.type_phrases` holds the words for each event type.
"""
