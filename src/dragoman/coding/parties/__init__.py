"""Parties: which words of a finding are who acts and who is acted on, beyond what the network marked.

In: a story and its findings. Out: findings with their sides whole.
"""
