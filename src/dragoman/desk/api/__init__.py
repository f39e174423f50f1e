"""The API: what the pages show, for programs, under /api/v1. In: requests. Out: JSON, or lists in other formats.

docs/api.md is made from its schema by `python -m dragoman.desk.api`.
"""
