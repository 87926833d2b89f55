"""Recording claims against a small document that was made up for these tests.

The digests below were computed by `sha256sum`, not by Steelyard.
"""

import shutil
from pathlib import Path

import pytest

from steelyard.adding import NewClaim, add
from steelyard.check import at_least, check, read
from steelyard.errors import OutputError
from steelyard.evidence import verify

SOUND = Path(__file__).parent / "sound"
TEXT = "On tea\n\n1. Leaves\nGreen leaves   are \tpicked by hand.\n\n2. Water\nWater should be caf\u00e9-hot.\n"
TEA = "850e1ec92cd230424451618d62091d39998e23974edde448e9ba7014917ed6d8"
"""Of the whole text, in UTF-8."""
PICKED = "9292d75fdff7cbafc94756e0172256736cf1fc535d90284eb4db83079453608a"
"""Of `Green leaves are picked by hand.`"""
SOURCE = {
    "type": "report",
    "title": "Tea: a study",
    "reliability": "C",
    "reliability_because": "Nobody knows who wrote it.",
    "accessed": "2026-03-02",
}
CLAIM = NewClaim(3, "leaves  are picked", "Nobody picks leaves by machine.", 2, "1. Leaves")
NEW_FILE = f"""\
id: tea
type: report
title: 'Tea: a study'
accessed: 2026-03-02
document:
  file: tea.txt
  sha256: {TEA}
reliability: C
reliability_because: Nobody knows who wrote it.
claims:
  leaves-are-picked:
    statement: Nobody picks leaves by machine.
    at:
      section: '1. Leaves'
      paragraph: 3
    anchor: leaves are picked
    sha256: {PICKED}
    credibility: 2
"""


@pytest.fixture
def document(tmp_path: Path) -> Path:
    """The one document."""
    file = tmp_path / "documents" / "tea.txt"
    file.parent.mkdir()
    file.write_bytes(TEXT.encode())
    return file


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the sound project."""
    return shutil.copytree(SOUND, tmp_path / "decision")


def _add(root: Path, document: Path, claim: NewClaim = CLAIM, **known: str) -> str:
    return add(read(root).definitions, "tea", document, claim, known)


def test_a_source_without_a_file_gets_one_that_passes(root: Path, document: Path) -> None:
    """Document, paragraph and anchor are pinned; the project stays sound and the new claim is verified."""
    assert _add(root, document, **SOURCE) == "tea#leaves-are-picked"
    assert (root / "seeds" / "tea.yaml").read_text(encoding="utf-8") == NEW_FILE
    assert at_least(check(root), "warning") == ()
    found = verify(read(root).definitions, document.parent)
    assert {each.place.path for each in found} == {"seeds/machine-test.yaml"}, "whose document is not at hand"


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_further_claim_goes_below_the_last_and_touches_nothing_else(root: Path, document: Path, ending: str) -> None:
    """Comments, line ends and what follows the claims stay byte for byte."""
    text = NEW_FILE.replace("claims:", "claims: # so far").replace("at:", "at:  # where") + "  # More to come.\n"
    before, after = f"# On top.\n{text}", "author: nobody # perhaps\n"
    (root / "seeds" / "tea.yaml").write_bytes(f"{before}{after}".replace("\n", ending).encode())
    assert _add(root, document, NewClaim(5, "caf\u00e9-hot", "It's hot: very.", 6, name="hot")) == "tea#hot"
    added = (
        "  hot:\n    statement: 'It''s hot: very.'\n    at:\n      paragraph: 5\n    anchor: caf\u00e9-hot\n"
        "    sha256: c3ef19b8c55dd54167a7c1dff4648d58b5886ccd93ce6bdce9d556ceb85bdb85\n    credibility: 6\n"
    )
    head, last = before.removesuffix("  # More to come.\n"), "  # More to come.\n"
    expected = f"{head}{added}{last}{after}".replace("\n", ending)
    assert (root / "seeds" / "tea.yaml").read_bytes().decode() == expected
    assert at_least(check(root), "warning") == ()


@pytest.mark.parametrize("claims", ["", "claims: {}\n"])
def test_the_first_claim_of_a_source(root: Path, document: Path, claims: str) -> None:
    """A source that has no claims yet, with or without the key, gets its first."""
    before = NEW_FILE.partition("claims:")[0]
    (root / "seeds" / "tea.yaml").write_text(before + claims, encoding="utf-8", newline="\n")
    _add(root, document)
    assert (root / "seeds" / "tea.yaml").read_text(encoding="utf-8") == NEW_FILE


REFUSED = [
    (NewClaim(9, "leaves", "Said.", 6), "there is no paragraph 9 in tea.txt, which has 5"),
    (NewClaim(0, "leaves", "Said.", 6), "there is no paragraph 0 in tea.txt"),
    (
        NewClaim(3, "Leaves are piked", "Said.", 6),
        "is not in paragraph 3 of tea.txt; nearest there: 'leaves are picked'",
    ),
    (NewClaim(5, "leaves are", "Said.", 6), "is not in paragraph 5 of tea.txt; it is in paragraph 3"),
    (NewClaim(3, "coffee beans", "Said.", 6), "the anchor 'coffee beans' is not in paragraph 3 of tea.txt"),
    (NewClaim(3, " ", "Said.", 6), "the anchor '' is not in paragraph 3"),
    (NewClaim(3, "leaves", " ", 6), "the statement says nothing"),
    (NewClaim(3, "leaves", "Said.", 6, "2. Water"), "no line of tea.txt up to paragraph 3 begins with '2. Water'"),
    (NewClaim(3, "leaves", "Said.", 6, name="Leaves!"), "'Leaves!' cannot name a claim"),
    (NewClaim(3, "leaves", "Said.", 6, name="leaves-are-picked"), "has a claim 'leaves-are-picked' already"),
]


@pytest.mark.parametrize(("claim", "said"), REFUSED)
def test_a_claim_that_does_not_fit_is_refused_and_nothing_is_written(
    root: Path, document: Path, claim: NewClaim, said: str
) -> None:
    """Wrong paragraphs, anchors, sections and names are refused in a sentence that shows what is near."""
    file = root / "seeds" / "tea.yaml"
    file.write_text(NEW_FILE, encoding="utf-8", newline="\n")
    with pytest.raises(OutputError) as refusal:
        _add(root, document, claim)
    assert said in str(refusal.value)
    assert file.read_text(encoding="utf-8") == NEW_FILE


def test_an_anchor_is_at_most_eight_words(root: Path, document: Path) -> None:
    """Nine words are refused, and five where the project's own rule allows four."""
    document.write_text("one two three four five six seven eight nine\n", encoding="utf-8")
    long = NewClaim(1, "one two three four five six seven eight nine", "Counting.", 6)
    with pytest.raises(OutputError, match="the anchor has 9 words; at most 8 are allowed"):
        _add(root, document, long, **SOURCE)
    decision = root / "steelyard.yaml"
    rules = "rules:\n  E002: {longest: 4}\n"
    decision.write_text(decision.read_text(encoding="utf-8") + rules, encoding="utf-8")
    with pytest.raises(OutputError, match="the anchor has 5 words; at most 4 are allowed"):
        _add(root, document, NewClaim(1, "one two three four five", "Counting.", 6), **SOURCE)
    assert not (root / "seeds" / "tea.yaml").exists()


