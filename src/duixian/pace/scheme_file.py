"""Reads a scheme file: a wrong one is refused with its line, what was found and what to write."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

import yaml

from duixian.pace.looks import COLOURS, SHAPES, SHOWN_INSTEAD, Code, Look
from duixian.pace.scheme import DatedLooks, DatedValue, Schemes
from duixian.pace.student import QUANTILES
from duixian.units.yaml_nodes import YamlSource


@dataclass(frozen=True, slots=True)
class _Parameter:
    """What a value may be. ``allowed`` names the only ones there are; empty where any number in the range will do."""

    unit: str
    least: int
    most: int
    whole: bool = True
    allowed: tuple[int, ...] = ()


_PARAMETERS = {
    "tolerance": _Parameter("%", 0, 100, whole=False),
    "figure_age": _Parameter("天", 0, 3660),
    "forecast_quantile": _Parameter("%", min(QUANTILES), max(QUANTILES), allowed=QUANTILES),
    # Two increments are the fewest that can differ from each other.
    "least_history": _Parameter("次", 2, 60),
}
_PARTS = (*_PARAMETERS, "looks")


def read_schemes(text: str, *, file: str) -> Schemes:
    """The schemes written in ``text``; ``file`` is named in messages. Errors: DataFileError with line and cure."""
    return _SchemeFile(file).read(text)


class _SchemeFile(YamlSource):
    """Reads the parts of one file; every method raises DataFileError for what is not as it should be."""

    def read(self, text: str) -> Schemes:
        held = self.fields(self.root(text, parts=_PARTS), required=_PARTS)
        return Schemes(
            values={name: tuple(self._values(held[name], name)) for name in _PARAMETERS},
            looks=tuple(self._blocks(held["looks"])),
        )

    def _values(self, node: yaml.Node, name: str) -> Iterator[DatedValue]:
        held = self.fields(node, required=("unit", "values"), optional=("title",))
        unit = _PARAMETERS[name].unit
        if self.text(held["unit"]) != unit:
            raise self.fault(held["unit"], f"{name} 的单位不是“{unit}”", f"请写 unit: '{unit}'")
        before: dt.date | None = None
        for line in self._some(held["values"]):
            fields = self.fields(line, required=("from", "value", "source", "reason"))
            before = self._later(fields["from"], before)
            value = self._value(fields["value"], name)
            yield DatedValue(before, value, self.text(fields["source"]), self.text(fields["reason"]))

    def _value(self, node: yaml.Node, name: str) -> Decimal:
        value, rule = self.number(node), _PARAMETERS[name]
        if rule.allowed and value not in rule.allowed:
            raise self.fault(node, f"{name} 不能是 {value}", f"可以写：{'、'.join(map(str, rule.allowed))}")
        if not rule.least <= value <= rule.most:
            raise self.fault(node, f"{name} 不能是 {value}", f"请写 {rule.least} 到 {rule.most} 之间的数")
        if rule.whole and value != value.to_integral_value():
            raise self.fault(node, f"{name} 不能是 {value}", "请写整数")
        return value

    def _blocks(self, node: yaml.Node) -> Iterator[DatedLooks]:
        before: dt.date | None = None
        for block in self._some(node):
            fields = self.fields(block, required=("from", "name", "source", "reason", "lights"))
            before = self._later(fields["from"], before)
            yield DatedLooks(
                from_day=before,
                name=self.text(fields["name"]),
                looks=self._looks(fields["lights"]),
                source=self.text(fields["source"]),
                reason=self.text(fields["reason"]),
            )

    def _looks(self, node: yaml.Node) -> Mapping[Code, Look]:
        needed = [code.value for code in Code if code not in SHOWN_INSTEAD]
        held = self.fields(node, required=needed, optional=[code.value for code in SHOWN_INSTEAD])
        looks: dict[Code, Look] = {}
        for code, one in held.items():
            looks[Code(code)] = look = self._look(one)
            for other, seen in looks.items():
                if other != code and (seen.word == look.word or seen.shape == look.shape):
                    found = f"{code} 和 {other.value} 的名称或形状相同"
                    raise self.fault(one, found, "颜色可以相同，名称和形状必须各不相同：颜色不能是唯一的区别")
        return looks

    def _look(self, node: yaml.Node) -> Look:
        held = self.fields(node, required=("word", "shape", "colour"))
        shape, colour = self.text(held["shape"]), self.text(held["colour"])
        if len(shape) != 1 or shape not in SHAPES:
            raise self.fault(held["shape"], f"没有“{shape}”这个形状", f"可以写：{' '.join(SHAPES)}")
        if colour not in COLOURS:
            raise self.fault(held["colour"], f"没有“{colour}”这个颜色", f"可以写：{'、'.join(COLOURS)}")
        return Look(self.text(held["word"]), shape, colour)

    def _some(self, node: yaml.Node) -> list[yaml.Node]:
        lines = self.items(node)
        if not lines:
            raise self.fault(node, "一行都没有", "至少要写一行")
        return lines

    def _later(self, node: yaml.Node, before: dt.date | None) -> dt.date:
        day = self.day(node)
        if before is not None and day <= before:
            raise self.fault(node, f"{day} 不晚于上一行的 {before}", "请按生效日从早到晚写，一天只写一行")
        return day
