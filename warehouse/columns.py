"""Column helpers for the models: each names one DuckDB type of the contract, so that a model line stays one line.

The SQL type of a column is written here and nowhere else; `warehouse.tables` reads it off the model.
"""

from typing import Any

from sqlalchemy import ARRAY, TIMESTAMP, BigInteger, Date, Double, Integer, Numeric, String, Text
from sqlalchemy.types import TypeEngine, UserDefinedType
from sqlmodel import Field


class Json(UserDefinedType[Any]):
    """DuckDB's JSON: stored text that its JSON functions read."""

    cache_ok = True

    def get_col_spec(self, **_: Any) -> str:
        """Its name in DuckDB."""
        return "JSON"


class CountByName(UserDefinedType[Any]):
    """MAP of a name to a count."""

    cache_ok = True

    def get_col_spec(self, **_: Any) -> str:
        """Its name in DuckDB."""
        return "MAP(VARCHAR, INTEGER)"


def _column(
    sa_type: type[TypeEngine[Any]] | TypeEngine[Any],
    description: str,
    options: dict[str, Any],
) -> Any:
    return Field(description=description, sa_type=sa_type, **options)


def text(description: str, **options: Any) -> Any:
    """VARCHAR."""
    return _column(String, description, options)


def long_text(description: str, **options: Any) -> Any:
    """VARCHAR that holds documents: published with zstd compression."""
    return _column(Text, description, options)


def count(description: str, **options: Any) -> Any:
    """INTEGER."""
    return Field(description=description, **options)


def serial(description: str, **options: Any) -> Any:
    """BIGINT: a position in a log."""
    return _column(BigInteger, description, options)


def key(description: str, **options: Any) -> Any:
    """BIGINT: a hash of 64 bits."""
    return _column(BigInteger, description, options)


def score(description: str, **options: Any) -> Any:
    """DOUBLE from 0 to 1."""
    return _column(Double, description, options)


def flag(description: str, **options: Any) -> Any:
    """BOOLEAN."""
    return Field(description=description, **options)


def money(description: str, **options: Any) -> Any:
    """DECIMAL(14,2)."""
    return _column(Numeric(14, 2), description, options)


def instant(description: str, **options: Any) -> Any:
    """TIMESTAMPTZ, in UTC."""
    return _column(TIMESTAMP(timezone=True), description, options)


def day(description: str, **options: Any) -> Any:
    """DATE."""
    return _column(Date, description, options)


def names(description: str, **options: Any) -> Any:
    """VARCHAR[]."""
    return _column(ARRAY(String), description, options)


def serials(description: str, **options: Any) -> Any:
    """INTEGER[]."""
    return _column(ARRAY(Integer), description, {"nullable": False} | options)


def json(description: str, **options: Any) -> Any:
    """JSON, handed over as text."""
    return _column(Json, description, options)


def counts(description: str, **options: Any) -> Any:
    """MAP(VARCHAR, INTEGER)."""
    return _column(CountByName, description, options)
