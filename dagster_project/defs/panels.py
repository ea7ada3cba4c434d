"""Tables and charts on an asset's page: one SQL file each in warehouse/sql/panels, drawn as Markdown and SVG.

A panel's last column, where it holds numbers, is drawn as bars; a chart has a day and one count or more.
"""

from base64 import b64encode
from collections.abc import Collection, Sequence
from typing import Any

import dagster as dg
import duckdb

from dagster_project.defs.sql_files import SqlFile, sql_files

PANEL, CHART = "Panel", "Chart"
PANELS = sql_files("panels", PANEL, CHART)
_MOST_ROWS = 40
_MOST_DAYS = 60
_BAR = 24
_EIGHTHS = " ▏▎▍▌▋▊▉"
_COLOURS = ("#4f6df5", "#e2793f", "#3aa17e")
#: what Markdown or HTML would take for markup, in a text that a source may have written
_MARKUP = str.maketrans({sign: f"&#{ord(sign)};" for sign in "|<>&[]`*_\\"})


def panels(con: duckdb.DuckDBPyConnection, asset: str, files: Collection[SqlFile] = PANELS) -> dict[str, Any]:
    """The panels of an asset, as its metadata."""
    return {file.name: _drawn(con, file) for file in files if file.asset == asset}


def _drawn(con: duckdb.DuckDBPyConnection, file: SqlFile) -> dg.MetadataValue[Any]:
    result = con.execute(file.query)
    names = [column[0] for column in result.description]
    rows = result.fetchmany(_MOST_DAYS if file.word == CHART else _MOST_ROWS)
    draw = chart if file.word == CHART else table
    return dg.MetadataValue.md(f"{file.text}\n\n{draw(names, rows) if rows else 'Nothing yet.'}")


def table(names: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> str:
    """Rows as a Markdown table, the last column also as bars."""
    has_bars = all(isinstance(row[-1], int | float) for row in rows)
    most = max((row[-1] for row in rows), default=0) if has_bars else 0
    head = [*(name.replace("_", " ") for name in names), *([""] if has_bars else [])]
    lines = [head, ["---"] * len(head)]
    for row in rows:
        lines.append([*map(_cell, row), *([_bar(row[-1], most)] if has_bars else [])])
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _cell(value: object) -> str:
    text = f"{value:.0%}" if isinstance(value, float) else "" if value is None else str(value)
    return " ".join(text.translate(_MARKUP).split())


def _bar(value: float, most: float) -> str:
    eighths = round(8 * _BAR * value / most) if most else 0
    return "█" * (eighths // 8) + _EIGHTHS[eighths % 8].strip()


def chart(names: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> str:
    """Days and counts as an image of bars, side by side for several counts, with a legend in words."""
    most = max(value for row in rows for value in row[1:]) or 1
    width, height = min(60, max(6, 720 // len(rows))), 120
    bars = [
        _rect(
            day * width + 1 + part * (width - 2) / len(row[1:]), (width - 2) / len(row[1:]), height * value / most, part
        )
        for day, row in enumerate(rows)
        for part, value in enumerate(row[1:])
        if value
    ]
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{len(rows) * width}" height="{height + 4}" '
        f'viewBox="0 -{height + 2} {len(rows) * width} {height + 4}">{"".join(bars)}'
        f'<path d="M0 0H{len(rows) * width}" stroke="#888"/></svg>'
    )
    totals = ", ".join(f"{name} {sum(row[part] for row in rows)}" for part, name in enumerate(names[1:], start=1))
    image = f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}"
    return f"![{totals}]({image})\n\n{rows[0][0]} to {rows[-1][0]}; highest day {most}; {totals}"


def _rect(x: float, width: float, height: float, part: int) -> str:
    colour = _COLOURS[part % len(_COLOURS)]
    return f'<rect x="{x:.1f}" y="-{height:.1f}" width="{width:.1f}" height="{height:.1f}" fill="{colour}"/>'
