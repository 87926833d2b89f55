"""A claim is cited that no source makes.

Evidence is named as `source#claim`: the file `seeds/<source>.yaml`, and the claim's name in it. A reader who
looks it up must find it.

Wrong:

    # options/beans.yaml
    recommended_by: [machine-test#bean-taste]

Right:

    # options/beans.yaml
    recommended_by: [machine-test#beans-taste]
"""

from collections.abc import Iterator, Mapping

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import Definitions, path_of
from steelyard.documents.references import CitedClaim, cited_claims, names_no_claim, names_no_source
from steelyard.shelf import did_you_mean


def find(definitions: Definitions, _: Bench) -> Iterator[Found]:
    """Each mention of a source without a file, or of a claim that its source does not have."""
    claims = {name: frozenset(source.claims) for name, source in definitions.sources.items()}
    for cited in cited_claims(definitions):
        if names_no_source(definitions, cited.reference):
            yield Found(definitions.place(cited.path, *cited.steps), *_no_source(definitions, cited))
        elif names_no_claim(definitions, cited.reference):
            yield Found(definitions.place(cited.path, *cited.steps), *_no_claim(claims, cited))


def _no_source(definitions: Definitions, cited: CitedClaim) -> tuple[str, str]:
    source = cited.reference.partition("#")[0]
    message = f"'{cited.reference}' names the source '{source}', but there is no {path_of('source', source)}"
    return message, did_you_mean(source, definitions.known["source"])


def _no_claim(claims: Mapping[str, frozenset[str]], cited: CitedClaim) -> tuple[str, str]:
    source, _, claim = cited.reference.partition("#")
    message = f"the source '{source}' has no claim '{claim}'"
    return message, did_you_mean(claim, claims[source])


e001_unknown_claim = Rule(code="E001", severity="error", title="Unknown claim", find=find)
