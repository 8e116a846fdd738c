"""YAML with line numbers: every complaint about a data file says file, line, what was found and what to write."""

import datetime as dt
import re
from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal

import yaml

LIMIT_CHARACTERS = 2_000_000
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_NUMBER = re.compile(r"(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,6})?")
_SHOWN_CHARACTERS = 40


class DataFileError(ValueError):
    """A data file that cannot be used; the message is for whoever keeps the file."""

    def __init__(self, file: str, *, line: int, found: str, cure: str) -> None:
        self.file, self.line, self.found, self.cure = file, line, found, cure
        super().__init__(f"{file} 第 {line} 行：{found}。{cure}。")


@dataclass(frozen=True, slots=True)
class YamlSource:
    """Reads the nodes of one file; every method raises DataFileError for a node that is not what it should be."""

    file: str

    def fault(self, node: yaml.Node, found: str, cure: str) -> DataFileError:
        """The complaint about a node."""
        return self.at(line_of(node), found, cure)

    def at(self, line: int, found: str, cure: str) -> DataFileError:
        """The complaint about a line."""
        return DataFileError(self.file, line=line, found=found, cure=cure)

    def root(self, text: str, *, parts: Collection[str]) -> yaml.Node:
        """The file's top node; ``parts`` are what a file of this kind begins with."""
        if len(text) > LIMIT_CHARACTERS:
            raise self.at(1, f"文件有 {len(text)} 个字，太大", "这类文件用不了这么多")
        try:
            node = yaml.compose(text, Loader=yaml.SafeLoader)
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark else 1
            cure = "请核对缩进、冒号后的空格和括号"
            raise self.at(line, f"不是 YAML（{error.problem}）", cure) from error
        except (yaml.YAMLError, RecursionError) as error:
            raise self.at(1, "不是 YAML", "请用纯文本按样例重写") from error
        if node is None:
            raise self.at(1, "文件是空的", f"请写 {'、'.join(parts)}")
        return node

    def fields(
        self, node: yaml.Node, *, required: Collection[str], optional: Collection[str] = ()
    ) -> dict[str, yaml.Node]:
        """The node's fields, exactly those that are named."""
        held = self.mapping(node)
        allowed = {*required, *optional}
        for name_node, _ in node.value:
            if (name := self.text(name_node)) not in allowed:
                raise self.fault(name_node, f"不认识“{name}”", f"这里可以写：{'、'.join(sorted(allowed))}")
        for name in required:
            if name not in held:
                raise self.fault(node, f"缺少“{name}”", f"这里要写：{'、'.join(required)}")
        return held

    def mapping(self, node: yaml.Node) -> dict[str, yaml.Node]:
        """The node's fields, whatever their names; none may stand twice."""
        if not isinstance(node, yaml.MappingNode):
            raise self.fault(node, f"这里应是“名称: 内容”，写的是{shown(node)}", "请逐行写“名称: 内容”")
        held: dict[str, yaml.Node] = {}
        for name_node, value in node.value:
            name = self.text(name_node)
            if name in held:
                raise self.fault(name_node, f"“{name}”写了两次", f"第 {line_of(held[name])} 行已经写过，请删去一处")
            held[name] = value
        return held

    def items(self, node: yaml.Node) -> list[yaml.Node]:
        """The node's items."""
        if not isinstance(node, yaml.SequenceNode):
            raise self.fault(node, f"这里应是一列，写的是{shown(node)}", "请每行以“- ”开头")
        return list(node.value)

    def text(self, node: yaml.Node) -> str:
        """A word or sentence that is not empty."""
        if not isinstance(node, yaml.ScalarNode) or not str(node.value).strip():
            raise self.fault(node, f"这里应是一段文字，写的是{shown(node)}", "请填写文字")
        return str(node.value).strip()

    def day(self, node: yaml.Node) -> dt.date:
        """A day that exists."""
        written = self.text(node)
        match = _DAY.fullmatch(written)
        cure = "日期写成 2023-02-10 这样，且须是日历上有的一天"
        if match is None:
            raise self.fault(node, f"“{written}”不是日期", cure)
        try:
            return dt.date(*map(int, match.groups()))
        except ValueError as error:
            raise self.fault(node, f"没有 {written} 这一天", cure) from error

    def number(self, node: yaml.Node) -> Decimal:
        """A number from zero up, exactly as it is written."""
        written = self.text(node)
        if not _NUMBER.fullmatch(written):
            cure = "请写不带逗号、单位和正负号的数，如 20000 或 12.5；没有规定就不要写这一行，不要写 0"
            raise self.fault(node, f"“{written}”不是数", cure)
        return Decimal(written)

    def key_part(self, node: yaml.Node) -> str | int:
        """A part of a row's key: a whole number where it is written as one, else text."""
        written = self.text(node)
        return (
            int(written) if node.tag == "tag:yaml.org,2002:int" and written.isascii() and written.isdigit() else written
        )


def line_of(node: yaml.Node) -> int:
    """The node's line, from 1."""
    return int(node.start_mark.line) + 1


def shown(node: yaml.Node) -> str:
    """What was found, briefly."""
    if isinstance(node, yaml.MappingNode):
        return "若干“名称: 内容”"
    if isinstance(node, yaml.SequenceNode):
        return "一列"
    written = str(node.value)
    return f"“{written[:_SHOWN_CHARACTERS]}”" if written else "空白"
