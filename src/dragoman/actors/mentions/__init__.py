"""Mentions: words of a document that mean somebody whom other words of it tell.

In: a mention and its scene. Out: its sort, whom it stands for, who speaks it, what its person is.
"""
