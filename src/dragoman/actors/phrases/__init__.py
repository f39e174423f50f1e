"""Phrases: who a phrase means by its own words, whatever document it stands in.

In: words and a day. Out: the parts of a phrase and what each says of a party: country, sector, office, name.
"""
