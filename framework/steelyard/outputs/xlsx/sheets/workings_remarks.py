"""Beside the totals on `Workings`: which scores cannot be used, and whether another way of adding up agrees."""

from steelyard.outputs.xlsx import layout as at
from steelyard.outputs.xlsx.book import Book
from steelyard.outputs.xlsx.formulas import NEAR, PLACES
from steelyard.outputs.xlsx.layout import Area
from steelyard.outputs.xlsx.remarks import MOST_NAMED, NOT_RANKED, OFF_SCALE

HEADS = (
    "Scores that are no number", "Scores off their scale", "Remark", "Remarks so far", "Remarks so far, in words",
    "1 if another way disagrees",
)  # fmt: skip


def remark_patterns(book: Book) -> list[str]:
    """Unusable scores of an option, those off their scale, the remark on them, and all remarks up to its row."""
    work, scores, content = book.places.workings, book.places.used, book.content
    totals = work.totals.here
    across = f"{scores.beside(0, 2)}:{scores.here.beside(scores.width - 1, 2)}"
    limits, titles = work.limits.here, Area("", work.shares.top - 1, at.LEAD, 1, scores.width).row()
    wrong = f"(1-ISNUMBER({across}))"
    off = f"ISNUMBER({across})*(({across}<{limits.row(0)})+({across}>{limits.row(1)}))"
    unusable, outside, remark, count = (
        totals.beside(column) for column in (at.UNUSABLE, at.OFF, at.REMARK, at.COUNTED)
    )
    count_before, words_before = (totals.beside(column, 5) for column in (at.COUNTED, at.REMARKS))

    def named(number: str, which: str) -> str:
        only = f"INDEX({titles},SUMPRODUCT({which}*{limits.row(2)}))"
        return f'"{{}}"&$A[0]&" ({{}}"&IF({number}=1,{only},{number}&" criteria")&")"'

    first, second = named(unusable, wrong).format(*NOT_RANKED), named(outside, off).format(*OFF_SCALE)
    added = f'IF(OR({remark}="",{count}>{MOST_NAMED}),"",IF({count}>1,". ","")&{remark})'
    return [
        f"={len(content.criteria)}-COUNT({across})",
        f"=IFERROR(SUMPRODUCT({off}),0)",
        f'=IF({unusable}>0,{first},IF({outside}>0,{second},""))',
        f'=SUM({count_before},IF({remark}="",0,1))',
        f'=IF(SUM({count_before})=0,"",{words_before})&{added}',
    ]


def astray(book: Book) -> str:
    """1 where contributions, or another way of counting ranks, give something else than the option's row says."""
    work, totals = book.places.workings, book.places.workings.totals.here
    facts = work.facts.here
    ready, close = (facts.cell(at.FACTS.index(name)) for name in ("ready", "close_call"))
    total, nine, rank, behind, within, unusable = (
        totals.beside(column) for column in (at.TOTAL, at.ROUNDED, at.RANK, at.BEHIND, at.WITHIN, at.UNUSABLE)
    )
    added = work.contributions.here
    everyone, exact = totals.column(at.ROUNDED), totals.column(at.TOTAL)
    card = book.places.scorecard
    gap = f"ROUND(MAX({exact})-{total},{PLACES})"
    agree = (
        f"ABS(SUM({added.beside(0, 3)}:{added.beside(added.width - 1, 3)})-{total})<{NEAR},"
        f"{nine}=ROUND({total},{PLACES}),{rank}=SUMPRODUCT(ISNUMBER({everyone})*({everyone}>{nine}))+1,"
        f"ABS({behind}-{gap})<{NEAR},{within}=IF({gap}<={close},1,0),{card.sheet}!$B[4]={rank},{card.sheet}!$C[4]={total}"
    )
    blank = f'IF(OR(AND({ready}=1,{unusable}=0),{total}<>"",{rank}<>""),1,0)'
    return f"=IFERROR(IF(ISNUMBER({total}),IF(AND({agree}),0,1),{blank}),1)"


def shown_astray(book: Book, row: str, name: str) -> str:
    """1 where the sorted table on `Summary` shows something else than `Workings` says for this place."""
    ranking, totals = book.places.ranking, book.places.workings.totals.here
    rank, total, behind = (f"INDEX({totals.column(column)},{row})" for column in (at.RANK, at.TOTAL, at.BEHIND))
    here = {column: ranking.beside(column, 1) for column in (at.RANKED, at.OPTION, at.WORTH, at.SHORT, at.GROUPS)}
    groups = f"{here[at.GROUPS]}:{ranking.here.beside(ranking.width - 1, 1)}"
    agree = (
        f"{here[at.RANKED]}={rank},{here[at.OPTION]}={name},{here[at.WORTH]}={total},{here[at.SHORT]}={behind},"
        f"ABS(SUM({groups})-{total})<{NEAR}"
    )
    blank = f'IF(AND({here[at.RANKED]}="",{here[at.OPTION]}="",{here[at.WORTH]}=""),0,1)'
    return f"=IFERROR(IF(ISNUMBER({row}),IF(AND({agree}),0,1),{blank}),1)"
