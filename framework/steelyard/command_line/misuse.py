"""What is wrong with how a command was called: one sentence in our own words, whatever library parses the words."""

import re

import typer

from steelyard.shelf import did_you_mean

MISUSED: type[Exception] = typer.BadParameter.__bases__[0]
"""What is raised where a command is called as it cannot be: the class above that of a bad value."""
_CHOICE = re.compile(r"(?:Value error, )?'(?P<said>.*)' is not one of (?P<known>'.*')\.?", re.DOTALL)
_OURS = (
    (re.compile(r"Value error, (.*)", re.DOTALL), r"\1"),
    (re.compile(r"Input should be a valid integer\b.*", re.DOTALL), "it should be a whole number"),
    (re.compile(r"Input should be a valid number\b.*", re.DOTALL), "it should be a number"),
    (re.compile(r"Input should be (.*)", re.DOTALL), r"it should be \1"),
    (re.compile(r"No such option: (.*)", re.DOTALL), r"there is no option \1"),
    (re.compile(r"No such command (.*)", re.DOTALL), r"there is no command \1"),
)
"""What the library says, and what we say instead."""


def sentence(error: Exception) -> str:
    """What is wrong, with the nearest name where there is one, and where to read more; nothing where help was shown."""
    said = _said(error)
    command = getattr(getattr(error, "ctx", None), "command_path", "") or "steelyard"
    return f"{said} See: {command} --help" if said else ""


def _said(error: Exception) -> str:
    known = getattr(error, "possibilities", None)
    if known:
        return f"there is no option {getattr(error, 'option_name', '')}; did you mean {' or '.join(sorted(known))}?"
    if isinstance(error, typer.BadParameter) and error.param is not None and error.message:
        return _bad_value(error.message, error.param.opts[-1])
    formatted = getattr(error, "format_message", error.__str__)()
    return _closed(_in_our_words(str(formatted)))


def _bad_value(message: str, name: str) -> str:
    chosen = _CHOICE.fullmatch(message)
    if chosen is None:
        return _closed(f"the value of {name} does not fit: {_in_our_words(message)}")
    known = re.findall(r"'([^']*)'", chosen["known"])
    return f"there is no '{chosen['said']}' for {name}. {did_you_mean(chosen['said'], known)}"


def _in_our_words(text: str) -> str:
    plain = " ".join(text.split())
    for theirs, ours in _OURS:
        plain = theirs.sub(ours, plain) if theirs.match(plain) else plain
    return plain[:1].lower() + plain[1:]


def _closed(text: str) -> str:
    return text if text.endswith(("?", ".")) or not text else f"{text}."
