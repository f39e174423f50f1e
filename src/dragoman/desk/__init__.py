"""The desk: a record in a browser and over an API. In: a record's file. Out: pages and JSON that lead to the words.

`dragoman serve` runs it; `dragoman.desk.app.create` builds it for a server of one's own. Loaded only then.
"""
