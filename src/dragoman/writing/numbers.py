"""Numbers with what they count, for lines that people read.

In: a number and a noun. Out: "1 event", "1,250 events".
"""


def counted(number: int, noun: str, *, more: str = "") -> str:
    """The number and the noun in its form; `more` is what follows: "2 feeds asked"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}{f' {more}' if more else ''}"
