"""How the tagger is made: from the corpus and a published encoder to the files that ship with Vedette.

``python -m training`` (``make train``) does all of it; see ``README.md``.
"""
