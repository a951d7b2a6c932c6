"""What a watch tells people and programs: its log, its numbers, and how it stands with each source."""
