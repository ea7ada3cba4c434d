"""A model's columns as Arrow types: how rows travel in bulk, between processes as well."""

from functools import cache
from typing import Any

import pyarrow as pa
from sqlalchemy import BigInteger, Boolean, Date, Double, Integer, Numeric
from sqlalchemy.types import ARRAY, DateTime, TypeEngine
from sqlmodel import SQLModel

from warehouse.tables import columns_of

_ARROW_TYPES: tuple[tuple[type[TypeEngine[Any]], pa.DataType], ...] = (
    (BigInteger, pa.int64()),
    (Integer, pa.int32()),
    (Boolean, pa.bool_()),
    (Double, pa.float64()),
    (Numeric, pa.decimal128(14, 2)),
    (DateTime, pa.timestamp("us", tz="UTC")),
    (Date, pa.date32()),
    (ARRAY, pa.list_(pa.string())),
)


@cache
def arrow_schema(model: type[SQLModel]) -> pa.Schema:
    """A model's columns as Arrow types; JSON travels as text."""
    return pa.schema([(column.name, _arrow_type(column.type)) for column in columns_of(model)])


def _arrow_type(sql_type: TypeEngine[Any]) -> pa.DataType:
    return next(
        (arrow for kind, arrow in _ARROW_TYPES if isinstance(sql_type, kind)),
        pa.string(),
    )
