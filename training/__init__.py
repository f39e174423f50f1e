"""Builds the shipped model from annotated sentences; never imported by the package."""
