"""The words that alerts go out with unless the user wrote others."""
