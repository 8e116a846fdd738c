"""政府督查工作条例 (国务院令第733号, in force since 2021-02-01): how long one may object, and when one is answered.

>>> import datetime as dt
>>> objection_days(on=dt.date(2026, 9, 1)).value, objection_days(on=dt.date(2026, 9, 1)).article
(Decimal('30'), '第十七条')
"""

from duixian.policy.acts.supervision.periods import decision_days, objection_days, shipped_act

__all__ = ["decision_days", "objection_days", "shipped_act"]
