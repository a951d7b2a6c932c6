"""What people decided, found again in what was read anew, and put before any score."""
