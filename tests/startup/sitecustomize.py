"""What each Python that a test starts runs first: ``light_children.py`` puts this folder on its path."""

import sys

# spaCy imports torch wherever it is installed. That takes a second and a half, and nothing uses it: this Python is to
# start as it does where only what `requirements/dev.lock` names is installed.
if __name__ == "sitecustomize":  # whoever looks for examples in all files imports this one, too, by another name
    sys.modules["torch"] = None  # type: ignore[assignment]
