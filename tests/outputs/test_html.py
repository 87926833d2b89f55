"""The page can be trusted as a document: sound, safe, reachable, legible, and the same every time."""

import copy
import os
import re
import subprocess
import sys
from base64 import b64encode
from collections import Counter
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder
from hypothesis import assume, given, settings

from odd_projects import odd_decisions
from page_parts import Part, parts_of
from projects import Files, decision, loaded, quantity, weight_set
from steelyard import assess
from steelyard.errors import UnsoundDefinitionsError
from steelyard.outputs import shelf

ROOT = Path(__file__).resolve().parents[2]
WING = ROOT / "framework" / "steelyard" / "outputs" / "html"
HOSTILE = '</title></style><script>alert(1)</script><img src=x onerror=alert(2)>"\' onclick="x {{ 7*7 }} &lt; &amp; -->'
LOADING = {
    "script",
    "link",
    "img",
    "iframe",
    "object",
    "embed",
    "audio",
    "video",
    "source",
    "base",
    "form",
    "image",
    "use",
}


def _files() -> Files:
    weights = {"even": weight_set("equal"), "x-only": weight_set("direct", judgements={"x": 1, "y": 0})}
    criteria = {"x": quantity(0, 4, group="first"), "y": quantity(0, 4, group="second")}
    return decision(criteria, {"a": (1, 0), "b": ((2, 3, 4), 4), "c": (0, 0)}, weights)


def _rendered(files: Files) -> bytes:
    return shelf["html"].render(assess.report(loaded(files)))


@pytest.fixture(scope="module")
def page(catalogue: Path) -> Part:
    """The page of the decision in this repository."""
    return parts_of(shelf["html"].render(assess.report(*assess.load(catalogue))))


