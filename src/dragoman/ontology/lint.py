"""Whether the ontology's tables fit together: types whole, codes known, the crosswalk total both ways.

In: the loaded tables. Out: one line for each fault, none when all is well. Run by the tests.
"""

from collections.abc import Iterator

from dragoman.ontology import QUAD_NAMES, EventType, contexts, load
from dragoman.ontology.crosswalk import Rule, cameo_code, from_cameo, plover, rules

# A definition shorter than this tells nobody anything.
_SHORTEST_DEFINITION = 40


def faults() -> list[str]:
    """Every fault of the tables as a line naming the table and the entry."""
    return [*_types(), *_cameo(), *_from_cameo(), *_to_cameo(), *_round_trip(), *_contexts()]


def _types() -> Iterator[str]:
    for event_type in load().types.values():
        yield from (f"types/{event_type.name.lower()}.yaml: {fault}" for fault in _type_faults(event_type))


def _type_faults(event_type: EventType) -> Iterator[str]:
    if event_type.quad_class not in QUAD_NAMES:
        yield f"quad_class {event_type.quad_class} is not one of 1 to 4"
    if event_type.cameo_root not in load().cameo or len(event_type.cameo_root) != 2:
        yield f"cameo_root {event_type.cameo_root!r} is no CAMEO root"
    if len(event_type.definition) < _SHORTEST_DEFINITION:
        yield "definition is too short"
    if len(event_type.is_not) < 2:
        yield "is_not should name at least two near misses"
    if event_type.speech not in (True, False):
        yield f"speech {event_type.speech!r} is neither true nor false"
    elif event_type.speech and not QUAD_NAMES.get(event_type.quad_class, "").startswith("verbal"):
        yield "what is speech is verbal"
    for mode, meaning in event_type.modes.items():
        if not meaning.endswith("."):
            yield f"mode {mode} should be explained by a sentence"


def _cameo() -> Iterator[str]:
    for code in load().cameo.values():
        if not -10 <= code.goldstein <= 10:
            yield f"cameo.csv: {code.code}: Goldstein score {code.goldstein} is outside -10 to 10"
        if not code.code.isdigit() or not code.code.startswith(code.root) or not 2 <= len(code.code) <= 4:
            yield f"cameo.csv: {code.code}: not a code of root {code.root}"
        if len(code.code) > 2 and code.code[:-1] not in load().cameo:
            yield f"cameo.csv: {code.code}: its parent {code.code[:-1]} is missing"
        if code.quad_class != load().cameo[code.root].quad_class:
            yield f"cameo.csv: {code.code}: quad class differs from its root's"


def _from_cameo() -> Iterator[str]:
    types, tags = load().types, contexts()
    for code in [*load().cameo, *from_cameo()]:
        if code not in load().cameo or not any(code.startswith(known) for known in from_cameo()):
            yield f"from_cameo.yaml: {code}: no such code, or no reading for it"
            continue
        name, mode, found = plover(code)
        if name and (name not in types or (mode and mode not in types[name].modes)):
            yield f"from_cameo.yaml: {code}: no type {name!r} with mode {mode!r}"
        yield from (f"from_cameo.yaml: {code}: no context {tag!r}" for tag in found if tag not in tags)


def _to_cameo() -> Iterator[str]:
    for name in load().types:
        if name not in rules().rules:
            yield f"to_cameo.yaml: no rules for {name}"
    for name, lines in rules().rules.items():
        for rule in lines:
            yield from (f"to_cameo.yaml: {name}: {rule.code}: {fault}" for fault in _rule_faults(name, rule))
    for family, members in rules().families.items():
        for member in members:
            if member.cue not in rules().cues or (member.context and member.context not in contexts()):
                yield f"to_cameo.yaml: family {family}: unknown cue or context in digit {member.digit}"


def _rule_faults(name: str, rule: Rule) -> Iterator[str]:
    modes = ("", *load().types[name].modes)
    yield from (f"unknown mode {mode!r}" for mode in rule.modes or () if mode not in modes)
    yield from (f"unknown cue {cue!r}" for cue in rule.cues if cue not in rules().cues)
    yield from (f"unknown context {tag!r}" for tag in rule.contexts if tag not in contexts())
    if rule.family and rule.family not in rules().families:
        yield f"unknown family {rule.family!r}"
    for code in _codes(name, rule):
        if code not in load().cameo:
            yield f"{code} is no CAMEO code"
        elif plover(code)[0] != name and name not in rules().shared.get(code, rules().shared.get(rule.code, ())):
            yield f"{code} leads back to {plover(code)[0]}; list it under shared if both types use it"


def _codes(name: str, rule: Rule) -> Iterator[str]:
    """Every code that a rule can give."""
    codes = [rule.code, *(rule.code + member.digit for member in rules().families.get(rule.family, ()))]
    yield from codes
    softer = rules().softer.get(name)
    if softer:
        yield from (softer.appeal_root + code[2:] for code in codes if code.startswith(softer.root))


def _round_trip() -> Iterator[str]:
    """A type and mode without further words go to a code that leads back to that type."""
    for name, event_type in load().types.items():
        for mode in ("", *event_type.modes):
            code = cameo_code(name, mode)
            if code not in load().cameo:
                yield f"to_cameo.yaml: {name} {mode}: {code} is no CAMEO code"
            elif plover(code)[0] != name and name not in rules().shared.get(code, ()) and code != event_type.cameo_root:
                yield f"to_cameo.yaml: {name} {mode}: {code} leads back to {plover(code)[0]}"


def _contexts() -> Iterator[str]:
    for context in contexts().values():
        if not context.words or not context.definition:
            yield f"contexts.yaml: {context.name}: no words or no definition"
        if len(set(context.words)) != len(context.words):
            yield f"contexts.yaml: {context.name}: a term stands twice"
        for word in context.words:
            if not isinstance(word, str) or not word.strip():
                yield f"contexts.yaml: {context.name}: {word!r} is no term"
