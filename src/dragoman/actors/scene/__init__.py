"""The scene: what a document says of countries and people, and where.

In: a document's text and sentences. Out: its clues, its people whom no table knows, what stands beside their names.
"""
