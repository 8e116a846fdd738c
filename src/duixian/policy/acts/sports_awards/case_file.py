"""A file of claims: one claim, one case or many, as JSON; what is no claim at all is refused with a reason."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NoReturn

from duixian.units import gettext_noop

LIMIT_BYTES = 32 * 1024 * 1024
_LONGEST_WHOLE = 18


class CaseFileError(ValueError):
    """A file that holds no claims; the message is for whoever handed it in."""

    def __init__(self, template: str, /, **values: object) -> None:
        super().__init__(template.format(**values))


@dataclass(frozen=True, slots=True)
class Case:
    """One claim with the id it goes by. ``raw`` is None where the case brings no claim."""

    id: str | int | None
    raw: Mapping[str, Any] | None


def read_cases(data: bytes) -> tuple[Case, ...]:
    """The cases in ``data``: {"cases": […]}, a list of cases, one case ({"id", "input"}) or a bare claim.

    Errors: CaseFileError.
    """
    if len(data) > LIMIT_BYTES:
        raise too_large(len(data))
    found = _parsed(data)
    if isinstance(found, dict) and isinstance(found.get("cases"), list):
        found = found["cases"]
    if isinstance(found, list):
        if not all(isinstance(one, dict) and ("input" in one or "claim_type" in one) for one in found):
            raise CaseFileError(gettext_noop("这一列里有的不是奖励申请：每一项应有 id 和 input"))
        return tuple(_case(one) for one in found)
    if isinstance(found, dict) and ("input" in found or "claim_type" in found):
        return (_case(found),)
    raise CaseFileError(gettext_noop("这不是奖励申请：应是写有 claim_type 的申请，或写有 cases 的案件文件"))


def too_large(size: int) -> CaseFileError:
    """The complaint about a file's size; to be made before reading it."""
    template = gettext_noop("文件有 {size} MB，超过 {limit} MB 的上限。请分成几个文件")
    return CaseFileError(template, size=size // 2**20, limit=LIMIT_BYTES // 2**20)


def _case(one: Mapping[str, Any]) -> Case:
    known = one.get("id")
    shown = known if known is None or isinstance(known, (str, int)) else str(known)
    if "input" not in one:
        return Case(shown, one)
    return Case(shown, one["input"] if isinstance(one["input"], dict) else None)


def _parsed(data: bytes) -> Any:
    try:
        return json.loads(
            data.decode("utf-8-sig"),
            parse_float=Decimal,
            parse_int=_whole,
            parse_constant=_not_a_number,
            object_pairs_hook=_object,
        )
    except UnicodeDecodeError as error:
        raise CaseFileError(gettext_noop("文件不是 UTF-8 编码。请另存为 UTF-8 的 JSON")) from error
    except json.JSONDecodeError as error:
        template = gettext_noop("文件不是 JSON：第 {line} 行第 {column} 个字附近读不下去")
        raise CaseFileError(template, line=error.lineno, column=error.colno) from error
    except RecursionError as error:
        raise CaseFileError(gettext_noop("文件里一层套一层，套得太深，不是奖励申请")) from error


def _whole(written: str) -> int | Decimal:
    """An int of any sensible length; longer ones become decimals, which no field takes for a count."""
    return int(written) if len(written) <= _LONGEST_WHOLE else Decimal(written)


def _not_a_number(written: str) -> NoReturn:
    raise CaseFileError(gettext_noop("文件里有 {written}，JSON 里不能写"), written=written)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object whose names are all different: of two values for one field neither is to be believed."""
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise CaseFileError(gettext_noop("“{name}”在同一处写了两次，不知以哪个为准。请删去一处"), name=twice)
    return found
