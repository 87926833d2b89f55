"""`steelyard weights elicit`: an interview about weights, which can be left and resumed."""

import shlex
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, NoReturn

import typer

from steelyard.command_line.folder import Decision, Shortlist, load_decision
from steelyard.command_line.init import SCHEMAS
from steelyard.documents.definitions import DEFAULT_SHORTLIST
from steelyard.errors import NoDecisionError
from steelyard.reading import find_decision

if TYPE_CHECKING:
    from steelyard.documents.definitions import Definitions
    from steelyard.eliciting import Outcome, Sitting

_BACK, _HELP, _LEAVE = "back", "?", ("quit", "exit")
_STOPPED = 130


def elicit_weights(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="The id of the new weight set.")],
    method: Annotated[
        str | None,
        typer.Option(
            help="swing, rank-order, pairwise, best-worst, direct, intervals or orderings.", show_default="swing"
        ),
    ] = None,
    over: Annotated[
        Literal["options", "scale"] | None,
        typer.Option(
            help="Judge moves between the worst and best of the options, or along whole scales.",
            show_default="options",
        ),
    ] = None,
    groups: Annotated[
        bool | None,
        typer.Option("--groups/--no-groups", help="First the groups, then the criteria in each.", show_default=False),
    ] = None,
    title: Annotated[str | None, typer.Option(help="What readers see; otherwise asked.", show_default=False)] = None,
    whose: Annotated[str | None, typer.Option(help="Whose judgements; otherwise asked.", show_default=False)] = None,
    why: Annotated[str | None, typer.Option(help="The reason; otherwise asked.", show_default=False)] = None,
    restart: Annotated[  # noqa: FBT002 - a flag
        bool, typer.Option("--restart", help="Begin anew, whatever was answered before.")
    ] = False,
    decision: Decision = None,
    shortlist: Shortlist = None,
) -> None:
    """Ask for weights, question by question, and write them to a file that `check` accepts.

    Beside each question stand the real worst and best options. Every answer is kept: after Ctrl-C the same command
    goes on where you left. `back` undoes an answer, `?` explains, `skip` leaves open what may be open.

    Example: steelyard weights elicit steering-group --method swing
    """
    from steelyard.eliciting import Wanted, sat_down, whole  # noqa: PLC0415 - loaded only when wanted

    definitions, _ = load_decision(context, decision, shortlist)
    here = _options_from_here(definitions)
    known = whole({"title": title, "whose": whose, "why": why})
    sitting = sat_down(definitions, name, Wanted(method, over, groups, known), restart=restart)
    _say(_welcome(sitting))
    talk = _Talk(sitting)
    try:
        file = talk.to_the_end()
    except EOFError:
        _leave(talk.sitting, here, 1)
    except KeyboardInterrupt:
        typer.echo("")
        _leave(talk.sitting, here, _STOPPED)
    typer.echo(f"Written: {file.relative_to(definitions.root).as_posix()}")
    typer.echo(f"Next: {shlex.join(['steelyard', 'rank', '--weights', name, *here])}")


