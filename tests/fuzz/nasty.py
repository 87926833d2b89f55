"""Values, keys, bytes and whole files that have brought readers of YAML down."""

from itertools import pairwise
from random import Random

SCALARS = (
    "", "~", "null", "true", "false", "True", "no", "on", "yes", "y", "=", "<<",
    "0", "-0", "1", "-1", "2", "0.5", "1e3", "1e308", "-1e308", "1e309", "1e-320", "5e-324", "1e200", "1.01e200",
    ".nan", ".inf", "-.inf", ".NaN", "0x1f", "0o17", "017", "0b1", "1_000", "12:30", "190:20:30", "+1", "+.5", "1.",
    "9" * 400, "0x" + "f" * 400, "0." + "1" * 400, "1e99999999999", "0o" + "7" * 5000, "9" * 5000,
    "2026", "2026-02-30", "2026-01-01", "2026-1-1", "0000-01-01", "2026-01-01T00:00:00Z", "9999-12-31", "'2026-01-01'",
    '""', "''", '" "', "'  '", "'it''s'", '"\\0"', '"\\e[31m"', '"\\n"', '"a\\nb"', '"\\r\\n"', '"\\u2028"', '"\\x85"',
    '"\\ud800"', '"\\U0010FFFF"', '"\\uFFFE"', '"\\uFFFF"', '"\\uFEFF"', '"\\u202e"', '"\\t"', '"\\x07\\x1b]0;x\\x07"',
    '"\\q"', "'open", '"open', "[", "]", "{", "}", "[]", "{}", "[[]]", "[{}]", "{a: }", "{? a}", "[,]", "{,}", "[~]",
    "- a", "? a", ": a", "a: b", "a: b: c", "- - a", "--- a", "...", "---", "%YAML 1.1", "@a", "`a", "!", "!!int 3",
    "!!str", "!!binary AAAA", "!!python/object/apply:os.system [x]", "!<tag:x> a", "!local a", "&a", "&a 1", "*a",
    "*none", "&a [*a]", "&a {<<: *a}", "|", ">", "|+", ">-", "|2", "|9", "|x", ">5-", "# only a comment", "a # b",
    "\u00e9", "\u4e2d\u56fd", "\U0001f600", "\u202eabc", "\u0085", "\u2028", "\u2029", "\u00a0", "\u200b", "\ufeff",
    "e\u0301", "a\u0000b", "\u0007", "\u001b[31m", "\u007f", "\u0080", "\ufffe", "\uffff", "\U0010ffff", "a\tb",
    "a#b", "a#", "#b", "a#b#c", "machine-test#beans-taste", "machine-test", "machine-test#nothing", "../x", "/dev/zero",
    "/etc/passwd", "a/b", ".", "..", "CON", "A-B", "a--b", "-a", "a-", "__class__", "model_config", "[key]",
    "kind: levels", "kind", "levels", "quantity", "cost", "linear", "piecewise", "threshold", "extrapolate", "clip",
    "swing", "direct", "equal", "agreed", "illustrative", "discarded", "baseline", "option", "more", "less", "off",
    "kettle", "filter", "beans", "noise", "taste", "price", "balanced", "quality", "burden", "low", "moderate", "high",
    "documents", "judgement", "definition", "S001", "s001", "C004", "X001", "Y001", "K001", "A", "F", "6", "7", "{",
    "%s", "{0}", "{name}", "%(x)s", "$HOME", "`ls`", "=1+1", "<b>", "&amp;", "]]>", "\\", "\\\\", "'", '"', "a'b",
    'a"b',
)  # fmt: skip
"""What a value may be replaced by, as it is written in a file."""

KEYS = (
    "", "~", "null", "true", "1", "1.0", "-1", ".nan", "0x1", "2026-01-01", "<<", "=", "*a", "&a a", "!!str a", "? a",
    "[a]", "{a: b}", "[key]", '"[key]"', "'kind: levels'", "'kind: x'", "kind", "id", "ID", "Id", "pass", "passed",
    "model_config", "model_fields", "__init__", "__class__", "self", "cls", "shape", "values", "points", "from", "to",
    "outside", "default", "\u00e9", "\U0001f600", "\u2028", "a b", "a#b", "a.b", "a/b", '"\\0"', '"a\\nb"', '""', '" "',
    "a" * 200, "a" * 1023, "a" * 1025, "scores", "value", "low", "high", "claims", "levels", "groups", "within",
    "ranges", "judgements", "rules", "severity", "O003", "S013", "C007", "expectations", "shortlists", "noise",
    "taste", "kettle", "document", "sha256", "at", "on", "off", "no", "yes",
)  # fmt: skip
"""What a key may be renamed to."""

