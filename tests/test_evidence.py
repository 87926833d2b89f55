"""Verifying and pinning claims against a small document that was made up for these tests.

The digests below were computed by `sha256sum`, not by Steelyard.
"""

from pathlib import Path
from typing import Any

import pytest

from projects import Files, decision, lay_out, quantity, weight_set
from steelyard.check import read
from steelyard.errors import OutputError
from steelyard.evidence import pin, verify
from steelyard.results.finding import Finding

TEXT = (
    "On tea\n\n1. Leaves\nGreen leaves   are \tpicked by hand.\n"
    "\n2. Water\nWater should be caf\u00e9-hot, not boiling.\n"
)
TEA = "a40b3abbeb9d4e319796d41c73f73989bf166f1ebaee76c26da32b66850007be"
"""Of the whole text, in UTF-8."""
PICKED = "9292d75fdff7cbafc94756e0172256736cf1fc535d90284eb4db83079453608a"
"""Of `Green leaves are picked by hand.`, the third line that is not empty, white space folded."""
WATER = "b197429326d455171cd18bcd77593911c6454286a86bbf5ae125c5a88c180715"
"""Of `Water should be caf\u00e9-hot, not boiling.`, the fifth."""


def _files(document: dict[str, str] | None = None, **claim: object) -> Files:
    said = {
        "statement": "Leaves are picked by hand.",
        "at": {"section": "1. Leaves", "paragraph": 3},
        "anchor": "leaves are picked",
        "sha256": PICKED,
        "credibility": 3,
    }
    water = {
        "statement": "The water does not boil.",
        "at": {"section": "2. Water", "paragraph": 5},
        "anchor": "caf\u00e9-hot, not boiling",
        "sha256": WATER,
        "credibility": 3,
    }
    files = decision({"x": quantity(0, 4)}, {"a": (1,), "b": (2,)}, {"even": weight_set("equal")})
    files["seeds/made-up.yaml"] = {
        **files["seeds/made-up.yaml"],
        "document": {"file": "tea.txt", "sha256": TEA, **(document or {})},
        "claims": {"said": {**said, **claim}, "water": water},
    }
    return files


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    """A folder with the one document."""
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "tea.txt").write_bytes(TEXT.encode())
    return folder


def _verified(files: Files, tmp_path: Path, documents: Path) -> tuple[Finding, ...]:
    return verify(read(lay_out(files, tmp_path / "decision")).definitions, documents)


def test_what_holds_gives_no_findings(tmp_path: Path, documents: Path) -> None:
    """Right digests, locators and anchors give nothing to report; folded white space is no difference."""
    assert _verified(_files(), tmp_path, documents) == ()


def test_a_section_may_be_left_out(tmp_path: Path, documents: Path) -> None:
    """A claim that names no section is held to its paragraph alone."""
    assert _verified(_files(at={"paragraph": 3}), tmp_path, documents) == ()


CASES: list[tuple[str, dict[str, Any], str]] = [
    ("V003", {"at": {"paragraph": 6}, "sha256": "0" * 64}, "there is no paragraph 6; the document has 5"),
    ("V004", {"sha256": WATER}, "the digest of paragraph 3 differs"),
    ("V005", {"anchor": "leaves are torn"}, "the anchor 'leaves are torn' is not in paragraph 3"),
    (
        "V006",
        {"at": {"section": "2. Water", "paragraph": 3}},
        "no line up to paragraph 3 begins with '2. Water'",
    ),
]


@pytest.mark.parametrize(("code", "claim", "said"), CASES)
def test_a_claim_that_does_not_hold(
    tmp_path: Path, documents: Path, code: str, claim: dict[str, Any], said: str
) -> None:
    """A missing paragraph, a changed one, a lost anchor and a wrong section each have their code and sentence."""
    (found,) = _verified(_files(**claim), tmp_path, documents)
    assert (found.code, found.severity, found.message) == (code, "error", f"claim said: {said}")
    assert found.place.path == "seeds/made-up.yaml"
    assert "steelyard evidence pin" in found.remedy


def test_a_document_that_is_not_there(tmp_path: Path, documents: Path) -> None:
    """A document missing from the folder is one finding, and its claims are not complained of as well."""
    (found,) = _verified(_files({"file": "coffee.txt"}), tmp_path, documents)
    assert found.code == "V001"
    assert "coffee.txt" in found.message
    assert "--documents" in found.remedy


def test_a_document_that_changed(tmp_path: Path, documents: Path) -> None:
    """A byte more in the document is a finding on its digest; paragraphs that did not change still hold."""
    (documents / "tea.txt").write_bytes(TEXT.encode() + b"\n")
    (found,) = _verified(_files(), tmp_path, documents)
    assert found.code == "V002"
    assert "is not the copy that was read" in found.message


def test_several_faults_of_one_claim_are_all_found(tmp_path: Path, documents: Path) -> None:
    """A claim of another text fails by digest, anchor and section in one run."""
    said = {"at": {"section": "2. Water", "paragraph": 1}, "anchor": "leaves are torn"}
    assert [each.code for each in _verified(_files(**said), tmp_path, documents)] == ["V004", "V005", "V006"]


