"""What comes next when outlets are followed day and night, and when.

Nothing here knows SQL, HTML or reading: a watch is given the lists it works through, somebody who fetches, an
archive, a clock, and somebody who takes in what was received.
"""
