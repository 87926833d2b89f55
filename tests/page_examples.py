"""The examples on manual pages: pieces of files under headings, and how they are laid over a sound project.

A heading names the file that a piece is from, and may say more of it: `# options/filter.yaml, without scores.taste`.
"""

import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from projects import as_yaml

SOUND = Path(__file__).parent / "sound"
_HEADING = re.compile(r"^# ([\w/-]+\.[a-z]+)(?:, (.+))?$", re.MULTILINE)
_WITHOUT = re.compile(r"without (?P<names>\S+(?:(?:, | and )\S+)*?)(?: of (?P<block>\S+))?")
_SAVED = re.compile(r"saved as (\S+)")
_LINES = re.compile(r"with ([\d,]+) lines")
_TAB = "with a tab where → stands"
_ELSEWHERE = "a link to a file elsewhere"
_SAYS_NOTHING = "the file itself"


class _Loader(yaml.SafeLoader):
    """Reads `on`, `yes` and `no` as the text that they are in YAML 1.2."""

    yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in known if first in "tTfF" or not tag.endswith(":bool")]
        for first, known in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


@dataclass(frozen=True)
class Piece:
    """Some lines of a file, and what the heading above them says of it beside its path."""

    path: str
    said: str
    text: str

    def lacking(self) -> list[tuple[str, ...]]:
        """The steps to each key that the heading says the file is without."""
        without = _WITHOUT.fullmatch(self.said)
        if without is None:
            return []
        block = without["block"].split(".") if without["block"] else []
        return [(*block, *name.split(".")) for name in re.split(r", | and ", without["names"])]


def example(page: str, heading: str) -> list[Piece]:
    """The one example under a heading of a page."""
    blocks = re.findall(rf"^{heading}:\n\n((?:    .*\n|\n)+)", page, re.MULTILINE)
    assert len(blocks) == 1, f"there are {len(blocks)} examples under {heading}"
    before, *parts = _HEADING.split(re.sub(r"^    ", "", blocks[0], flags=re.MULTILINE))
    assert not before.strip(), "an example does not say which file it is from"
    found = zip(parts[::3], parts[1::3], parts[2::3], strict=True)
    return [Piece(path, said or "", f"{text.strip()}\n" if text.strip() else "") for path, said, text in found]


def laid_out(target: Path) -> Path:
    """A copy of the sound project."""
    project = target / "project"
    shutil.copytree(SOUND, project)
    return project


def lay_over(project: Path, piece: Piece) -> None:
    """Lay a piece over a file of a project, key by key on every level."""
    file = project / piece.path
    if piece.said == "deleted":
        file.unlink()
        return
    lacking = piece.lacking()
    assert lacking or not piece.said, f"nobody knows what is meant by: {piece.said}"
    whole = yaml.safe_load(file.read_text(encoding="utf-8")) if file.exists() else {}
    for steps in lacking:
        _take_out(whole, steps)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(as_yaml(_merged(whole, yaml.load(piece.text, _Loader) or {})), encoding="utf-8")  # noqa: S506 - it is a safe loader


def lay_over_as_it_stands(project: Path, piece: Piece) -> None:
    """Lay a piece over a file letter by letter: each block takes the place of the one that begins with its key."""
    file = project / piece.path
    if piece.said == _ELSEWHERE:
        file.symlink_to(file.replace(project.parent / file.name))
        return
    known = (_TAB, _SAYS_NOTHING, "the whole file", "")
    patterns = (_WITHOUT, _SAVED, _LINES)
    assert piece.said in known or any(each.fullmatch(piece.said) for each in patterns), piece.said
    is_new = not file.exists() or piece.said == "the whole file"
    text = piece.text if is_new else _blocks_laid(file.read_text(encoding="utf-8"), piece)
    if piece.said == _TAB:
        text = text.replace("→", "\t")
    if long := _LINES.fullmatch(piece.said):
        text += "#\n" * (int(long[1].replace(",", "")) - text.count("\n"))
    saved = _SAVED.fullmatch(piece.said)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode(saved[1] if saved else "utf-8"))


def _take_out(whole: dict[str, Any], steps: tuple[str, ...]) -> None:
    """Take a key out of a file; most are there, and the page tells of those that are not in this project."""
    *block, key = steps
    for step in block:
        whole = whole[step]
    whole.pop(key, None)


def _merged(whole: Any, part: Any) -> Any:  # noqa: ANN401 - whatever stands in a YAML file
    """A file's contents with a piece laid over them."""
    if not isinstance(whole, dict) or not isinstance(part, dict):
        return part
    return whole | {key: _merged(whole.get(key), value) for key, value in part.items()}


def _blocks_laid(whole: str, piece: Piece) -> str:
    """The text of a file with the blocks of a piece in the place of its own."""
    written, laid = _blocks(whole), _blocks(piece.text)
    gone = {steps[0] for steps in piece.lacking()}
    keys = list(dict.fromkeys([*(key for key, _ in written if key not in gone), *(key for key, _ in laid)]))
    again = {key for key, _ in laid}
    return "".join(text for key in keys for named, text in (laid if key in again else written) if named == key)


def _blocks(text: str) -> list[tuple[str, str]]:
    """The blocks of a text by the key that each begins with."""
    starts = re.split(r"^(?=[a-z_])", text, flags=re.MULTILINE)
    return [(each.partition(":")[0], each) for each in starts if each]
