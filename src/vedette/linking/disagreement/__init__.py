"""Where claims of one event do not agree, and where they only seem not to."""
