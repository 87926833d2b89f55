"""The page says what the report says, and leads from every number to what it rests on."""

import copy
from dataclasses import replace
from pathlib import Path

import pytest

from page_parts import Part, parts_of
from projects import Files, decision, loaded, quantity, weight_set
from steelyard import assess
from steelyard.documents.place import Place
from steelyard.documents.references import judged_numbers
from steelyard.documents.reviews import review_digest
from steelyard.figures import decimals, shown
from steelyard.headline import headline
from steelyard.outputs import shelf
from steelyard.results.finding import Finding
from steelyard.results.report import Report

MATRIX = "Options in order of rank, with the value of each score"
PLACES = "Rank and total of each option under every weight set"
GROUPS = "What each group of criteria adds to the totals"
SHARES = "Share of the weight that each criterion has in every weight set"


def _files() -> Files:
    weights = {"even": weight_set("equal"), "x-only": weight_set("direct", judgements={"x": 1, "y": 0})}
    criteria = {"x": quantity(0, 4, group="first"), "y": quantity(0, 4, group="second")}
    criteria["x"]["title"], criteria["y"]["title"] = "Ex", "Why"
    return copy.deepcopy(decision(criteria, {"a": (1, 0), "b": (3, 4), "c": (0, 0)}, weights))


def _page(files: Files, weights: str | None = None) -> Part:
    return parts_of(shelf["html"].render(assess.report(loaded(files), weight_set=weights)))


def _texts(rows: list[list[Part]]) -> list[list[str]]:
    return [[cell.text for cell in row] for row in rows]


@pytest.fixture(scope="module")
def report(catalogue: Path) -> Report:
    """The report of the decision in this repository."""
    return assess.report(*assess.load(catalogue))


@pytest.fixture(scope="module")
def page(report: Report) -> Part:
    """Its page."""
    return parts_of(shelf["html"].render(report))


def _facts(part: Part) -> dict[str, str]:
    """The words of a list of facts, each with what is said."""
    return dict(zip(part.texts("dt"), part.texts("dd"), strict=True))


def test_the_matrix_is_worked_out_as_by_hand() -> None:
    """On scales from 0 to 4 with equal weights: values are quarters, totals their means, in order of rank."""
    rows = _texts(_page(_files()).table(MATRIX))
    assert rows[0] == ["", "Group first, 50.0%", "Group second, 50.0%"]
    assert rows[1] == [
        "Rank", "Option", "Total", "Above baseline", "Could well be first", "Ahead of the first in draws", "Ex", "Why",
    ]  # fmt: skip
    assert rows[2:] == [
        ["1", "Option b", "0.875", "+0.750", "yes", "-", "0.750", "1.000"],
        ["2", "Option a (baseline)", "0.125", "0.000", "no", "-", "0.250", "0.000"],
        ["3", "Option c", "0.000", "-0.125", "no", "-", "0.000", "0.000"],
        ["", "Share of the weight", "", "50.0%", "50.0%"],
    ]


def test_totals_are_split_by_group_as_by_hand() -> None:
    """What each group adds, and a bar of pieces as long as that, the highest total being 100."""
    page = _page(_files())
    assert _texts(page.table(GROUPS)) == [
        ["Option", "Group first", "Group second", "Total", ""],
        ["Option b", "0.375", "0.500", "0.875", ""],
        ["Option a (baseline)", "0.125", "0.000", "0.125", ""],
        ["Option c", "0.000", "0.000", "0.000", ""],
    ]
    bars = [[(each.attributes["x"], each.attributes["width"]) for each in bar.all("rect")] for bar in page.all("svg")]
    assert bars == [
        [("0.000", "42.857"), ("42.857", "57.143")],
        [("0.000", "14.286"), ("14.286", "0.000")],
        [("0.000", "0.000"), ("0.000", "0.000")],
    ]


