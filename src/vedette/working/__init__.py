"""Several workers on one desk: who is told what to do, and what becomes of what a worker had in hand when it ended.

What has to be done stands on the desk, as it does for a watch that is alone (its lists of feeds, pages and versions, and
what is not linked yet). Jobs say only who does what now: they name rows of these lists, and the list of jobs can be made
anew at any moment. This is for desks on PostgreSQL; it needs the extra ``postgres``.
"""
