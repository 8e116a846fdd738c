"""A zip archive that is opened only if it is no bomb."""

import io
import zipfile
from functools import cached_property

from duixian.texts.file import UnreadableFile

# A document of 20 MB is mostly pictures, which hardly shrink; one of plain XML shrinks to a tenth or so.
_LIMIT_UNPACKED_BYTES = 200_000_000
_LIMIT_FILES = 10_000


class Archive:
    """The files of a zip archive. Errors: UnreadableFile when broken, encrypted or too large once unpacked."""

    def __init__(self, data: bytes, *, name: str) -> None:
        self.name = name
        try:
            # Never closed: it holds bytes in memory and no file.
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, UnicodeError) as error:
            raise self._broken() from error
        self._refuse_bombs()

    @cached_property
    def names(self) -> frozenset[str]:
        return frozenset(self._zip.namelist())

    def read(self, path: str) -> bytes:
        """The bytes of one file. zipfile stops at the size that the directory states, so a lie there gains nothing."""
        try:
            return self._zip.read(path)
        except Exception as error:  # zipfile passes on what zlib, lzma and its own asserts raise
            raise self._broken() from error

    def _refuse_bombs(self) -> None:
        files = self._zip.infolist()
        unpacked = sum(file.file_size for file in files)
        if unpacked > _LIMIT_UNPACKED_BYTES or len(files) > _LIMIT_FILES:
            wrong = f"解开后有 {unpacked / 1e6:.0f} MB、{len(files)} 个文件，大得不正常，可能是恶意文件"
            raise UnreadableFile(self.name, wrong=wrong, cure="请用原来的软件重新保存一份再试")
        if any(file.flag_bits & 1 for file in files):
            raise UnreadableFile(self.name, wrong="加了密码，打不开", cure="请去掉密码后重新保存再试")

    def _broken(self) -> UnreadableFile:
        return UnreadableFile(self.name, wrong="已损坏，解不开", cure="请用原来的软件打开确认，重新保存后再试")