def test_a_group_has_the_shares_of_its_criteria() -> None:
    """Of three criteria with equal weights two stand in one group: its share is two thirds, and so is what it adds."""
    criteria = {"x": quantity(0, 4, group="first")} | {name: quantity(0, 4, group="second") for name in "yz"}
    page = _page(decision(criteria, {"a": (0, 0, 0), "b": (4, 4, 4)}, {"even": weight_set("equal")}))
    assert _texts(page.table(MATRIX))[0] == ["", "Group first, 33.3%", "Group second, 66.7%"]
    assert _texts(page.table(GROUPS))[1] == ["Option b", "0.333", "0.667", "1.000", ""]


def test_no_bar_is_drawn_where_something_is_below_zero() -> None:
    """Where a value goes on below the worst end of its scale, numbers stand alone."""
    files = _files()
    files["criteria/x.yaml"]["value_function"] = {"shape": "linear", "outside": "extrapolate"}
    files["options/c.yaml"]["scores"]["x"]["value"] = -2
    page = _page(files)
    assert _texts(page.table(GROUPS))[-1] == ["Option c", "-0.250", "0.000", "-0.250"]
    assert not [*page.all("svg")]


def test_ties_and_close_calls_are_marked() -> None:
    """Options with one total share a rank, with a sign beside it; who could well be first is said in words."""
    files = _files()
    files["options/c.yaml"]["scores"]["x"]["value"], files["options/c.yaml"]["scores"]["y"]["value"] = 4, 3
    rows = _texts(_page(files).table(MATRIX))[2:-1]
    assert [row[:5] for row in rows] == [
        ["1=", "Option b", "0.875", "+0.750", "yes"],
        ["1=", "Option c", "0.875", "+0.750", "yes"],
        ["3", "Option a (baseline)", "0.125", "0.000", "no"],
    ]


def test_every_weight_set_stands_beside_the_others() -> None:
    """Shares, ranks and totals under each set, the one that is shown first; by hand, x alone gives 1/4, 3/4 and 0."""
    page = _page(_files(), "x-only")
    assert _texts(page.table(SHARES)) == [
        ["Criterion", "By direct (shown)", "By equal"],
        ["Ex", "100.0%", "50.0%"],
        ["Why", "0.0%", "50.0%"],
    ]
    assert _texts(page.table(PLACES)) == [
        ["Option", "By direct (shown)", "By equal"],
        ["Option b", "1 0.750", "1 0.875"],
        ["Option a (baseline)", "2 0.250", "2 0.125"],
        ["Option c", "3 0.000", "3 0.000"],
    ]


def test_the_answer_is_that_of_every_output(report: Report, page: Part) -> None:
    """The sentences of the headline stand first; other sets add what they say otherwise, and nothing twice."""
    said = headline(report.ranking, report.definitions)
    assert tuple(page.at("answer").texts("li")) == said
    for name, ranking in report.rankings.items():
        own = [each for each in headline(ranking, report.definitions) if each not in said]
        assert page.at(f"weights.{name}").texts("li") == own
        assert bool(own) == (name != report.shown)


def test_every_number_of_the_matrix_is_the_reports(report: Report, page: Part) -> None:
    """In each row each cell holds the report's value, and leads to a score that says the same, and its share of it."""
    valuation = report.ranking.valuation
    rows = page.table(MATRIX)[2:-1]
    for cells, row in zip(rows, valuation.order, strict=True):
        name = valuation.options[row]
        assert cells[1].one("a").attributes["href"] == f"#option.{name}"
        assert cells[2].text == decimals(valuation.totals[row])
        for column, (cell, criterion) in enumerate(zip(cells[6:], valuation.criteria, strict=True)):
            assert cell.text == decimals(valuation.values[row, column])
            assert cell.one("a").attributes["href"] == f"#score.{name}.{criterion}"
            facts = _facts(page.at(f"score.{name}.{criterion}"))
            assert facts["Value"] == cell.text
            assert facts["Adds"] == decimals(valuation.contributions[row, column])


