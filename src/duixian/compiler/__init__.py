"""Reads official documents: text in, documents and findings out. Imports no Django; works as a library."""

from duixian.compiler.pipeline import read
from duixian.compiler.reading import Reading

__all__ = ["Reading", "read"]
