"""Triggers: the network's two looks at the words that may report an act, and which of them are told.

In: sentences and the network. Out: findings: a trigger, its type, the words of its roles, its confidence and verdict.
"""
