"""Proves that the balances are what the rows say."""

from duixian.ledgers.progress.models import Balance
from duixian.ledgers.progress.read import Held, counting, latest_of
from duixian.ledgers.progress.series import Series


def wrong_balances() -> list[str]:
    """A line for each balance that differs from a replay of all rows; empty where all is well."""
    rows = counting().select_related("target").order_by("day", "pk").iterator(chunk_size=2000)
    replayed = {(item.target, item.series): item for item in latest_of(rows)}
    kept = {(b.target_id, Series(b.place_id, b.for_body_id, b.counter)): b for b in Balance.objects.all()}
    wrong = [f"{_name(*key)}：有填报，没有余额" for key in replayed if key not in kept]
    wrong += [f"{_name(*key)}：有余额，没有填报" for key in kept if key not in replayed]
    return wrong + [
        f"{_name(*key)}：逐笔重算到 {item.day} 为 {item.value:f}（第 {item.posting} 笔），余额记的是 "
        f"{kept[key].day} 的 {kept[key].value:f}（第 {kept[key].posting_id} 笔）"
        for key, item in replayed.items()
        if key in kept and not _same(item, kept[key])
    ]


def _same(item: Held, kept: Balance) -> bool:
    return (item.day, item.value, item.posting) == (kept.day, kept.value, kept.posting_id)


def _name(target: int, series: Series) -> str:
    words = [f"指标 {target}"]
    words += [f"地区 {series.place}"] if series.place else []
    words += [f"单位 {series.body}"] if series.body else []
    return "、".join(words + ([f"计数 {series.counter}"] if series.counter else []))
