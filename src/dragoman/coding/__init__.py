"""Coding: documents in, events out."""
