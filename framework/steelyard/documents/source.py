"""`seeds/<id>.yaml`: one source, how far it is trusted, and the claims drawn from it."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from steelyard.documents.record import AS_WHOLE, Day, Id, PartialDate, Record, Sha256, Text, no_flag

LONGEST_ANCHOR = 8


class DocumentRead(Record):
    """The copy that was read, pinned by its digest; the text itself stays outside the project."""

    file: Annotated[Text, Field(description="The file's name in the reader's folder of documents.")]
    sha256: Annotated[Sha256, Field(description="The SHA-256 digest of the file's bytes.")]
    read: Annotated[Day | None, Field(description="The day this copy was read.")] = None


class Locator(Record):
    """Where in a document a claim stands."""

    section: Annotated[Text | None, Field(description="How the heading above it begins.")] = None
    paragraph: Annotated[
        int, Field(description="The non-empty line, counted from 1, headings included.", ge=1, le=1_000_000), AS_WHOLE
    ]


class Claim(Record):
    """Something a source says, in our own words, pinned to its paragraph."""

    statement: Annotated[Text, Field(description="What the source says, in our own words.")]
    at: Annotated[Locator, Field(description="Where it says so.")]
    anchor: Annotated[Text, Field(description="At most eight words found in that paragraph.")]
    sha256: Annotated[Sha256, Field(description="The digest of the paragraph, white space folded and stripped.")]
    credibility: Annotated[
        Literal[1, 2, 3, 4, 5, 6],
        BeforeValidator(no_flag),
        Field(description="Admiralty scale: 1 confirmed to 6 cannot be judged."),
    ]


class Source(Record):
    """A document that evidence is drawn from."""

    id: Annotated[Id, Field(description="The file's name without its ending.")]
    type: Annotated[Text, Field(description="The CSL type: report, article, webpage, ...")]
    title: Annotated[Text, Field(description="The document's title.")]
    author: Annotated[Text | None, Field(description="Who wrote it, where that is known.")] = None
    publisher: Annotated[Text | None, Field(description="Who published it.")] = None
    issued: Annotated[PartialDate | None, Field(description="When it was published.")] = None
    URL: Annotated[Text | None, Field(description="Where it is published.")] = None
    accessed: Annotated[Day | None, Field(description="The day the address was opened.")] = None
    document: Annotated[DocumentRead, Field(description="The copy that was read.")]
    draws_on: Annotated[
        tuple[Id, ...],
        Field(description="Sources that this one repeats; with each of them it counts as one voice.", strict=False),
    ] = ()
    reliability: Annotated[
        Literal["A", "B", "C", "D", "E", "F"],
        Field(description="Admiralty scale: A completely reliable to F cannot be judged."),
    ]
    reliability_because: Annotated[Text | None, Field(description="The reason for that grade.")] = None
    claims: Annotated[dict[Id, Claim], Field(description="What the source says, by name.")] = {}
