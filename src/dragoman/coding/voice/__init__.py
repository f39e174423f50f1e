"""Voice: who says so, in which words, and what else the document's speakers say.

In: a document's sentences and the words of a finding. Out: `dragoman.event.Voice`s and statements.
The rules and their figures: docs/voice.md.
"""
