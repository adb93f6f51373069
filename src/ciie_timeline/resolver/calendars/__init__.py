"""Calendars other than the civil one: of churches, Hebrew, Islamic, Chinese, Hindu, Persian.

Each module turns a day of its calendar into days of the civil (Gregorian) calendar, and says for
which years it does so.  Nothing here knows the name of a feast: the rules of the lexicon do.
"""
