"""The reports' own tables: lights kept ready."""

from duixian.reports.lit.models import LitLine, LitMark

__all__ = ["LitLine", "LitMark"]