def _sound(page: Part) -> None:
    """Ids are unique, every link leads somewhere, nothing is loaded, and headings do not skip a level."""
    ids = [each.attributes["id"] for each in page.all() if "id" in each.attributes]
    assert [name for name, count in Counter(ids).items() if count > 1] == []
    for link in page.all("a"):
        address = link.attributes["href"] or ""
        assert (
            address.removeprefix("#") in ids if address.startswith("#") else address.startswith(("http://", "https://"))
        )
    for each in page.all():
        named = each.attributes.get("aria-labelledby")
        assert named is None or named in ids
        assert each.tag not in LOADING
        assert not [name for name in each.attributes if name.startswith("on") or name in ("src", "srcset", "style")]
    levels = [int(each.tag[1]) for each in page.all("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_catalogue_has_a_sound_page(page: Part) -> None:
    """Tags nest, ids are unique, every link within the page has its target, and nothing is loaded from anywhere."""
    _sound(page)
    assert sum(1 for link in page.all("a") if (link.attributes["href"] or "").startswith("#")) > 1000


@settings(max_examples=25)
@given(odd_decisions())
def test_odd_decisions_have_sound_pages(files: Files) -> None:
    """Whatever is legal in the files, the page is as sound."""
    try:
        definitions = loaded(files)
    except UnsoundDefinitionsError:
        assume(False)  # noqa: FBT003 - hypothesis has it so
    text = shelf["html"].render(assess.report(definitions)).decode()
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", text)
    _sound(parts_of(text.encode()))


def test_the_page_allows_its_own_style_and_nothing_else(page: Part) -> None:
    """The policy names the digest of the only style sheet, and refuses all else; the style loads nothing."""
    (policy,) = (
        each.attributes["content"]
        for each in page.all("meta")
        if each.attributes.get("http-equiv") == "Content-Security-Policy"
    )
    style = "".join(each for each in page.one("style").inside if isinstance(each, str))
    digest = b64encode(sha256(style.encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert "url(" not in style
    assert "@import" not in style
    assert "@font-face" not in style


def _with(said: str) -> Files:
    """A decision with the same text in every place where people write freely."""
    files = copy.deepcopy(_files())
    files["options/c.yaml"] |= {"role": "discarded", "discarded_because": said}
    files["options/b.yaml"] |= {"instrument": said, "lead_agency": said, "scored_by": said}
    files["options/b.yaml"]["gates"] = {"lawful": {"pass": True, "because": said}}
    files["options/b.yaml"]["scores"]["x"] |= {"rationale": said}
    for path, content in files.items():
        if path.startswith("options/"):
            content |= {"title": said, "summary": said}
    files["criteria/x.yaml"] |= {"title": said, "definition": said, "question": said}
    files["criteria/x.yaml"]["scale"]["unit"] = said
    files["criteria/weights/even.yaml"] |= {"title": said, "whose": said, "why": said}
    files["steelyard.yaml"] |= {"title": said, "question": said, "owner": said, "standpoint": said}
    files["steelyard.yaml"]["groups"]["first"]["title"] = said
    source = {"title": said, "author": said, "publisher": said, "URL": said, "reliability_because": said}
    files["seeds/made-up.yaml"] = copy.deepcopy(files["seeds/made-up.yaml"]) | source
    files["seeds/made-up.yaml"]["claims"]["said"] |= {"statement": said, "at": {"paragraph": 1, "section": said}}
    log = {"statement": said, "effect": said, "quality": "low", "impact": "high", "owner": said}
    days = {"on": "2026-01-01", "review_by": "2099-01-01"}
    files["assumptions.yaml"] = {"assumptions": {"it-holds": log | days}}
    return files


def test_no_text_becomes_markup() -> None:
    """Tags, quotes, entities and template marks in any text are shown as they are: the page has the same elements."""
    plain, hostile = (parts_of(_rendered(_with(said))) for said in ("Plain", HOSTILE))
    assert [each.tag for each in hostile.all()] == [each.tag for each in plain.all()]
    assert [sorted(each.attributes) for each in hostile.all()] == [sorted(each.attributes) for each in plain.all()]
    assert plain.text.count("Plain") == hostile.text.count(HOSTILE) > 40
    assert hostile.one("title").text == hostile.one("h1").text == HOSTILE


@pytest.mark.parametrize(
    ("address", "linked"),
    [
        ("https://example.org/a?b=1&c=2", True),
        ("HTTP://example.org", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        (" java\nscript:alert(1)//https://", False),
        ("file:///etc/passwd", False),
        ("example.org", False),
    ],
)
def test_only_web_addresses_are_links(address: str, linked: bool) -> None:  # noqa: FBT001 - a row of the table
    """The address of a source is a link where a browser would fetch a page, and otherwise text."""
    files = copy.deepcopy(_files())
    files["seeds/made-up.yaml"] = files["seeds/made-up.yaml"] | {"URL": address}
    section = parts_of(_rendered(files)).at("source.made-up")
    links = [
        each.attributes["href"] for each in section.all("a") if not (each.attributes["href"] or "").startswith("#")
    ]
    assert links == ([address] if linked else [])
    assert " ".join(address.split()) in section.text


def test_characters_that_no_page_may_hold_are_replaced() -> None:
    """A control character, or one that is no character, gives way to the sign for that."""
    files = copy.deepcopy(_files())
    files["options/b.yaml"]["title"] = "ring \x07 and \U0001fffe, caf\u00e9"
    heading = parts_of(_rendered(files)).at("option.b").one("h3")
    assert heading.text == "ring \ufffd and \ufffd, caf\u00e9"


def test_readers_find_their_way(page: Part) -> None:
    """Language, title and width are said; the skip link leads to the content; the list of contents names every part."""
    assert page.one("html").attributes["lang"] == "en"
    assert page.one("title").text == page.one("h1").text
    assert any(each.attributes.get("name") == "viewport" for each in page.all("meta"))
    first = next(page.one("body").all("a"))
    assert first.attributes["href"] == "#content"
    assert page.at("content").tag == "main"
    parts = [(f"#{each.attributes['id']}", each.one("h2").text) for each in page.all("section") if [*each.all("h2")]]
    assert [(each.attributes["href"], each.text) for each in page.one("nav").all("a")] == parts


def test_tables_say_what_they_are(page: Part) -> None:
    """Every table has a caption and heads with a scope; the box in which it scrolls is named and takes the keyboard."""
    tables = [*page.all("table")]
    assert len(tables) > 20
    for table in tables:
        assert table.one("caption").text
        assert all(each.attributes.get("scope") in ("col", "row", "colgroup") for each in table.all("th"))
    boxes = [each for each in page.all("div") if each.attributes.get("class") == "scroll"]
    assert [next(each.all("caption")).attributes["id"] for each in boxes] == [
        each.attributes["aria-labelledby"] for each in boxes
    ]
    assert len(boxes) == len(tables)
    assert all((each.attributes["role"], each.attributes["tabindex"]) == ("region", "0") for each in boxes)


def test_rows_fill_their_tables(page: Part) -> None:
    """Every row of a table covers the same number of columns, spans counted."""
    for table in page.all("table"):
        widths = {
            sum(int(cell.attributes.get("colspan") or 1) for cell in row.all("th", "td")) for row in table.all("tr")
        }
        assert len(widths) == 1, table.one("caption").text


def _luminance(colour: str) -> float:
    """Relative luminance of a colour written #rrggbb (W3C, WCAG 2.2)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_worked_out_as_published() -> None:
    """Black on white is 21, a colour on itself 1; #777777 on white is 4.48, just short of AA (WebAIM)."""
    assert _contrast("#000000", "#ffffff") == pytest.approx(21)
    assert _contrast("#123456", "#123456") == pytest.approx(1)
    assert _contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)


def test_colours_keep_the_contrast_of_wcag() -> None:
    """Text has a contrast of 4.5 to what it stands on, marks of focus 3, in light, in dark and on paper."""
    style = (WING / "look.css").read_text(encoding="utf-8")
    schemes = [
        dict(re.findall(r"--(\w+): (#[0-9a-f]{6});", block))
        for block in re.findall(r":root \{(.*?)\}", style, re.DOTALL)
    ]
    assert len(schemes) == 3
    for colours in schemes:
        for ground in ("paper", "raised"):
            for ink in ("ink", "quiet", "link"):
                assert _contrast(colours[ink], colours[ground]) >= 4.5, (ink, ground)
            assert _contrast(colours["mark"], colours[ground]) >= 3
            assert _contrast(colours["line"], colours[ground]) >= 3 or ground == "raised"
    assert set(re.findall(r"#[0-9a-f]{3,8}\b", style)) == {each for colours in schemes for each in colours.values()}


def test_a_second_page_has_the_same_bytes() -> None:
    """In other processes, with other seeds for hashing, the same definitions give the same page."""
    code = (
        "import hashlib; from pathlib import Path; from steelyard import assess; from steelyard.outputs import shelf; "
        "page = shelf['html'].render(assess.report(*assess.load(Path('tests/sound')))); "
        "print(hashlib.sha256(page).hexdigest())"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(found) == 1


def test_templates_load_only_for_the_page() -> None:
    """Other outputs do without the library for templates; the page brings it in."""
    code = (
        "import sys; from steelyard.outputs import shelf; [shelf[each] for each in shelf if each != 'html']; "
        "print('jinja2' in sys.modules); shelf['html']; print('jinja2' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True"]


def test_templates_travel_with_the_package() -> None:
    """Every template and the style sheet are in the wheel, and every panel has its template beside it."""
    packed = {each.distribution_path for each in WheelBuilder(str(ROOT)).recurse_included_files()}
    here = {path for path in WING.rglob("*") if path.suffix in (".html", ".css")}
    assert {f"steelyard/outputs/html/{path.relative_to(WING).as_posix()}" for path in here} <= packed
    panels = {path.stem for path in (WING / "panels").glob("*.py")} - {"__init__"}
    assert {path.stem for path in here if path.parent.name == "panels"} == panels
