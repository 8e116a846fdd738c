"""A ledger's file into its declaration; a wrong one is refused with line and cure."""

from collections.abc import Collection, Mapping
from enum import StrEnum
from typing import TypeVar

import yaml

from duixian.ledgers.declared.declaration import (
    Check,
    Declaration,
    Field,
    FieldType,
    Grade,
    KeptBy,
    Measured,
    Privacy,
    Retention,
    Serves,
    Stage,
    Warn,
)
from duixian.units.yaml_nodes import YamlSource

_PARTS = ("ledger", "fields", "key", "stages", "serves", "retention")
_OPTIONAL = ("place", "checks", "warnings", "see")
_HOW = ("not-after", "at-most", "equals")
_NUMBERS = frozenset({FieldType.WHOLE, FieldType.NUMBER})
_OF_A_FIELD = frozenset({Measured.SUM, Measured.DISTINCT, Measured.MEAN})
_COUNTERS = ("", "started", "structure", "completed", "in-use")
_ROLES = frozenset({"supervision", "reporter", "leader", "auditor"})
_Choice = TypeVar("_Choice", bound=StrEnum)


def read_declaration(text: str, *, file: str) -> Declaration:
    """The ledger that ``text`` declares. Errors: DataFileError."""
    return _Reader(file).read(text)


