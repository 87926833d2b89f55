"""A claim is cited by nothing.

It may be left over, or it may speak about a score that does not mention it. A claim that undercuts a score
belongs under `against`.

Wrong:

    # options/filter.yaml
    scores:
      taste: {against: []}      # nothing else cites machine-test#filter-stale

Right:

    # options/filter.yaml
    scores:
      taste: {against: [machine-test#filter-stale]}
"""

from collections.abc import Iterator

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import ASSUMPTIONS_FILE, FOLDERS, Definitions, path_of
from steelyard.documents.references import cited_claims, names_nothing
from steelyard.shelf import nearest


def find(definitions: Definitions, _: Bench) -> Iterator[Found]:
    """Each claim that nothing mentions, where options, scenarios and assumptions could all be read whole."""
    if not definitions.options or not _read_whole(definitions):
        return
    made = [f"{name}#{claim}" for name, source in definitions.sources.items() for claim in source.claims]
    used = _used(definitions, made)
    for reference in made:
        if reference not in used:
            source, claim = reference.split("#")
            yield Found(
                definitions.place(path_of("source", source), "claims", claim, key=True),
                f"nothing cites the claim '{reference}'",
                "Cite it for or against a score that it speaks about, or delete it.",
            )


def _read_whole(definitions: Definitions) -> bool:
    paths = {path_of(kind, name) for kind in ("option", "scenario") for name in definitions.known[kind]}
    citing = paths | {ASSUMPTIONS_FILE, FOLDERS["option"], FOLDERS["scenario"]}
    read = len(definitions.options) + len(definitions.scenarios)
    return read == len(paths) and not any(path in citing for path, _ in definitions.dropped)


def _used(definitions: Definitions, made: list[str]) -> set[str] | set[str | None]:
    """The claims cited, with those that misspelt mentions probably mean."""
    cited = {each.reference for each in cited_claims(definitions)}
    if cited.issuperset(made):
        return cited
    known = frozenset(made)
    return cited | {nearest(each, known) for each in cited if names_nothing(definitions, each)}


e006_unused_claim = Rule(code="E006", severity="note", title="Unused claim", find=find)
