"""`steelyard schema`: what a kind of file may say, for editors."""

from typing import Annotated

import typer


def schema(kind: Annotated[str | None, typer.Argument(help="Leave it out to list the kinds.")] = None) -> None:
    """Print the JSON Schema (draft-07) of a kind of file; editors complete and check with it.

    Example: steelyard schema option
    """
    from steelyard.documents.kinds import RECORDS  # noqa: PLC0415 - loaded only when it is wanted
    from steelyard.schema import as_text, schema_of  # noqa: PLC0415

    typer.echo(as_text(schema_of(kind)) if kind is not None else "".join(f"{each}\n" for each in RECORDS), nl=False)
