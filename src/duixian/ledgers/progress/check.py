"""Proves that the balances are what the rows say."""

from duixian.ledgers.progress.models import Balance
from duixian.ledgers.progress.read import counting


def wrong_balances() -> list[str]:
    """A line for each balance that differs from a replay of all rows; empty where all is well."""
    replayed: dict[tuple[int, int | None], int] = {}
    rows = counting().order_by("day", "pk").values_list("target", "place", "pk")
    for target, place, posting in rows:
        replayed[target, place] = posting
    kept = {(b.target_id, b.place_id): b for b in Balance.objects.select_related("posting")}
    wrong = [
        f"指标 {target}、地区 {place or '—'}：逐笔重算应为第 {posting} 笔，余额记的是另一笔"
        for (target, place), posting in replayed.items()
        if (target, place) not in kept or kept[target, place].posting_id != posting
    ]
    wrong += [f"指标 {t}、地区 {p or '—'}：有余额，没有填报" for t, p in kept if (t, p) not in replayed]
    wrong += [
        f"余额 {b.pk}：日期或数值与所记的填报不同"
        for b in kept.values()
        if (b.day, b.value) != (b.posting.day, b.posting.value)
    ]
    return wrong
