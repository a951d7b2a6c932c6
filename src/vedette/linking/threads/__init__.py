"""What belongs together: editions of an exercise, crises, places under watch, sums and their parts."""
