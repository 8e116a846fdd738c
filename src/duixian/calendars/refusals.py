"""What a calendar refuses to guess; each message is Chinese and says what is missing, why it matters, what to do."""

import datetime as dt


class UnpublishedYearError(LookupError):
    """Nobody has entered which days of the year are worked in the region."""

    def __init__(self, region: str, *, year: int, told: str) -> None:
        self.region, self.year = region, year
        super().__init__(told)

    @classmethod
    def national(cls, region: str, *, year: int, file: str) -> "UnpublishedYearError":
        """The national arrangement itself is missing."""
        told = (
            f"{year}年的全国放假调休安排没有收录，算不出工作日；凭往年猜，期限就可能差几天。"
            f"请在国务院办公厅公布后，于“{file}”的 years 下加上 {year} 年，或升级 chinesecalendar。"
        )
        return cls(region, year=year, told=told)

    @classmethod
    def local(cls, region: str, *, year: int, file: str) -> "UnpublishedYearError":
        """The national days are known, the region's own are not."""
        told = (
            f"{year}年的全国放假调休安排已有，{region}的地方假日没有收录，算不出{region}的工作日。"
            f"请按{region}公布的通知，于“{file}”的 years 下加上 {year} 年（确无地方假日的写 off: []）；"
            f"也可只按全国安排计算，结果会注明“未含地方假日”。"
        )
        return cls(region, year=year, told=told)


class UnknownRegionError(LookupError):
    """There is no file for the region."""

    def __init__(self, region: str, *, known: tuple[str, ...], folder: str) -> None:
        self.region, self.known = region, known
        super().__init__(
            f"没有“{region}”的工作日历；已有：{'、'.join(known)}。没有地方假日的地区请用“全国”，"
            f"有的请在“{folder}”里照已有的文件加一个。"
        )


class RestDayError(LookupError):
    """Office hours were asked for a day without any."""

    def __init__(self, region: str, *, day: dt.date, reason: str) -> None:
        self.region, self.day, self.reason = region, day, reason
        super().__init__(f"{day}不是{region}的工作日（{reason}），没有上下班时间。请先顺延到下一个工作日。")


class HoursUnknownError(LookupError):
    """No office hours are in force on the day: they are not known, which is not the same as closed."""

    def __init__(self, region: str, *, day: dt.date, file: str) -> None:
        self.region, self.day = region, day
        super().__init__(
            f"{region}在 {day} 的上下班时间没有收录，定不出当天几点截止。请于“{file}”的 hours 下加上当时的作息时间。"
        )
