"""The number of an official document (发文字号): the issuer's code, the year in 〔〕, the serial number."""

import re

_NUMBER = re.compile(r"[^\W\d_]{2,20}〔[12][0-9]{3}〕[1-9][0-9]{0,4}号")


def is_document_number(written: str) -> bool:
    """Whether it is written as GB/T 9704-2012 asks: four figures of the year in 〔〕, no leading zero, no 第.

    >>> [is_document_number(one) for one in ("某体发〔2026〕9号", "某体发[2026]9号", "某体发〔2026〕09号")]
    [True, False, False]
    """
    return _NUMBER.fullmatch(written) is not None
