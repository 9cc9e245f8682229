"""The classes of a project as its peers would have them, for as many facts as the measured projects state.

Each module has classes of the same names. They check of these facts what esfmodel checks: text is printable, not blank
and of bounded length, an amount has at most two decimals and a known currency, a year is a whole number of four digits,
all amounts of a budget are in one currency, no source is listed twice over, and a period does not end before it starts.
"""