def test_every_score_leads_to_its_claims_and_back(report: Report, page: Part) -> None:
    """Each claim for or against a number is linked, with its paragraph and grade; the claim links the number again."""
    definitions = report.definitions
    for option, criterion, judged in definitions.judgements():
        section = page.at(f"score.{option.id}.{criterion.id}")
        lists = [part for part in section.all("ul") if part.attributes.get("class") == "claims"]
        sides = [each for each in (judged.evidence, judged.against) if each]
        assert len(lists) == len(sides)
        for part, references in zip(lists, sides, strict=True):
            links = [each.attributes["href"] for each in part.all("a")]
            assert links == [f"#claim.{each.replace('#', '.')}" for each in references]
            for item, reference in zip(part.all("li"), references, strict=True):
                claim, source = definitions.claim(reference), definitions.source_of(reference)
                assert claim is not None
                assert source is not None
                assert f"paragraph {claim.at.paragraph}; grade {source.reliability}{claim.credibility}" in item.text
                back = [
                    each.attributes["href"] for each in page.at(f"claim.{source.id}.{reference.split('#')[1]}").all("a")
                ]
                assert f"#{section.attributes['id']}" in back


def test_claims_say_where_they_stand() -> None:
    """Statement, section, paragraph, the words to look for, and the grade; and for what it is cited."""
    files = _files()
    claims = copy.deepcopy(files["seeds/made-up.yaml"]["claims"])
    claims["said"]["at"] = {"paragraph": 12, "section": "Findings"}
    files["seeds/made-up.yaml"] = files["seeds/made-up.yaml"] | {"claims": claims}
    files["options/c.yaml"]["scores"] = {
        name: {**each, "evidence": [], "against": ["made-up#said"], "basis": "judgement", "low": 0, "high": 1}
        for name, each in files["options/c.yaml"]["scores"].items()
    }
    files["options/a.yaml"]["recommended_by"] = ["made-up#said"]
    claim = _page(files).at("claim.made-up.said")
    assert claim.one("h4").text == "Whatever a test needs."
    where, cited = claim.texts("p")
    assert where == "Findings, paragraph 12, at “made up”; grade F6; made-up#said"
    assert cited == (
        "Cited: recommends Option a; for Option a: Ex; for Option a: Why; for Option b: Ex; for Option b: Why; "
        "against Option c: Ex; against Option c: Why."
    )


def test_every_exhibit_is_shown_whole(report: Report, page: Part) -> None:
    """Caption, question, takeaways, headings, every cell and every note, under its chapter."""
    assert len(report.exhibits) > 5
    headings = page.texts("h2")
    for exhibit in report.exhibits:
        part = page.at(f"exhibit.{exhibit.name}")
        assert exhibit.chapter in headings
        assert part.one("h3").text == exhibit.caption
        assert part.texts("li") == [" ".join(each.split()) for each in exhibit.takeaways]
        assert part.texts("p") == [" ".join(each.split()) for each in (exhibit.question, *exhibit.notes)]
        rows = _texts([list(row.all("th", "td")) for row in part.all("tr")])
        told = [
            [" ".join(shown(cell, column.unit).split()) for cell, column in zip(row, exhibit.columns, strict=True)]
            for row in exhibit.rows
        ]
        assert rows == ([[column.heading for column in exhibit.columns], *told] if exhibit.rows else [])


def test_claims_in_exhibits_are_links(page: Part, report: Report) -> None:
    """Where the log of assumptions names claims, each leads to it."""
    cited = [each for assumption in report.definitions.assumptions.values() for each in assumption.evidence]
    links = [each.attributes["href"] for each in page.at("exhibit.assumption-reviews").all("a")]
    assert sorted(links) == sorted(f"#claim.{each.replace('#', '.')}" for each in cited)
    assert links


