"""Status: whether an act happened, is planned, might be, or did not happen.

In: a sentence, the words of a finding and the network's chances. Out: a status and the cue that gave it.
The rules and their figures: docs/status.md.
"""
