"""CAMEO style actor codes: RUSGOV, PSEREB, IGOUNO.

In: a country (ISO 3166 alpha-3 or "") and a sector of PLOVER. Out: the code, "" when neither is known.
"""


def actor_code(country: str, sector: str, *, own: str = "") -> str:
    """Country and sector in one code; `own` is a code that an organisation has of itself and wins."""
    return own or f"{country}{sector}"
