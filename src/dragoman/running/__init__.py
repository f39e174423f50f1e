"""One loop, places to run it: documents in; out, in order, each with its events or the reason why not."""
