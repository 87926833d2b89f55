"""Sources: the documents read, what each says and where, and every number that leans on it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from steelyard.documents.definitions import Definitions
from steelyard.documents.source import Source
from steelyard.outputs.html.anchors import option_at
from steelyard.outputs.html.judged import Cited, stated_numbers
from steelyard.outputs.html.panel import Panel
from steelyard.results.report import Report


@dataclass(frozen=True)
class Mention:
    """A place on the page that leans on a claim, and how: for a number, against it, or to recommend."""

    at: str
    how: str
    what: str


@dataclass(frozen=True)
class Said:
    """A claim, and every mention of it."""

    cited: Cited
    mentions: tuple[Mention, ...]


def panels(report: Report) -> Iterator[Panel]:
    """Every source with its claims; nothing where no document was read."""
    sources, found = report.definitions.sources, _mentions(report.definitions)
    if sources:
        shows: dict[str, object] = {
            "sources": tuple((source, tuple(_claims(source, found))) for source in sources.values()),
            "titles": {name: source.title for name, source in sources.items()},
        }
        yield Panel("sources", "Sources, and what they say", "sources.html", shows)


def _claims(source: Source, found: Mapping[str, list[Mention]]) -> Iterator[Said]:
    for name, claim in source.claims.items():
        reference = f"{source.id}#{name}"
        yield Said(Cited(reference, claim, source), tuple(found.get(reference, ())))


def _mentions(definitions: Definitions) -> Mapping[str, list[Mention]]:
    """Every mention of each claim in an option, by `source#claim`."""
    found: dict[str, list[Mention]] = {}
    for option in definitions.options.values():
        for reference in option.recommended_by:
            found.setdefault(reference, []).append(Mention(option_at(option.id), "recommends", option.title))
        for number in stated_numbers(definitions, option):
            for how, references in (("for", number.judgement.evidence), ("against", number.judgement.against)):
                mention = Mention(number.at, how, f"{option.title}: {number.title}")
                for reference in references:
                    found.setdefault(reference, []).append(mention)
    return found
