"""Countries: which country a mention belongs to when neither its own words nor a link say so.

In: a mention and its scene. Out: candidates, weighed by where they are named, where things happen, and who stands
against whom.
"""
