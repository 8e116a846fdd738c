"""What should have happened by now: plan curves and lights, arithmetic on dated targets and figures. No Django.

>>> import datetime as dt
>>> from decimal import Decimal
>>> plan = Plan(target=Decimal(120), unit="户", begins=dt.date(2026, 1, 1), due=dt.date(2026, 12, 31))
>>> lit = light(plan, (Figure(dt.date(2026, 6, 30), Decimal(30)),), as_of=dt.date(2026, 6, 30))
>>> lit.word, lit.shape, str(lit.green)
('滞后', '▲', '到2026年7月31日再完成33户（累计63户）即转为按进度。')
"""

from duixian.pace.curve import Curve, Knot, expected_on, plan_curve
from duixian.pace.light import Light, light
from duixian.pace.looks import LOOKS, Code, Look
from duixian.pace.plan import Figure, Plan, Stage
from duixian.pace.scheme import NotInForceError, SchemeError, Schemes, read_schemes, shipped_schemes
from duixian.pace.summary import SEVERITY, code_counts, worst
from duixian.units.sentence import Sentence

__all__ = [
    "LOOKS",
    "SEVERITY",
    "Code",
    "Curve",
    "Figure",
    "Knot",
    "Light",
    "Look",
    "NotInForceError",
    "Plan",
    "SchemeError",
    "Schemes",
    "Sentence",
    "Stage",
    "code_counts",
    "expected_on",
    "light",
    "plan_curve",
    "read_schemes",
    "shipped_schemes",
    "worst",
]