def test_another_document_than_the_one_pinned_is_refused(root: Path, document: Path) -> None:
    """A file of another name, and a copy that differs, are not what the source was drawn from."""
    (root / "seeds" / "tea.yaml").write_text(NEW_FILE, encoding="utf-8", newline="\n")
    other = document.with_name("coffee.txt")
    other.write_bytes(TEXT.encode())
    with pytest.raises(OutputError, match=r"was drawn from tea\.txt, not from coffee\.txt"):
        _add(root, other, NewClaim(5, "hot", "Hot.", 6))
    document.write_bytes(TEXT.encode() + b"\n")
    with pytest.raises(OutputError, match="is not the copy that 'tea' was drawn from"):
        _add(root, document, NewClaim(5, "hot", "Hot.", 6))
    with pytest.raises(OutputError, match="cannot read the document"):
        _add(root, document.with_name("none.txt"))


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"title": ""}, "there is no source 'tea' yet; to make it, say what it is: --title"),
        ({"reliability": "", "reliability_because": " "}, "say what it is: --reliability, --reliability-because"),
        ({"reliability": "G"}, "'reliability' is the text 'G', which is not one of 'A'"),
        ({"issued": "last year"}, "'issued' is the text 'last year', but a date is written 2026"),
        ({"accessed": "2026-02-30"}, "'accessed' is 2026-02-30, a day that does not exist"),
    ],
)
def test_a_new_source_says_what_it_is(root: Path, document: Path, changed: dict[str, str], said: str) -> None:
    """What a source's file cannot go without is asked for, and what no file could say is refused."""
    with pytest.raises(OutputError) as refusal:
        _add(root, document, **{**SOURCE, **changed})
    assert said in str(refusal.value)
    assert not (root / "seeds" / "tea.yaml").exists()


def test_a_source_that_cannot_be_read_is_left_alone(root: Path, document: Path) -> None:
    """A file with faults is not written over as if it were not there."""
    file = root / "seeds" / "tea.yaml"
    file.write_text("id: [tea\n", encoding="utf-8")
    with pytest.raises(OutputError, match="cannot be read; run `steelyard check` first"):
        _add(root, document, **SOURCE)
    assert file.read_text(encoding="utf-8") == "id: [tea\n"