def _near(files: Files, tmp_path: Path, documents: Path) -> Finding:
    (found,) = _verified(files, tmp_path, documents)
    assert found.severity == "warning"
    return found


@pytest.mark.parametrize(
    ("anchor", "there"), [("Leaves Are picked", "leaves are picked"), ("leaves are piked", "leaves are picked")]
)
def test_an_anchor_that_nearly_stands_there_is_a_warning_with_both_texts(
    tmp_path: Path, documents: Path, anchor: str, there: str
) -> None:
    """Another case or a missing letter: what the file says and what the document says are shown side by side."""
    found = _near(_files(anchor=anchor), tmp_path, documents)
    assert found.code == "V009"
    assert found.message == f"claim said: the anchor '{anchor}' is in paragraph 3 only as '{there}'"


def test_an_anchor_in_other_quotes_and_dashes_is_near(tmp_path: Path, documents: Path) -> None:
    """A hyphen typed as a dash is a near match, never an exact one."""
    files = _files()
    files["seeds/made-up.yaml"]["claims"]["water"]["anchor"] = "caf\u00e9\u2013hot, not boiling"
    found = _near(files, tmp_path, documents)
    assert found.message.endswith("is in paragraph 5 only as 'caf\u00e9-hot, not boiling.'")


def test_a_claim_that_points_at_the_wrong_paragraph_says_which_is_the_right_one(
    tmp_path: Path, documents: Path
) -> None:
    """Digest and anchor both hold for another paragraph: beside the error, a warning shows both texts."""
    fault, found = _verified(_files(at={"paragraph": 4}), tmp_path, documents)
    assert (fault.code, fault.severity) == ("V004", "error")
    assert (found.code, found.severity) == ("V007", "warning")
    assert found.message == (
        "claim said: the text pinned stands in paragraph 3: 'Green leaves are picked by hand.'; "
        "paragraph 4 has '2. Water'"
    )
    _, found = _verified(_files(at={"paragraph": 9}), tmp_path, documents)
    assert found.message.endswith("paragraph 9 has no text")


def test_an_anchor_of_another_paragraph_is_a_warning_beside_the_digest(tmp_path: Path, documents: Path) -> None:
    """The digest fits the paragraph and the anchor another one: both texts are shown."""
    found = _near(_files(at={"paragraph": 5}, sha256=WATER), tmp_path, documents)
    assert found.code == "V009"
    assert "is in paragraph 3: 'Green leaves are picked by hand.'" in found.message
    assert found.message.endswith("paragraph 5 has 'Water should be caf\u00e9-hot, not boiling.'")


def test_a_paragraph_pinned_in_plain_quotes_and_dashes_is_near(tmp_path: Path, documents: Path) -> None:
    """Where only quotes and dashes differ from the text that was pinned, the texts stand side by side; so does V002."""
    text = TEXT.replace("caf\u00e9-hot", "caf\u00e9\u2011hot")
    (documents / "tea.txt").write_bytes(text.encode())
    files = _files()
    files["seeds/made-up.yaml"]["claims"]["water"]["anchor"] = "not boiling"
    changed, found = _verified(files, tmp_path, documents)
    assert (changed.code, changed.severity) == ("V002", "error")
    assert (found.code, found.severity) == ("V008", "warning")
    assert found.message == (
        "claim water: paragraph 5 is pinned as 'Water should be caf\u00e9-hot, not boiling.' and reads "
        "'Water should be caf\u00e9\u2011hot, not boiling.'"
    )


def test_a_long_paragraph_is_shown_in_part(tmp_path: Path, documents: Path) -> None:
    """A finding stays one line that a person reads: the first words of a long paragraph, and dots."""
    text = TEXT.replace("2. Water\n", "2. Water" + " runs" * 99 + "\n")
    (documents / "tea.txt").write_bytes(text.encode())
    _, _, found = _verified(_files(at={"paragraph": 4}), tmp_path, documents)
    assert found.message.endswith(" runs ...'")
    assert len(found.message) < 400


def test_findings_point_at_the_part_they_are_about(tmp_path: Path, documents: Path) -> None:
    """A digest that differs is pointed at by the line of that digest."""
    root = lay_out(_files(sha256=WATER), tmp_path / "decision")
    (found,) = verify(read(root).definitions, documents)
    line = (root / "seeds" / "made-up.yaml").read_text(encoding="utf-8").splitlines()[found.place.line - 1]
    assert line.strip() == f'"sha256": "{WATER}"'
    assert found.place.column == line.index(f'"{WATER}"') + 1


SEED = """\
# A comment that stays.
id: made-up
type: report
title: "Tea: a study"   # so does this
document:
  file: tea.txt
  sha256: '{document}'  # computed
reliability: F
reliability_because: It does not exist.
claims:
  said:
    statement: >-
      Leaves are picked
      by hand.
    at: {{section: 1. Leaves, paragraph: 3}}
    anchor: leaves are picked
    sha256: {said}
    credibility: 3
  # Between two claims.
  water:
    statement: The water does not boil.
    at: {{paragraph: 5}}
    anchor: "caf\u00e9-hot, not boiling"
    credibility: 3{water}
"""


