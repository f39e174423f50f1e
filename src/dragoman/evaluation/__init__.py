"""How right the coder is: gold files in, figures by layer out, with intervals and the worst misses.

`gold` and `formats` read what people annotated, `matching` pairs it with what was coded, `figures` counts, `report`
shows. Nothing here codes: the coder comes in as a function.
"""
