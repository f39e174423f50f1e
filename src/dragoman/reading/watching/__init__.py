"""Watching: feeds that are asked again and again, their articles followed, and what is new of them read."""