def test_every_option_has_its_place() -> None:
    """Ranked ones in order of rank with their standing; those set aside, failing a gate or unlisted with the reason."""
    files = _files()
    files["options/c.yaml"] |= {"role": "discarded", "discarded_because": "it is unlawful"}
    for name in "de":
        files[f"options/{name}.yaml"] = copy.deepcopy(files["options/b.yaml"]) | {"id": name, "title": f"Option {name}"}
        for criterion in "xy":
            files[f"options/{name}.yaml"]["scores"][criterion]["rationale"] = f"What {name} does for {criterion}."
    files["options/d.yaml"]["gates"] = {"lawful": {"pass": False, "because": "No law allows it."}}
    files["steelyard.yaml"]["shortlists"] = {"default": ["a", "b", "c", "d"]}
    page = _page(files)
    places = [each.attributes["id"] for each in page.at("options").all("article")]
    assert places == ["option.b", "option.a", "option.c", "option.d", "option.e"]
    assert [page.at(place).one("strong").text for place in places] == [
        "Rank 1 of 2, total 0.875, +0.750 against the baseline, under the weights By equal (illustrative).",
        "Rank 2 of 2, total 0.125, 0.000 against the baseline, under the weights By equal (illustrative).",
        "Not ranked: discarded: it is unlawful.",
        "Not ranked: fails the gate lawful (No law allows it).",
        "Not ranked: not on the shortlist `default`.",
    ]
    assert _facts(page.at("option.d"))["Gate: lawful"] == "fails: No law allows it."
    assert _texts(page.table("Options that are shown and not ranked"))[1:] == [
        ["Option c", "discarded: it is unlawful"],
        ["Option d", "fails the gate lawful (No law allows it)"],
        ["Option e", "not on the shortlist `default`"],
    ]


def test_a_score_says_what_was_judged_and_how() -> None:
    """Number with its unit or level, range, confidence, footing, review and reason, and what claims imply."""
    files = _files()
    scores = {name: files[f"options/{name}.yaml"]["scores"]["x"] for name in "abc"}
    levels = [{"value": number, "label": f"Level {number}", "anchor": "A sign."} for number in (0, 3)]
    files["criteria/y.yaml"]["scale"] = {"kind": "levels", "levels": levels}
    for name, number in (("a", 0), ("b", 3), ("c", 0)):
        files[f"options/{name}.yaml"]["scores"]["y"]["value"] = number
    scores["b"] |= {"low": 2, "high": 3.5, "implies": {"made-up#said": 2.5}}
    scores["a"] |= {"evidence": [], "basis": "definition"}
    digests = {
        (each.option.id, each.steps[-1]): review_digest(loaded(files), each) for each in judged_numbers(loaded(files))
    }
    for name, digest in (("b", digests["b", "x"]), ("c", digests["b", "x"])):
        scores[name]["review"] = {
            "by": "a reader",
            "on": "2026-01-02",
            "verdict": "supports",
            "status": "agreed",
            "digest": digest,
        }
    page = _page(files)
    part = page.at("score.b.x")
    assert part.one("h4").text == "Ex: 3 units"
    assert _facts(part) == {
        "Range": "2 to 3.5", "Confidence": "high", "Rests on": "one weak document", "Value": "0.750", "Share": "50.0%",
        "Adds": "0.375", "Review": "Reviewed by a reader on 2026-01-02: supports.",
    }  # fmt: skip
    assert part.texts("p")[0] == "What b does for x."
    assert "implies 2.5)" in part.one("li").text
    assert page.at("score.b.y").one("h4").text == "Why: 3, Level 3"
    assert _facts(page.at("score.a.x"))["Rests on"] == "definition"
    assert _facts(page.at("score.a.x"))["Review"] == "Not reviewed."
    assert _facts(page.at("score.c.x"))["Review"] == (
        "The review by a reader on 2026-01-02 is reopened: the number or a claim changed since."
    )


