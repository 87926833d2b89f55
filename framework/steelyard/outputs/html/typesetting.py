"""How templates become the page: every text escaped, every name they use there, one style sheet and no other.

The page's policy allows exactly the style sheet that it carries, told by its digest, and nothing else: no script, no
picture, no font, no form, no address to load anything from.
"""

import re
from base64 import b64encode
from collections.abc import Sequence
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from steelyard.documents.decision import Decision
from steelyard.figures import decimals, shown, signed
from steelyard.outputs.html import anchors
from steelyard.outputs.html.panel import Panel
from steelyard.results.stamp import Stamp
from steelyard.scales import number_text, range_text

_NO_CHARACTERS = "".join(chr(plane + last) for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF))
_UNPRINTABLE = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef{_NO_CHARACTERS}]")
"""Characters that a document in HTML must not hold, whether or not they are escaped."""
_REPLACEMENT = "\ufffd"
_FOLDER = "steelyard.outputs.html"


@lru_cache(maxsize=1)
def _templates() -> Environment:
    """The templates of this folder, with the words for numbers and the names of places."""
    templates = Environment(
        loader=PackageLoader(_FOLDER, "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    templates.filters |= {
        "decimals": decimals,
        "signed": signed,
        "shown": shown,
        "percent": lambda share: shown(float(share), "share"),
        "number": number_text,
    }
    templates.globals |= {name: at for name, at in vars(anchors).items() if name.endswith("_at")}
    templates.globals |= {"range_text": range_text, "is_web_address": is_web_address}
    return templates


def is_web_address(address: str) -> bool:
    """Whether an address is one of the web: what else a browser might follow is shown and not linked."""
    return address.lower().startswith(("https://", "http://"))


def page(decision: Decision, stamp: Stamp, panels: Sequence[Panel]) -> bytes:
    """The whole page: its head, the list of its panels, and the panels."""
    style = files(_FOLDER).joinpath("look.css").read_text(encoding="utf-8")
    bodies = [(panel, Markup(_typeset(f"panels/{panel.template}", panel.shows))) for panel in panels]  # noqa: S704
    text = _typeset(
        "page.html",
        {"decision": decision, "stamp": stamp, "panels": bodies, "style": Markup(style), "digest": _digest(style)},  # noqa: S704
    )
    return _UNPRINTABLE.sub(_REPLACEMENT, text).encode()


def _typeset(template: str, shows: dict[str, object]) -> str:
    return _templates().get_template(template).render(shows)


def _digest(style: str) -> str:
    """The digest by which a policy knows a style sheet (W3C, Content Security Policy Level 3, hash sources)."""
    return b64encode(sha256(style.encode()).digest()).decode()
