"""Several workers on one desk: who is told what to do, and what becomes of what a worker had in hand when it ended.

What has to be done stands on the desk, as it does for a watch that is alone: its lists of feeds, pages and versions,
and what is not linked yet. Jobs say only who does what now. They name rows of these lists, and the list of jobs can be
made anew at any moment::

    jobs        what there is to do: look, ask, read, link
    place       where the list of jobs is: in the database of the desk
    job_list    the list: what is put on it, what is held, what was given up
    steps       what each job does to the desk
    tasks       steps as tasks of procrastinate: tries, pauses, and who is told
    loose_ends  jobs whose end the list does not know of
    worker      a process that does jobs until it is asked to stop

This is for desks on PostgreSQL and needs the extra ``postgres``; nothing of it is loaded before it is used.
"""
