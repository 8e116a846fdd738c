"""``duixian VERB``: finds the verb's module, hands it the arguments, and leaves its exit code."""

import argparse
import os
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any, NoReturn, Protocol, cast


class VerbModule(Protocol):
    """What a verb's module holds."""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Adds the verb's own arguments."""

    def run(self, args: argparse.Namespace) -> int:
        """Does the work; the result is the exit code: 0 done, 1 not all done, 2 wrongly called."""


@dataclass(frozen=True, slots=True)
class Verb:
    """A line of the table: the module is imported only when the verb is called, so that reading needs no Django."""

    module: str
    summary: str


VERBS: dict[str, Verb] = {
    "read": Verb("duixian.cli.read", "读公文：列出目标、责任、期限和疑点"),
    "compare": Verb("duixian.cli.compare", "比公文：后一年延续、加减了什么，下级承接、加码了什么"),
    "run": Verb("duixian.cli.run", "建站、装载并打开网页"),
    "award": Verb("duixian.cli.award", "体育奖励：决定、说明、换一个办法文件比较"),
    "report": Verb("duixian.cli.report", "报告：季度报告，出 Word、PDF 或 Excel"),
    "account": Verb("duixian.cli.account", "账号救急：管理员无法登录时重设密码"),
    "duties": Verb("duixian.cli.duties", "一个单位的待办：按期限先后，每件写明期限怎么算"),
    "burden": Verb("duixian.cli.burden", "一个月的填报负担：每个县市要填几项、几次、几分钟"),
    "notify": Verb("duixian.cli.notify", "通知：把待办告诉每个人，发当天的邮件摘要"),
    "lights": Verb("duixian.cli.lights", "亮灯：每盏灯的规则、依据、起始日、怎样转绿和预测"),
    "verify": Verb("duixian.cli.verify", "重算台账、核对来源文件，报告不符之处"),
}

# argparse speaks English; these are all the faults that our verbs can provoke.
_FAULTS = (
    (re.compile(r"the following arguments are required: (.+)"), r"缺少参数：\1"),
    (re.compile(r"unrecognized arguments: (.+)"), r"不认识的参数：\1"),
    (re.compile(r"argument (.+?): invalid choice: '?(.*?)'? \(choose from (.+)\)"), r"\1 不能是“\2”，可选：\3"),
    (re.compile(r"argument (.+?): expected (?:one|at least one) argument"), r"\1 后面缺少内容"),
    (re.compile(r"argument (.+?): invalid (?:\w+) value: '?(.*?)'?"), r"\1 的值“\2”不对"),
)
_INTERRUPTED = 130


class Parser(argparse.ArgumentParser):
    """Says in Chinese how a verb is called and what is wrong with a command line, and leaves with 2 then."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings, add_help=False)
        self.add_argument("-h", "--help", action="help", help="显示用法")

    def format_usage(self) -> str:
        return super().format_usage().replace("usage: ", "用法：", 1)

    def format_help(self) -> str:
        words = {
            "usage: ": "用法：",
            "positional arguments:": "参数：",
            "options:": "选项：",
            "可用的命令:": "可用的命令：",
        }
        text = super().format_help()
        for english, chinese in words.items():
            text = text.replace(english, chinese, 1)
        return text

    def error(self, message: str) -> NoReturn:
        for pattern, words in _FAULTS:
            if match := pattern.fullmatch(message):
                message = match.expand(words)
                break
        self.exit(2, f"命令写错了：{message}。用 {self.prog} --help 查看用法。\n")


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the verb that the arguments name. Without one: says which there are."""
    argv = sys.argv[1:] if argv is None else argv
    parser, verb = _parser(argv)
    args = parser.parse_args(argv)
    if verb is None:
        parser.print_help()
        return 2
    try:
        code = verb.run(args)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader of our output went away (| head): nothing is wrong, but Python would complain once more at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        return _INTERRUPTED
    return code


def _parser(argv: Sequence[str]) -> tuple[Parser, VerbModule | None]:
    """The parser with all verbs named but only the called one's module imported."""
    parser = Parser(prog="duixian", description="兑现：把民生实事公文读成可以跟踪的承诺。")
    verbs = parser.add_subparsers(title="可用的命令", metavar="命令")
    called = next((argument for argument in argv if not argument.startswith("-")), None)
    module = None
    for name, verb in VERBS.items():
        of_verb = verbs.add_parser(name, help=verb.summary, description=verb.summary)
        if name == called:
            module = cast("VerbModule", import_module(verb.module))
            module.add_arguments(of_verb)
    return parser, module
