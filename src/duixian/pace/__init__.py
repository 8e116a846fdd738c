"""What should have happened by now: plan curves and lights, arithmetic on dated targets and figures. No Django.

>>> import datetime as dt
>>> from decimal import Decimal
>>> plan = Plan(target=Decimal(120), unit="户", begins=dt.date(2026, 1, 1), due=dt.date(2026, 12, 31))
>>> lit = light(plan, (Figure(dt.date(2026, 6, 30), Decimal(30)),), as_of=dt.date(2026, 6, 30))
>>> lit.word, lit.shape, str(lit.green)
('滞后', '▲', '到2026年7月31日再完成33户（累计63户）即转为按进度。')
"""

from duixian.pace.course import Change, Course, course, history
from duixian.pace.curve import BASIS_WORDS, Basis, Curve, Knot, expected_on, plan_curve
from duixian.pace.forecast import Forecast, Outlook
from duixian.pace.light import Light, forecast, light, light_of
from duixian.pace.looks import COLOURS, LOOKS, SHAPES, Code, Look
from duixian.pace.plan import Figure, Plan, Stage
from duixian.pace.scheme import NotInForceError, Schemes, shipped_schemes
from duixian.pace.scheme_file import read_schemes
from duixian.pace.season import MonthDay, Season, Seasons, read_seasons, shipped_seasons
from duixian.pace.summary import SEVERITY, code_counts, worst
from duixian.units.sentence import Sentence

__all__ = [
    "BASIS_WORDS",
    "COLOURS",
    "LOOKS",
    "SEVERITY",
    "SHAPES",
    "Basis",
    "Change",
    "Code",
    "Course",
    "Curve",
    "Figure",
    "Forecast",
    "Knot",
    "Light",
    "Look",
    "MonthDay",
    "NotInForceError",
    "Outlook",
    "Plan",
    "Schemes",
    "Season",
    "Seasons",
    "Sentence",
    "Stage",
    "code_counts",
    "course",
    "expected_on",
    "forecast",
    "history",
    "light",
    "light_of",
    "plan_curve",
    "read_schemes",
    "read_seasons",
    "shipped_schemes",
    "shipped_seasons",
    "worst",
]
