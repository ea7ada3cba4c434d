"""YAML with line numbers: plain values and the line each began on. What the values mean belongs to the caller."""

from pathlib import Path
from typing import Any, cast

import yaml

from warehouse.errors import UsageError

Where = tuple[str | int, ...]


class Lines:
    """Finds the line of a value by its path of keys and places, when somebody asks: only errors do."""

    def __init__(self, root: yaml.Node | None) -> None:
        self._root = root

    def line(self, where: Where) -> int:
        """The line of a value, or of the nearest one around it."""
        node = self._root
        for step in where:
            child = _child(node, step)
            if child is None:
                break
            node = child
        return 1 if node is None else int(node.start_mark.line) + 1


def read_yaml(file: Path) -> tuple[Any, Lines]:
    """Read one YAML file as dicts, lists and strings, with a finder of their lines.

    Scalars stay strings (a language code `no` is no boolean). Raises UsageError naming file and line.
    """
    try:
        root = yaml.compose(file.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise UsageError(f"{file}:{line}: not YAML: {error.problem}") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise UsageError(f"{file}:1: not YAML: {error}") from error
    return (None if root is None else _value(file, root)), Lines(root)


def _child(node: yaml.Node | None, step: str | int) -> yaml.Node | None:
    if isinstance(node, yaml.MappingNode):
        return next((child for key, child in node.value if key.value == step), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return cast(yaml.Node, node.value[step])
    return None


def _value(file: Path, node: yaml.Node) -> Any:
    if isinstance(node, yaml.ScalarNode):
        return node.value.rstrip("\n")
    if isinstance(node, yaml.SequenceNode):
        return [_value(file, child) for child in node.value]
    values: dict[str, Any] = {}
    for key, child in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise UsageError(f"{file}:{key.start_mark.line + 1}: a key must be a word")
        if key.value in values:
            raise UsageError(f"{file}:{key.start_mark.line + 1}: the key {key.value!r} is given twice")
        values[key.value] = _value(file, child)
    return values
