"""The workbook's sheet on evidence says of each number whether it was reviewed, and what its claims imply."""

import copy
from io import BytesIO

import openpyxl

from projects import decision, loaded, quantity, weight_set
from steelyard import assess
from steelyard.documents.references import judged_numbers
from steelyard.documents.reviews import review_digest
from steelyard.outputs.xlsx import render


def test_reviews_and_implied_numbers_stand_on_the_sheet() -> None:
    """Verdicts that hold, were reopened or are nobody's, and none; a number where a claim implies one, or nothing."""
    rows = {"a": ((0, 1, 2),), "b": ((1, 2, 3),), "c": ((2, 3, 4),), "d": ((0, 3, 4),)}
    files = copy.deepcopy(decision({"x": quantity(0, 4)}, rows, {"even": weight_set("equal")}))
    scores = {name: files[f"options/{name}.yaml"]["scores"]["x"] for name in rows}
    scores["a"]["implies"] = {"made-up#said": 1.5}
    digests = {each.option.id: review_digest(loaded(files), each) for each in judged_numbers(loaded(files))}
    for name, verdict, digest in (("a", "does-not", digests["a"]), ("b", "supports", digests["a"])):
        review = {"by": "a reader", "on": "2026-01-02", "verdict": verdict, "status": "agreed", "digest": digest}
        scores[name]["review"] = review
    scores["d"]["review"] = review | {"status": "illustrative", "digest": digests["d"]}
    book = openpyxl.load_workbook(BytesIO(render(assess.report(loaded(files)))))
    table = [[cell.value for cell in row] for row in book["Evidence"].iter_rows()]
    heads = next(row for row in table if row[0] == "Option")
    found = {
        row[0]: (row[heads.index("Review")], row[heads.index("Implies")] or None)
        for row in table[table.index(heads) + 1 :]
    }
    assert found == {
        "Option a": ("does not", 1.5),
        "Option b": ("reopened", None),
        "Option c": ("unreviewed", None),
        "Option d": ("illustrative", None),
    }
    cover = [row[0].value for row in book["Cover"].iter_rows()]
    since = "reopened, as the score or a claim changed since"
    assert f"1 of the 4 scores has been reviewed (does not: 1, {since}: 1)." in cover
    assert "1 carries an illustrative review: nobody has agreed to it." in cover
