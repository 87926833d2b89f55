"""A rule's manual page."""

import sys
from inspect import getdoc

import typer

from steelyard.contracts import Rule
from steelyard.errors import UnknownNameError
from steelyard.reading import suppressions
from steelyard.reading.fault import TITLES
from steelyard.rules import shelf
from steelyard.shelf import did_you_mean, module_name
from steelyard.suppressing import TITLES as SUPPRESSING


def print_page(code: str) -> None:
    """Print what a rule looks for and what to do about it."""
    if code in TITLES:
        typer.echo(f"{code}  {TITLES[code]}\n\nFound while reading, in every project; it cannot be switched off.")
        return
    if code in SUPPRESSING:
        page = getdoc(suppressions) or ""
        typer.echo(f"{code}  {SUPPRESSING[code]}\n\n{page}")
        return
    for name in shelf:
        rule = shelf[name]
        if rule.code == code:
            page = getdoc(sys.modules[f"steelyard.rules.{module_name(name)}"]) or ""
            typer.echo(f"{rule.code}  {rule.title} ({rule.severity})\n\n{page}{_settings(rule)}")
            return
    codes = [*TITLES, *SUPPRESSING, *(shelf[name].code for name in shelf)]
    raise UnknownNameError(f"there is no rule '{code}'. {did_you_mean(code, codes)}")


def _settings(rule: Rule) -> str:
    """What a project may set for a rule, with each default and what it means."""
    if rule.settings is None:
        return ""
    fields = rule.settings.model_fields.items()
    lines = [f"    {name}: {field.default:.15g}    {field.description}" for name, field in fields]
    where = f"Settings, in steelyard.yaml under `rules: {{{rule.code}: {{...}}}}`, with their defaults:"
    return "\n".join(["", "", where, "", *lines])
