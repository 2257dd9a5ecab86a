"""Words: what people read and type, in each language, and how a piece of text is written."""