class _Talk:
    """The questions, one after the other, each until it has an answer."""

    def __init__(self, sitting: "Sitting") -> None:
        self.sitting = sitting
        self._asked = False

    def to_the_end(self) -> Path:
        """Ask all that is left to ask, and write the file."""
        from steelyard.eliciting import outcome, written  # noqa: PLC0415 - loaded only when wanted

        shown: Outcome | None = None
        while True:
            if self.sitting.course.judged:
                found = outcome(self.sitting, Path(SCHEMAS))
                if found.errors:
                    self._go_back(found)
                    continue
                if shown is None:
                    self._show_outcome(found)
                shown = found
            else:
                shown = None
            if self.sitting.course.question is None:
                return written(self.sitting, Path(SCHEMAS))
            self._ask()

    def _show_outcome(self, found: "Outcome") -> None:
        from steelyard.command_line.weights.elicited import outcome_shown  # noqa: PLC0415 - as above

        _say(outcome_shown(self.sitting, found))

    def _go_back(self, found: "Outcome") -> None:
        """Nothing but going back is possible."""
        from steelyard.command_line.weights.elicited import errors_shown  # noqa: PLC0415 - as above

        _say(errors_shown(found))
        while (typed := _typed("Type `back` to change the last answer: ").casefold()) != _BACK:
            if typed in _LEAVE:
                raise EOFError
        self._back()

    def _ask(self) -> None:
        """Ask one question until it has an answer, or until the one before is taken back."""
        from steelyard.command_line.weights.asking import prompt, question_shown  # noqa: PLC0415 - as above
        from steelyard.eliciting import answered  # noqa: PLC0415 - as above

        # Who comes back has not seen the question before.
        _say(question_shown(self.sitting, again=not self._asked))
        self._asked = True
        while True:
            typed = _typed(prompt(self.sitting))
            if typed.casefold() in _LEAVE:
                raise EOFError
            if typed == _HELP:
                _say([*_COMMANDS, *question_shown(self.sitting, again=True)])
            elif typed.casefold() == _BACK:
                if self._back():
                    return
            elif typed:
                try:
                    self.sitting = answered(self.sitting, typed)
                except ValueError as reason:
                    typer.echo(str(reason))
                else:
                    self._remark()
                    return

    def _back(self) -> bool:
        """Undo the last answer; whether there was one."""
        from steelyard.eliciting import taken_back  # noqa: PLC0415 - loaded only when wanted

        try:
            self.sitting = taken_back(self.sitting)
        except ValueError as reason:
            typer.echo(str(reason))
            return False
        return True

    def _remark(self) -> None:
        from steelyard.command_line.weights.asking import remarked, wrapped  # noqa: PLC0415 - as above

        for each in self.sitting.course.remarks:
            typer.echo(wrapped(remarked(each, self.sitting.titles), "  "))
        if self.sitting.course.remarks:
            typer.echo(wrapped("Type `back` to change the answer, or go on if it is what you mean.", "  "))


_COMMANDS = (
    "",
    "Type an answer, or: `back` to undo the last one, `?` to see the question again,",
    "`skip` to leave it open where that is possible, `quit` to go on another time.",
)


def _welcome(sitting: "Sitting") -> Iterable[str]:
    draft = sitting.draft
    answers = len(draft.answers)
    if answers:
        yield f"Going on after {answers} {'answer' if answers == 1 else 'answers'} (method {draft.method})."
        return
    yield f"Weights by the method `{draft.method}` for: {sitting.definitions.decision.title}."
    if draft.over == "options":
        yield "Each move goes from the worst to the best of the options ranked."
    else:
        yield "Each move goes from the worst to the best end of its scale."
    yield "Type `back` to undo an answer, `?` for help, `quit` to go on another time."


def _typed(prompt: str) -> str:
    """A line as it was typed, less the spaces around it; EOFError at the end of the input."""
    if sys.stdin.isatty():
        return input(prompt).strip()
    typer.echo(prompt, nl=False)
    line = sys.stdin.readline()
    typer.echo(line.strip())  # what is piped in is shown as if it were typed
    if not line:
        raise EOFError
    return line.strip()


def _say(lines: Iterable[str]) -> None:
    for line in lines:
        typer.echo(line)


def _options_from_here(definitions: "Definitions") -> list[str]:
    """The options with which a command is about the same decision and options, from the folder one stands in."""
    try:
        there = find_decision(Path.cwd()) == definitions.root
    except NoDecisionError:
        there = False
    usual = definitions.shortlist == DEFAULT_SHORTLIST
    return [
        *([] if there else ["--decision", str(definitions.root)]),
        *([] if usual else ["--shortlist", definitions.shortlist]),
    ]


def _leave(sitting: "Sitting", options: list[str], code: int) -> NoReturn:
    answers = len(sitting.draft.answers)
    if answers:
        kept = "1 answer is" if answers == 1 else f"{answers} answers are"
        command = shlex.join(["steelyard", "weights", "elicit", sitting.name, *options])
        typer.echo(f"steelyard: the interview is not finished; {kept} kept, go on with: {command}", err=True)
    else:
        typer.echo("steelyard: the interview is not finished; nothing was answered, so nothing is kept", err=True)
    raise typer.Exit(code)
