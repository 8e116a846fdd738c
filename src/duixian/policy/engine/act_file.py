"""An act file into an act: YAML whose every row is a dated value with its article; a wrong file is refused."""

import re
from collections.abc import Collection, Mapping

import yaml

from duixian.policy.engine.act import Act, Article, Table, TableShape, base_article
from duixian.policy.engine.answers import DatedValue, DatedWord, Entry, Key
from duixian.units.yaml_nodes import YamlSource, line_of

EFFECTS = ("award", "condition", "none")
_NUMERAL = "一二三四五六七八九十百"
_ARTICLE = re.compile(rf"第[{_NUMERAL}]+条")
_CITATION = re.compile(rf"第[{_NUMERAL}]+条(?:（[{_NUMERAL}]+）)?(?:[1-9][0-9]?)?")
_WHOLE_UNITS = frozenset({"个月", "天", "人", "名", "级", "年"})


def read_act(text: str, *, file: str, shape: Mapping[str, TableShape]) -> Act:
    """The act that ``text`` writes; ``shape`` is what the rules expect of it. Errors: DataFileError."""
    source = YamlSource(file)
    root = source.root(text, parts=("act", "articles", "values", "words"))
    parts = source.fields(root, required=("act", "articles", "values"), optional=("words",))
    heading = source.fields(parts["act"], required=("title", "number", "from"), optional=("to",))
    articles = _articles(source, parts["articles"])
    tables = _Tables(source, articles, shape)
    return Act(
        title=source.text(heading["title"]),
        number=source.text(heading["number"]),
        from_day=source.day(heading["from"]),
        to_day=source.day(heading["to"]) if "to" in heading else None,
        articles=articles,
        tables=tables.read(root, parts),
    )


def _articles(source: YamlSource, node: yaml.Node) -> dict[str, Article]:
    found: dict[str, Article] = {}
    for item in source.items(node):
        fields = source.fields(item, required=("article", "effect", "about"))
        label, effect = source.text(fields["article"]), source.text(fields["effect"])
        if not _ARTICLE.fullmatch(label):
            raise source.fault(fields["article"], f"“{label}”不是条", "写成“第十三条”，款和项不写在这里")
        if label in found:
            raise source.fault(fields["article"], f"“{label}”写了两次", "请删去一处")
        if effect not in EFFECTS:
            raise source.fault(fields["effect"], f"不认识“{effect}”", f"可以写：{'、'.join(EFFECTS)}")
        found[label] = Article(label, source.text(fields["about"]), effect)
    return found


class _Tables:
    """Reads the tables of one file against the articles and the shape."""

    def __init__(self, source: YamlSource, articles: Mapping[str, Article], shape: Mapping[str, TableShape]) -> None:
        self.source, self.articles, self.shape = source, articles, shape

    def read(self, root: yaml.Node, parts: Mapping[str, yaml.Node]) -> dict[str, Table]:
        """All tables, exactly those that the shape names."""
        found: dict[str, Table] = {}
        for part in ("values", "words"):
            if part in parts:
                wanted = [name for name, shape in self.shape.items() if (shape.unit is None) == (part == "words")]
                for name, node in self.source.fields(parts[part], required=wanted).items():
                    found[name] = self._table(name, node)
        for name in self.shape:
            if name not in found:
                raise self.source.fault(root, f"缺少“{name}”表", "规则要用这张表，请在 words 里补上")
        return found

    def _table(self, name: str, node: yaml.Node) -> Table:
        shape = self.shape[name]
        required = ("name", "keys", "rows") if shape.unit is None else ("name", "unit", "keys", "rows")
        fields = self.source.fields(node, required=required)
        if shape.unit is not None and (unit := self.source.text(fields["unit"])) != shape.unit:
            raise self.source.fault(fields["unit"], f"“{name}”的单位写的是“{unit}”", f"这张表的单位是“{shape.unit}”")
        keys = tuple(self.source.text(item) for item in self.source.items(fields["keys"]))
        if keys != shape.keys:
            wanted = f"[{', '.join(shape.keys)}]"
            raise self.source.fault(fields["keys"], f"“{name}”的 keys 写的是 [{', '.join(keys)}]", f"应写 {wanted}")
        shown = self.source.text(fields["name"])
        rows = [self._row(name, shown, item) for item in self.source.items(fields["rows"])]
        if not rows:
            raise self.source.fault(fields["rows"], f"“{name}”一行也没有", "至少写一行")
        return Table(shown, keys, self._by_key(rows))

    def _row(self, table: str, shown: str, node: yaml.Node) -> Entry:
        shape = self.shape[table]
        content = "word" if shape.unit is None else "value"
        fields = self.source.fields(node, required=(*shape.keys, content, "from", "article"), optional=("to",))
        begins = self.source.day(fields["from"])
        ends = self.source.day(fields["to"]) if "to" in fields else None
        if ends is not None and ends < begins:
            raise self.source.fault(fields["to"], f"to（{ends}）早于 from（{begins}）", "to 是仍有效的最后一天")
        key = tuple(self.source.key_part(fields[name]) for name in shape.keys)
        article, line = self._citation(fields["article"]), line_of(node)
        if shape.unit is None:
            word = self._word(fields[content], shape.words)
            return DatedWord(table, shown, key, "", begins, ends, article, line, word)
        value = self.source.number(fields[content])
        if shape.unit in _WHOLE_UNITS and value != value.to_integral_value():
            raise self.source.fault(fields[content], f"“{value}”不是整数", f"单位是“{shape.unit}”，请写整数")
        return DatedValue(table, shown, key, shape.unit, begins, ends, article, line, value)

    def _word(self, node: yaml.Node, allowed: tuple[str, ...]) -> str:
        word = self.source.text(node)
        if allowed and word not in allowed:
            raise self.source.fault(node, f"不认识“{word}”", f"规则认得的有：{'、'.join(allowed)}")
        return word

    def _citation(self, node: yaml.Node) -> str:
        label = self.source.text(node)
        article = self.articles.get(base_article(label.rstrip("0123456789")))
        if not _CITATION.fullmatch(label) or article is None:
            raise self.source.fault(node, f"articles 里没有“{label}”", "写成“第八条（一）1”，且该条须列在 articles 里")
        if article.effect == "none":
            raise self.source.fault(node, f"“{article.label}”的 effect 是 none，却写了数值", "请核对出处，或改 effect")
        return label

    def _by_key(self, rows: Collection[Entry]) -> dict[Key, tuple[Entry, ...]]:
        found: dict[Key, tuple[Entry, ...]] = {}
        for row in sorted(rows, key=lambda row: row.from_day):
            earlier = found.get(row.key, ())
            if earlier and (earlier[-1].to_day is None or earlier[-1].to_day >= row.from_day):
                raise self._overlap(earlier[-1], row)
            found[row.key] = (*earlier, row)
        return found

    def _overlap(self, earlier: Entry, row: Entry) -> Exception:
        first, second = sorted((earlier, row), key=lambda one: one.line)
        found = f"“{written_key(row.key)}”在 {row.from_day} 有两个值（另一个在第 {first.line} 行）"
        return self.source.at(second.line, found, "同一天只能有一个值：请给前一个写 to，写到后一个 from 的前一天")


def written_key(key: Key) -> str:
    """A key as a person would say it."""
    return "、".join(map(str, key)) or "（无）"
