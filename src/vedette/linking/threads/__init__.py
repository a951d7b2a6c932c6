"""What belongs together: editions of an exercise, crises, places under watch, sums and their parts.

``changing`` makes those situations anew that events which come or go are in, with no look at the others.
"""
