"""Formatting of texts: which words are bold, covered, struck out …, apart from the words."""

from relay.formatting.marks import read_marks
from relay.formatting.styles import Style, StyledText, StyleRange, styled_text

__all__ = ["Style", "StyleRange", "StyledText", "read_marks", "styled_text"]
