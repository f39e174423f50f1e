"""The label spaces that the network learns, in the order in which the shipped model's outputs stand.

In: nothing. Out: tuples of names; `dragoman.models` reads the same lists from the exported model's metadata.
"""

TYPES = (
    "", "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE",
    "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
STATUSES = ("actual", "planned", "hypothetical", "negated")
ROLES = ("actor", "recipient", "said_by", "place", "when")
MODES = (
    "", "CONSULT:visit", "CONSULT:third-party", "CONSULT:multilateral", "CONSULT:phone",
    "RETREAT:withdraw", "RETREAT:release", "RETREAT:return", "RETREAT:disarm", "RETREAT:ceasefire",
    "RETREAT:access", "RETREAT:resign", "REQUEST:assist", "REQUEST:change", "REQUEST:yield", "REQUEST:meet",
    "REJECT:assist", "REJECT:change", "REJECT:yield", "REJECT:meet", "ACCUSE:disapprove",
    "ACCUSE:investigate", "ACCUSE:allege", "THREATEN:restrict", "THREATEN:ban", "THREATEN:arrest",
    "THREATEN:relations", "THREATEN:expel", "THREATEN:territory", "THREATEN:violence", "PROTEST:demo",
    "PROTEST:riot", "PROTEST:strike", "PROTEST:hunger", "PROTEST:boycott", "PROTEST:obstruct",
    "SANCTION:convict", "SANCTION:expel", "SANCTION:withdraw", "SANCTION:discontinue", "MOBILIZE:troops",
    "MOBILIZE:weapons", "MOBILIZE:police", "MOBILIZE:militia", "COERCE:seize", "COERCE:restrict",
    "COERCE:ban", "COERCE:censor", "COERCE:curfew", "COERCE:martial-law", "COERCE:arrest", "COERCE:deport",
    "COERCE:withhold", "COERCE:misinformation", "COERCE:cyber", "ASSAULT:abduct", "ASSAULT:beat",
    "ASSAULT:torture", "ASSAULT:execute", "ASSAULT:sexual", "ASSAULT:cleansing", "ASSAULT:targeted",
    "ASSAULT:destroy", "ASSAULT:primitive", "ASSAULT:firearms", "ASSAULT:explosives",
    "ASSAULT:suicide-attack", "ASSAULT:aerial", "ASSAULT:drone", "ASSAULT:heavy-weapons",
    "ASSAULT:crowd-control", "ASSAULT:unconventional",
)  # fmt: skip