def _written(document: str, said: str, water: str, line_end: str = "\n") -> bytes:
    text = SEED.format(document=document, said=said, water=water and f"\n    sha256: {water}")
    return text.replace("\n", line_end).encode()


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_pinning_writes_digests_and_touches_nothing_else(tmp_path: Path, documents: Path, line_end: str) -> None:
    """Wrong, placeholder and missing digests are set; every other byte of the file stays."""
    root = lay_out(_files(), tmp_path / "decision")
    file = root / "seeds" / "made-up.yaml"
    file.write_bytes(_written("0" * 64, "000", "", line_end))
    assert pin(root, "made-up", documents) == 3
    assert file.read_bytes() == _written(TEA, PICKED, WATER, line_end).replace(f"'{TEA}'".encode(), TEA.encode())
    assert verify(read(root).definitions, documents) == ()


def test_pinning_what_holds_changes_nothing(tmp_path: Path, documents: Path) -> None:
    """A file whose digests are right is not written at all."""
    root = lay_out(_files(), tmp_path / "decision")
    file = root / "seeds" / "made-up.yaml"
    file.write_bytes(_written(TEA, PICKED, WATER))
    before = file.stat().st_mtime_ns
    assert pin(root, "made-up", documents) == 0
    assert file.read_bytes() == _written(TEA, PICKED, WATER)
    assert file.stat().st_mtime_ns == before


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        ({"at": {"paragraph": 9}}, "claim said: there is no paragraph 9 in tea.txt"),
        (
            {"anchor": "leaves are torn"},
            "claim said: the anchor 'leaves are torn' is not in paragraph 3 of tea.txt",
        ),
        ({"at": {"paragraph": "three"}}, "claim said: there is no paragraph three"),
        ({"at": "3"}, "'claims.said.at' is not a block of keys with values"),
    ],
)
def test_a_claim_is_pinned_only_to_words_it_was_drawn_from(
    tmp_path: Path, documents: Path, claim: dict[str, Any], said: str
) -> None:
    """Where a paragraph or an anchor is not found nothing is pinned, and the sentence says what is missing."""
    root = lay_out(_files({"sha256": "0" * 64}, **claim), tmp_path / "decision")
    before = (root / "seeds" / "made-up.yaml").read_bytes()
    with pytest.raises(OutputError) as refusal:
        pin(root, "made-up", documents)
    assert str(refusal.value).startswith(said)
    assert (root / "seeds" / "made-up.yaml").read_bytes() == before


@pytest.mark.parametrize("digest", ["old: digest", ">-\n    " + "0" * 64, "not, yet", "[]", "{a: b}", "'0\n    0'"])
def test_a_value_that_cannot_be_replaced_safely_is_left_alone(tmp_path: Path, documents: Path, digest: str) -> None:
    """A digest written over several lines or words is refused in a sentence rather than half replaced."""
    root = lay_out(_files(), tmp_path / "decision")
    file = root / "seeds" / "made-up.yaml"
    file.write_bytes(_written(TEA, digest, WATER))
    with pytest.raises(OutputError):
        pin(root, "made-up", documents)
    assert file.read_bytes() == _written(TEA, digest, WATER)


def test_a_block_in_one_line_without_a_digest_is_left_alone(tmp_path: Path, documents: Path) -> None:
    """Where there is no line of its own to write a digest on, the sentence says so and nothing is written."""
    root = lay_out(_files(), tmp_path / "decision")
    file = root / "seeds" / "made-up.yaml"
    text = _written(TEA, PICKED, WATER).decode()
    start, end = text.index("document:"), text.index("reliability:")
    file.write_text(f"{text[:start]}document: {{file: tea.txt}}\n{text[end:]}", encoding="utf-8")
    before = file.read_bytes()
    with pytest.raises(OutputError, match="cannot set `sha256` of document: write it on a line of its own"):
        pin(root, "made-up", documents)
    assert file.read_bytes() == before


def test_a_source_that_is_not_there_cannot_be_pinned(tmp_path: Path, documents: Path) -> None:
    """A source without a file is refused in a sentence."""
    root = lay_out(_files(), tmp_path / "decision")
    with pytest.raises(OutputError, match="cannot read"):
        pin(root, "nobody", documents)


@pytest.mark.parametrize("name", ["/dev/zero", "../../../../../../dev/zero", "a\0b", "a" * 5000, "."])
def test_a_document_that_is_no_file_is_not_opened(tmp_path: Path, documents: Path, name: str) -> None:
    """A device never ends, and some names name nothing; each is a document that cannot be read."""
    found = _verified(_files({"file": name, "sha256": "0" * 64}), tmp_path, documents)
    assert [each.code for each in found] == ["V001"]