BYTES = (
    b"\0", b"\xff", b"\xfe\xff", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xed\xb0\x80", b"\xc0\xaf",
    b"\xf5\x80", b"\xf4\x90\x80\x80", b"\xe2\x82", b"\x80", b"\r", b"\r\n", b"\n\r", b"\n", b"\n\n", b"\t", b"\v",
    b"\f", b"\x1c", b"\x85", b"\xc2\x85", b"\xe2\x80\xa8", b"\xe2\x80\xa9", b"\xc2\xa0", b"\x1b[2J", b"\x7f",
    b"\xef\xbf\xbe", b"\x1a", b": ", b"- ", b"# ", b"'", b'"', b"[", b"]", b"{", b"}", b"&a ", b"*a", b"!!int ",
    b"|", b">", b"%", b"@", b"---\n", b"...\n", b"%YAML 9.9\n", b"%TAG ! x\n", b"? ", b"~", b"\\", b"  ",
    b"        ", b"\xf0\x9f\x98\x80", b"<<: *a\n",
)  # fmt: skip
"""What may be put between two bytes."""

SOUP = (
    "a", "b", ": ", ":", "\n", "\n\n", "  ", "    ", "- ", "[", "]", "{", "}", ", ", "'", '"', "|", ">", "|-\n",
    ">+\n", "&a ", "*a", "!!int ", "!x ", "? ", "# ", " #", "~", "id", "scores", "value", "kind: levels",
    "shape: levels", "true", "<<", "\\", "---\n", "...\n", "%YAML 1.1\n", "%TAG", "\r", "\r\n", "\t", "\u0085",
    "\u2028", "\ufeff", "0", "9", ".", "steelyard: allow S011: x", "# steelyard: allow E006", "title", "claims",
    "groups", "\U0001f600", "\u00e9", "-", "=",
)  # fmt: skip
"""The bits that a text without any plan is made of."""


def alias_bomb(chance: Random) -> str:
    """Aliases of aliases: a few lines that stand for more than any memory holds."""
    first = 'a: &a ["lol", "lol", "lol"]\n'
    names = "abcdefghijklmnop"[: chance.randint(3, 16)]
    levels = [f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]" for before, name in pairwise(names)]
    merged = f"z: {{<<: [{', '.join(f'*{name}' for name in names)}]}}"
    return first + "\n".join([*levels, merged, ""])


def deep(chance: Random, most: int = 10_000) -> str:
    """Brackets in brackets, blocks in blocks, entries in entries."""
    depth = chance.choice((39, 40, 41, 100, 1_000, most))
    start, end = chance.choice(
        (("[", "]"), ("{a: ", "}"), ("- ", ""), ("? ", ""), ("[[", ""), ("{", ""), ("!a ", ""), ("&a ", ""))
    )
    if chance.random() < 0.3:
        return "\n".join(f"{' ' * at}a:" for at in range(min(depth, 1_000))) + " 1\n"
    return f"x: {start * depth}1{end * depth}\n" if start in "[{a: " else f"{start * depth}1{end * depth}\n"


def huge_scalar(chance: Random, most: int = 200_000) -> str:
    """One value, or one key, of a size that nobody writes."""
    size = chance.choice((1_000, 20_000, most, 6 * most))
    what = chance.choice(
        ("a", "a ", "9", "\u00e9", "\U0001f600", "a\n  ", "'' ", "\\n", "a-", "# ", ": '", "- ", "{{ ")
    )
    many = what * (size // len(what))
    form = chance.choice(
        ("{k}: {v}", "{k}: '{v}'", '{k}: "{v}"', "{k}: >-\n  {v}", "? {v}\n: 1", "# {v}", "{v}: 1", "{v}", "{k}: [{v}")
    )
    return form.replace("{k}", chance.choice(("title", "id", "summary", "x"))).replace("{v}", many) + "\n"


def many_lines(chance: Random, most: int = 100_000) -> str:
    """A line again and again."""
    count = chance.choice((1_000, 5_000, 20_000, most))
    line = chance.choice(
        (
            "a: 1", "a{n}: 1", "a{n}:", "- {n}", "", "  ", "\t", "# steelyard: allow S011: x", "# steelyard: allow",
            "a{n}: {}", "? {n}", "a{n}: &x 1", "a{n}: !t 1", "---", "...", "a{n}: [", "a{n}: 'x", "{n}: {n}", "<<: {}",
            "a: 1 # steelyard: allow S01{d}: x", "a{n}: ~",
        )
    )  # fmt: skip
    return "\n".join(line.replace("{n}", str(n)).replace("{d}", str(n % 10)) for n in range(count)) + "\n"
