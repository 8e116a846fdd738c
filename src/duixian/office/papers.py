"""Gives a stored paper back as it came: always to be saved and never shown, for it is somebody else's."""

from io import BytesIO

from django.http import FileResponse

from duixian.registers import store


def stored_file(sha256: str, *, name: str) -> FileResponse:
    """The bytes under their own name. Errors: FileNotFoundError, ValueError where the store no longer has them."""
    return FileResponse(
        BytesIO(store.fetch(sha256)), as_attachment=True, filename=name, content_type="application/octet-stream"
    )
