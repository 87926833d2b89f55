"""The names of one kind of file, where they cannot be told."""

from collections.abc import Iterable


class AnyNames(frozenset[str]):
    """The ids of a kind whose folder cannot be looked into: whichever name is asked for may be among them.

    It holds no name that could be listed, and yet every name asked for, so that nothing is called unknown for want of
    looking.
    """

    def __contains__(self, _: object) -> bool:
        return True

    def __bool__(self) -> bool:
        return True

    def __or__(self, _: Iterable[object]) -> "AnyNames":
        return self

    __ror__ = __or__

    def __sub__(self, _: Iterable[object]) -> "AnyNames":
        return self

    def __and__(self, others: Iterable[object]) -> frozenset[str]:
        return frozenset(map(str, others))

    __rand__ = __and__