class _Reader:
    """Reads one file; what a later part names must stand in an earlier one."""

    def __init__(self, file: str) -> None:
        self.source = YamlSource(file)
        self.fields: dict[str, Field] = {}
        self.stages: dict[str, Stage] = {}

    def read(self, text: str) -> Declaration:
        source = self.source
        parts = source.fields(source.root(text, parts=_PARTS), required=_PARTS, optional=_OPTIONAL)
        head = source.fields(
            parts["ledger"], required=("key", "name", "row_is", "from", "kept_by", "basis"), optional=("to",)
        )
        begins, ends = source.day(head["from"]), source.day(head["to"]) if "to" in head else None
        if ends is not None and ends < begins:
            raise source.fault(head["to"], f"to（{ends}）早于 from（{begins}）", "to 是台账仍然收行的最后一天")
        self._read_fields(parts["fields"])
        self._read_stages(parts["stages"])
        place = self._named(parts["place"], of={FieldType.PLACE}) if "place" in parts else ""
        return Declaration(
            ledger=source.text(head["key"]),
            name=source.text(head["name"]),
            row_is=source.text(head["row_is"]),
            begins=begins,
            ends=ends,
            kept_by=self._choice(head["kept_by"], KeptBy),
            basis=source.text(head["basis"]),
            fields=tuple(self.fields.values()),
            key=self._key(parts["key"]),
            place=place,
            stages=tuple(self.stages.values()),
            serves=self._all_serves(parts["serves"]),
            retention=self._retention(parts["retention"]),
            checks=tuple(self._check(item) for item in self._items(parts, "checks")),
            warnings=tuple(self._warn(item) for item in self._items(parts, "warnings")),
            see=self._see(parts.get("see")),
        )

    def _read_fields(self, node: yaml.Node) -> None:
        labels: dict[str, str] = {}
        for item in self.source.items(node):
            one = self._field(item)
            if one.name in self.fields:
                raise self.source.fault(item, f"字段“{one.name}”写了两次", "请改名或删去一处")
            for label in (one.label, *one.also):
                if label in labels:
                    raise self.source.fault(item, f"列名“{label}”也是“{labels[label]}”的", "同一个列名只能指一个字段")
                labels[label] = one.name
            self.fields[one.name] = one

    def _field(self, node: yaml.Node) -> Field:
        optional = ("also", "required", "codes", "unit", "least", "most", "privacy")
        held = self.source.fields(node, required=("name", "label", "type"), optional=optional)
        kind = self._choice(held["type"], FieldType)
        codes = self._texts(held["codes"]) if "codes" in held else ()
        if (kind is FieldType.CODE) != bool(codes):
            raise self.source.fault(node, "codes 和 type 对不上", "type: code 要写 codes，别的类型不写")
        for bound in ("least", "most"):
            if bound in held and kind not in _NUMBERS:
                raise self.source.fault(held[bound], f"{kind.value} 没有大小", "least、most 只用于 whole 和 number")
        return Field(
            name=self.source.text(held["name"]),
            label=self.source.text(held["label"]),
            type=kind,
            also=self._texts(held["also"]) if "also" in held else (),
            required=self._yes(held["required"]) if "required" in held else False,
            codes=codes,
            unit=self.source.text(held["unit"]) if "unit" in held else "",
            least=self.source.number(held["least"]) if "least" in held else None,
            most=self.source.number(held["most"]) if "most" in held else None,
            privacy=self._privacy(held.get("privacy"), kind, node),
        )

    def _privacy(self, node: yaml.Node | None, kind: FieldType, where: yaml.Node) -> Privacy:
        """What the file says; an identity or telephone number is protected whatever it says."""
        said = self._choice(node, Privacy) if node is not None else Privacy.OPEN
        due = {FieldType.IDENTITY: Privacy.IDENTITY, FieldType.PHONE: Privacy.PHONE}.get(kind)
        if due is not None and said is not due and said is not Privacy.CHILD:
            raise self.source.fault(where, f"{kind.value} 字段没有保护", f"请写 privacy: {due.value}")
        return said

    def _read_stages(self, node: yaml.Node) -> None:
        for item in self.source.items(node):
            held = self.source.fields(item, required=("name", "label", "day"), optional=("needs",))
            needs = tuple(self._named(one) for one in self.source.items(held["needs"])) if "needs" in held else ()
            name = self.source.text(held["name"])
            if name in self.stages:
                raise self.source.fault(item, f"阶段“{name}”写了两次", "请改名或删去一处")
            self.stages[name] = Stage(
                name=name,
                label=self.source.text(held["label"]),
                day=self._named(held["day"], of={FieldType.DAY}),
                needs=needs,
            )
        if not self.stages:
            raise self.source.fault(node, "一个阶段也没有", "至少写一个，例如 登记")

    def _key(self, node: yaml.Node) -> tuple[str, ...]:
        names = tuple(self._named(item) for item in self.source.items(node))
        if not names:
            raise self.source.fault(node, "key 是空的", "写出哪几个字段合起来不会重复")
        for name in names:
            if not self.fields[name].required:
                raise self.source.fault(node, f"key 里的“{name}”不是必填", "key 的字段都要写 required: true")
        return names

    def _all_serves(self, node: yaml.Node) -> tuple[Serves, ...]:
        found = tuple(self._serves(item) for item in self.source.items(node))
        names = [one.name for one in found]
        if len(set(names)) != len(names):
            raise self.source.fault(node, "serves 里有同名的", "每个数取不同的 name")
        return found

    def _serves(self, node: yaml.Node) -> Serves:
        required = ("name", "measured", "unit", "stage", "words")
        held = self.source.fields(node, required=required, optional=("field", "counter", "where", "least"))
        measured = self._choice(held["measured"], Measured)
        of = "" if "field" not in held else self._named(held["field"])
        if (measured in _OF_A_FIELD) != bool(of):
            raise self.source.fault(node, "measured 和 field 对不上", "sum、distinct、mean 要写 field，别的不写")
        if measured in (Measured.SUM, Measured.MEAN) and self.fields[of].type not in _NUMBERS:
            raise self.source.fault(held["field"], f"“{of}”不是数", "sum 和 mean 只能用 whole 或 number 字段")
        counter = self._one_of(held["counter"], _COUNTERS) if "counter" in held else ""
        return Serves(
            name=self.source.text(held["name"]),
            measured=measured,
            unit=self.source.text(held["unit"]),
            stage=self._stage(held["stage"]),
            words=self._texts(held["words"]),
            field=of,
            counter=counter,
            where=self._where(held.get("where")),
            least=int(self.source.number(held["least"])) if "least" in held else 1,
        )

    def _where(self, node: yaml.Node | None) -> tuple[tuple[str, tuple[str, ...]], ...]:
        if node is None:
            return ()
        found = []
        for name, values in self.source.mapping(node).items():
            one = self.fields.get(name)
            if one is None or one.type not in (FieldType.CODE, FieldType.YES_NO):
                raise self.source.fault(values, f"“{name}”不是 code 或 yes-no 字段", "where 只能按这两种字段挑行")
            wanted = self._texts(values)
            allowed = one.codes or ("是", "否")
            for value in wanted:
                if value not in allowed:
                    raise self.source.fault(values, f"“{name}”没有“{value}”", f"可以写：{'、'.join(allowed)}")
            found.append((name, wanted))
        return tuple(found)

    def _check(self, node: yaml.Node) -> Check:
        held = self.source.fields(node, required=("left", "how", "told"), optional=("right", "value"))
        if ("right" in held) == ("value" in held):
            raise self.source.fault(node, "right 和 value 要写且只写一个", "与另一字段比写 right，与一个数比写 value")
        left, how = self._named(held["left"]), self._one_of(held["how"], _HOW)
        of = {FieldType.DAY} if how == "not-after" else _NUMBERS
        if self.fields[left].type not in of:
            raise self.source.fault(held["left"], f"“{left}”不能这样比", "not-after 比日期，at-most、equals 比数")
        return Check(
            left=left,
            how=how,
            right=self._named(held["right"], of=of) if "right" in held else "",
            value=self.source.number(held["value"]) if "value" in held else None,
            told=self.source.text(held["told"]),
        )

    def _warn(self, node: yaml.Node) -> Warn:
        optional = ("stage", "since", "working_days", "days", "rule")
        held = self.source.fields(node, required=("name", "grade", "told"), optional=optional)
        if "rule" not in held:
            self.source.fields(node, required=("name", "grade", "told", "stage", "since"), optional=optional)
            if ("working_days" in held) == ("days" in held):
                raise self.source.fault(
                    node, "working_days 和 days 要写且只写一个", "工作日写 working_days，自然日写 days"
                )
        return Warn(
            name=self.source.text(held["name"]),
            grade=self._choice(held["grade"], Grade),
            told=self.source.text(held["told"]),
            stage=self._stage(held["stage"]) if "stage" in held else "",
            since=self._named(held["since"], of={FieldType.DAY}) if "since" in held else "",
            working_days=int(self.source.number(held["working_days"])) if "working_days" in held else None,
            days=int(self.source.number(held["days"])) if "days" in held else None,
            rule=self.source.text(held["rule"]) if "rule" in held else "",
        )

    def _retention(self, node: yaml.Node) -> Retention:
        held = self.source.fields(node, required=("months", "source"))
        return Retention(months=int(self.source.number(held["months"])), source=self.source.text(held["source"]))

    def _see(self, node: yaml.Node | None) -> dict[Privacy, frozenset[str]]:
        if node is None:
            return {}
        found: dict[Privacy, frozenset[str]] = {}
        for name, roles in self.source.mapping(node).items():
            if name not in set(Privacy):
                raise self.source.fault(roles, f"不认识“{name}”", f"可以写：{'、'.join(Privacy)}")
            named = self._texts(roles)
            for role in named:
                if role not in _ROLES:
                    raise self.source.fault(roles, f"没有“{role}”这个角色", f"可以写：{'、'.join(sorted(_ROLES))}")
            found[Privacy(name)] = frozenset(named)
        return found

    def _items(self, parts: Mapping[str, yaml.Node], name: str) -> list[yaml.Node]:
        return self.source.items(parts[name]) if name in parts else []

    def _texts(self, node: yaml.Node) -> tuple[str, ...]:
        return tuple(self.source.text(item) for item in self.source.items(node))

    def _yes(self, node: yaml.Node) -> bool:
        return self._one_of(node, ("true", "false")) == "true"

    def _choice(self, node: yaml.Node, kinds: type[_Choice]) -> _Choice:
        return kinds(self._one_of(node, tuple(kinds)))

    def _one_of(self, node: yaml.Node, allowed: Collection[str]) -> str:
        written = self.source.text(node)
        if written not in allowed:
            cure = f"可以写：{'、'.join(one for one in allowed if one)}"
            raise self.source.fault(node, f"不认识“{written}”", cure)
        return written

    def _named(self, node: yaml.Node, *, of: Collection[FieldType] = ()) -> str:
        name = self.source.text(node)
        if name not in self.fields:
            raise self.source.fault(node, f"fields 里没有“{name}”", f"可以写：{'、'.join(self.fields)}")
        if of and self.fields[name].type not in of:
            wanted = "、".join(kind.value for kind in of)
            raise self.source.fault(node, f"“{name}”的类型是 {self.fields[name].type.value}", f"这里要用 {wanted} 字段")
        return name

    def _stage(self, node: yaml.Node) -> str:
        name = self.source.text(node)
        if name not in self.stages:
            raise self.source.fault(node, f"stages 里没有“{name}”", f"可以写：{'、'.join(self.stages)}")
        return name
