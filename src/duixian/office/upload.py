"""Keeps nobody's upload beyond what a document may have, so that no request fills the disk."""

from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest

from duixian.texts import LIMIT_BYTES

_MARK = "duixian.upload_over_limit"


class LimitedUpload(FileUploadHandler):
    """Stands before Django's own handlers: what they hold of a file is dropped as soon as it is over the limit."""

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """The chunk itself, for the next handler. Errors: SkipFile, with the request marked."""
        if start + len(raw_data) > LIMIT_BYTES:
            if self.request is not None:
                self.request.META[_MARK] = True
            raise SkipFile
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """Leaves the file to the next handler."""


def was_over_limit(request: HttpRequest) -> bool:
    """Whether a file of this request was dropped for its size."""
    return bool(request.META.get(_MARK))
