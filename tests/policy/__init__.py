"""Tests of the engine and of its acts."""
