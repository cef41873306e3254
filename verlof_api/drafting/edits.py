"""Small edits in the text of a YAML file that leave its comments and its layout as they are.

A reader that writes a file again would move comments and break lines elsewhere, and the change of a law would drown in
what changed beside it. So only the place itself is found with the parser, and the text is changed there.
"""

from collections.abc import Sequence
from typing import Final

import yaml

from verlof_api.law.strict_yaml import Path

LONGEST_LINE: Final = 120  # as .yamllint.yaml has it


def added_to_list(text: str, path: Path, item: str, *, before: str | None = None) -> str:
    """`text` with `item` in the list at `path`: in front of the item `before`, or as the last.

    Raises LookupError when there is no list at `path`, or no such item in it.
    """
    node = node_at(text, path)
    if not isinstance(node, yaml.SequenceNode):
        raise LookupError(f"no list at {_named(path)}")
    if not node.value:
        return _within(text, node, item)
    if before is not None:
        return _in_front(text, node, _item(node, before), item)
    first, last = node.value[0], node.value[-1]
    if node.flow_style:
        return _after(text, last, f", {item}", first.start_mark.column)
    return _below(text, last, f"{' ' * node.start_mark.column}- {item}")


def added_to_mapping(text: str, path: Path, key: str, value: str, *, after: str) -> str:
    """`text` with `key: value` behind the key `after` of the mapping at `path`.

    Raises LookupError when there is no mapping with that key at `path`.
    """
    node = node_at(text, path)
    if not isinstance(node, yaml.MappingNode):
        raise LookupError(f"no mapping at {_named(path)}")
    name, before = next((pair for pair in node.value if pair[0].value == after), (None, None))
    if name is None or before is None:
        raise LookupError(f"no key {after} at {_named(path)}")
    if node.flow_style:
        return _after(text, before, f", {key}: {value}", name.start_mark.column)
    return _below(text, before, f"{' ' * name.start_mark.column}{key}: {value}")


def replaced(text: str, path: Path, value: str) -> str:
    """`text` with another value for the one word at `path`, on one line. Raises LookupError when nothing is there."""
    node = node_at(text, path)
    lines = text.splitlines(keepends=True)
    line = lines[node.start_mark.line]
    lines[node.start_mark.line] = line[: node.start_mark.column] + value + line[node.end_mark.column :]
    return "".join(lines)


def added_below(text: str, path: Path, lines: Sequence[str]) -> str:
    """`text` with whole `lines` below everything that stands at `path`. Raises LookupError when nothing does."""
    return _below(text, node_at(text, path), "\n".join(lines))


def node_at(text: str, path: Path) -> yaml.Node:
    """What stands at `path`, with where it begins and ends. Raises LookupError when nothing does."""
    node = yaml.compose(text, Loader=yaml.CSafeLoader)
    for step in path:
        node = _child(node, step)
        if node is None:
            raise LookupError(f"nothing at {_named(path)}")
    if node is None:
        raise LookupError("the file is empty")
    return node


def _child(node: yaml.Node | None, step: str | int) -> yaml.Node | None:
    """What stands under a key or at an index; an index below zero counts from the end."""
    children: dict[str | int, yaml.Node] = {}
    if isinstance(node, yaml.MappingNode):
        children = {key.value: value for key, value in node.value}
    elif isinstance(node, yaml.SequenceNode):
        children = dict(enumerate(node.value))
        children |= {index - len(node.value): value for index, value in enumerate(node.value)}
    return children.get(step)


def _after(text: str, node: yaml.Node, more: str, column: int) -> str:
    """`more` right behind `node`; on a line of its own, from `column` on, where the line would become too long."""
    lines = text.splitlines(keepends=True)
    number, end = node.end_mark.line, node.end_mark.column
    line = lines[number]
    if len(line.rstrip("\n")) + len(more) > LONGEST_LINE:
        more = f",\n{' ' * column}{more.removeprefix(', ')}"
    lines[number] = line[:end] + more + line[end:]
    return "".join(lines)


def _item(node: yaml.SequenceNode, value: str) -> yaml.Node:
    """The item of a list that is this one word. Raises LookupError when there is none."""
    items: list[yaml.Node] = node.value
    for each in items:
        if each.value == value:
            return each
    raise LookupError(f"no item {value}")


def _in_front(text: str, listed: yaml.SequenceNode, node: yaml.Node, item: str) -> str:
    """`item` in front of `node` in a list; on a line of its own where the line would become too long."""
    lines = text.splitlines(keepends=True)
    number, begin = node.start_mark.line, node.start_mark.column
    line, column = lines[number], listed.value[0].start_mark.column
    if not listed.flow_style:
        lines.insert(number, f"{' ' * listed.start_mark.column}- {item}\n")
    elif len(line.rstrip("\n")) + len(f"{item}, ") <= LONGEST_LINE:
        lines[number] = f"{line[:begin]}{item}, {line[begin:]}"
    elif len(f"{line[:begin]}{item},") <= LONGEST_LINE:
        lines[number] = f"{line[:begin]}{item},\n{' ' * column}{line[begin:]}"
    else:
        lines[number] = f"{line[:begin].rstrip()}\n{' ' * column}{item},\n{' ' * column}{line[begin:]}"
    return "".join(lines)


def _within(text: str, node: yaml.Node, item: str) -> str:
    """`item` as the only one of the empty list `[]` that is `node`."""
    lines = text.splitlines(keepends=True)
    number, begin = node.start_mark.line, node.start_mark.column + 1
    lines[number] = lines[number][:begin] + item + lines[number][begin:]
    return "".join(lines)


def _below(text: str, node: yaml.Node, more: str) -> str:
    """`more` on the lines below the last line of `node`."""
    lines = text.splitlines(keepends=True)
    number = _last_line(node)
    if not lines[number].endswith("\n"):
        lines[number] += "\n"
    lines.insert(number + 1, more + "\n")
    return "".join(lines)


def _last_line(node: yaml.Node) -> int:
    """The line on which `node` ends; the parser counts the comments below a block as part of it."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _last_line(last[1] if isinstance(last, tuple) else last)
    ends_before_this_line = node.end_mark.column == 0 and node.end_mark.line > node.start_mark.line
    return int(node.end_mark.line) - ends_before_this_line


def _named(path: Path) -> str:
    return ".".join(map(str, path)) or "the top"