def test_a_panel_is_named() -> None:
    """Where a number was made of several, each assessor's stands beside it, with its range."""
    files = _files()
    score = files["options/b.yaml"]["scores"]["x"]
    del score["value"]
    score["panel"] = {"one": {"value": 2}, "two": {"value": 4, "low": 3, "high": 4}}
    part = _page(files).at("score.b.x")
    assert part.one("h4").text == "Ex: 3 units"
    assert "Judged by a panel: one 2 (2); two 4 (3 to 4)." in part.texts("p")


@pytest.mark.parametrize("read", [True, False])
def test_costs_are_shown_with_their_unit(read: bool) -> None:  # noqa: FBT001 - both ways
    """A cost stands where the criterion that reads it stands, or by itself where none does."""
    files = _files()
    cost = {"value": 2, "unit": "EUR million", "price_year": 2026, "terms": "real", "evidence": ["made-up#said"]}
    for name in "abc":
        files[f"options/{name}.yaml"]["cost"] = cost | {"rationale": f"So for {name}."}
        if read:
            del files[f"options/{name}.yaml"]["scores"]["y"]
    if read:
        files["criteria/y.yaml"] |= {"better": "less", "scale": {"kind": "cost", "worst": 4, "best": 0}}
    part = _page(files).at("score.b.y" if read else "cost.b")
    title = "Why" if read else "Cost, which no criterion reads"
    assert part.one("h4").text == f"{title}: 2 EUR million, 2026 prices, real"
    assert part.texts("p")[0] == "So for b."


def test_criteria_say_what_they_mean() -> None:
    """Question, definition, group, scale and curve in words; of levels, each with its sign, lowest first."""
    files = _files()
    files["criteria/y.yaml"] |= {
        "better": "less",
        "scale": {"kind": "levels", "levels": [
            {"value": 0, "label": "None", "anchor": "Nothing."}, {"value": 4, "label": "All", "anchor": "Everything."},
        ]},
    }  # fmt: skip
    page = _page(files)
    part = page.at("criterion.x")
    assert part.texts("p") == ["How much?", "What a test counts."]
    assert _facts(part)["Scale"] == "units; 0 (worst) to 4 (best); more is better"
    assert _facts(part)["Value function"].startswith("linear: 0 is worth 0; 4 is worth 1; straight lines between.")
    assert _texts(page.table("What each level means: Why"))[1:] == [
        ["0", "None", "Nothing."],
        ["4", "All", "Everything."],
    ]


def test_findings_stand_with_those_allowed() -> None:
    """Each finding with place, code, severity, sentence and remedy; those allowed on purpose apart, with the reason."""
    place = Place("options/b.yaml", 3, 7)
    stands = Finding("S001", "warning", place, "It is so.", "Mend it.")
    allowed = Finding("S002", "note", place, "That is so.", "Mend that.", suppressed="it was agreed")
    report = replace(assess.report(loaded(_files())), findings=(stands, allowed))
    page = parts_of(shelf["html"].render(report))
    assert _texts(page.table("Findings in the definitions"))[1:] == [
        ["options/b.yaml:3:7", "S001", "warning", "It is so.", "Mend it."]
    ]
    assert _texts(page.table("Findings that are allowed on purpose"))[1:] == [
        ["options/b.yaml:3:7", "S002", "That is so.", "it was agreed"]
    ]


def test_no_finding_is_said_in_words() -> None:
    """Where the rules are content the page says so in the words of the check."""
    assert _page(_files()).at("findings").texts("p") == ["No findings: the definitions are sound."]


def test_the_stamp_is_whole(report: Report, page: Part) -> None:
    """Version, commit and the digest of the definitions in full, and in one line at the foot."""
    facts = _facts(page.at("versions"))
    assert facts["Steelyard"] == report.stamp.version
    assert facts["Definitions"].startswith(report.stamp.definitions)
    assert page.one("footer").text == f"{report.stamp.line}."
