"""How typed answers are read: a number in range, or one of the names on offer by number, title or id."""

import re
from collections.abc import Mapping
from math import isfinite

from steelyard.contracts import Question
from steelyard.shelf import nearest

_LONGEST_TEXT = 2_000


def fits(question: Question, said: str | float) -> bool:
    """Whether this could be an answer to a question."""
    if question.among:
        return said in question.among
    return not isinstance(said, str) and question.least <= said <= question.most


def reads(question: Question, typed: str, titles: Mapping[str, str]) -> str | float:
    """What was typed, as an answer; ValueError, in a sentence, where it is none."""
    typed = " ".join(typed.split())
    return _name(question, typed, titles) if question.among else _number(question, typed)


def text_of(typed: str) -> str:
    """What was typed, as text that a file can hold; ValueError, in a sentence, where it is none."""
    typed = " ".join(typed.split())
    if not typed.isprintable():
        raise ValueError("That has a character that cannot be printed; please type it again.")
    if len(typed) > _LONGEST_TEXT:
        raise ValueError(f"That is longer than {_LONGEST_TEXT} characters; please say it more shortly.")
    return typed


def open_answer(question: Question, titles: Mapping[str, str]) -> str | None:
    """The answer among those on offer that leaves a question open, where the method allows it."""
    left = [each for each in question.among if each not in titles]
    return left[0] if len(left) == 1 else None


def _number(question: Question, typed: str) -> float:
    """A number within the bounds; a decimal comma is taken as a point."""
    plain = re.sub(r"(?<=\d),(?=\d{1,2}$)", ".", typed.removesuffix("%").rstrip())
    try:
        number = float(plain) if "_" not in plain else None
    except ValueError:
        number = None
    bounds = f"from {question.least:.10g} to {question.most:.10g}"
    if number is None or not isfinite(number):
        raise ValueError(f"'{typed}' is not a number; type one {bounds}.")
    if not question.least <= number <= question.most:
        raise ValueError(f"{number:.10g} is out of range; type a number {bounds}.")
    return int(number) if number.is_integer() else number


def _name(question: Question, typed: str, titles: Mapping[str, str]) -> str:
    """One of the names on offer."""
    if re.fullmatch(r"\d+", typed) and typed not in question.among:
        place = int(typed) if len(typed) < len(str(len(question.among))) + 1 else 0
        if 1 <= place <= len(question.among):
            return question.among[place - 1]
        raise ValueError(f"There is no number {typed} in the list; type one from 1 to {len(question.among)}.")
    for wanted in (lambda each: each, lambda each: titles.get(each, each).casefold()):
        found = [each for each in question.among if wanted(each) == typed.casefold()]
        if len(found) == 1:
            return found[0]
    said = {titles.get(each, each).casefold(): each for each in question.among}
    guess = nearest(typed.casefold(), [*said, *question.among])
    meant = said.get(guess, guess) if guess is not None else None
    hint = f"did you mean '{titles.get(meant, meant)}'?" if meant is not None else "type a number, a title or an id."
    raise ValueError(f"There is no '{typed}' in the list; {hint}")
