"""The record: one DuckDB file that keeps documents, events, statements and where everything came from.

In: documents and their events. Out: rows that are never overwritten, and answers about them. See docs/record.md.
"""
