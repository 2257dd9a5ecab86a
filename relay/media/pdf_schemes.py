"""The keys of a PDF's parts that are copied, and how: ISO 32000-2, 7.10, 8 and 9, without the rest.

Left out on purpose: metadata, private data of programs, thumbnails, associated files, alternative
images, transfer functions and halftones (of printers), character sets, and every unknown key.
"""

# One word says how a value is copied: `plain` numbers, `name` a name, `flag` yes or no; any other
# is a kind of part, with a list of keys of its own.
SCHEMES: dict[str, dict[str, str]] = {
    "font": {
        "Type": "name", "Subtype": "name", "BaseFont": "fontname", "FirstChar": "plain",
        "LastChar": "plain", "Widths": "plain", "FontDescriptor": "descriptor",
        "Encoding": "encoding", "ToUnicode": "cmap", "DescendantFonts": "fonts", "W": "widths",
        "DW": "plain", "W2": "widths", "DW2": "plain", "CIDSystemInfo": "ordering",
        "CIDToGIDMap": "glyphs", "FontBBox": "plain", "FontMatrix": "plain",
    },
    "descriptor": {
        "Type": "name", "FontName": "fontname", "Flags": "plain", "FontBBox": "plain",
        "FontStretch": "name", "FontWeight": "plain", "ItalicAngle": "plain", "Ascent": "plain",
        "Descent": "plain", "Leading": "plain", "CapHeight": "plain", "XHeight": "plain",
        "StemV": "plain", "StemH": "plain", "AvgWidth": "plain", "MaxWidth": "plain",
        "MissingWidth": "plain", "FontFile": "program", "FontFile2": "program",
        "FontFile3": "program",
    },
    "encoding": {"Type": "name", "BaseEncoding": "name", "Differences": "differences"},
    "graphics": {
        "Type": "name", "LW": "plain", "LC": "plain", "LJ": "plain", "ML": "plain", "D": "dashes",
        "OP": "flag", "op": "flag", "OPM": "plain", "FL": "plain", "SM": "plain", "SA": "flag",
        "BM": "blend", "SMask": "mask", "CA": "plain", "ca": "plain", "AIS": "flag", "TK": "flag",
        "Font": "fontsize",
    },
    "mask": {"Type": "name", "S": "name", "G": "form", "BC": "plain", "TR": "function"},
    "group": {"Type": "name", "S": "name", "CS": "space", "I": "flag", "K": "flag"},
    "shading": {
        "ShadingType": "plain", "ColorSpace": "space", "Background": "plain", "BBox": "plain",
        "AntiAlias": "flag", "Domain": "plain", "Coords": "plain", "Function": "function",
        "Extend": "flags", "Matrix": "plain", "BitsPerCoordinate": "plain",
        "BitsPerComponent": "plain", "BitsPerFlag": "plain", "Decode": "plain",
        "VerticesPerRow": "plain",
    },
    "function": {
        "FunctionType": "plain", "Domain": "plain", "Range": "plain", "Size": "plain",
        "BitsPerSample": "plain", "Order": "plain", "Encode": "plain", "Decode": "plain",
        "C0": "plain", "C1": "plain", "N": "plain", "Functions": "functions", "Bounds": "plain",
    },
    "white": {
        "WhitePoint": "plain", "BlackPoint": "plain", "Gamma": "plain", "Matrix": "plain",
        "Range": "plain",
    },
    "pattern": {
        "Type": "name", "PatternType": "plain", "PaintType": "plain", "TilingType": "plain",
        "BBox": "plain", "XStep": "plain", "YStep": "plain", "Matrix": "plain",
        "Shading": "shading", "ExtGState": "graphics",
    },
    "form": {
        "Type": "name", "Subtype": "name", "FormType": "plain", "BBox": "plain",
        "Matrix": "plain", "Group": "group",
    },
    "image": {
        "Type": "name", "Subtype": "name", "Width": "plain", "Height": "plain",
        "BitsPerComponent": "plain", "ImageMask": "flag", "Decode": "plain",
        "Interpolate": "flag", "Mask": "stencil", "SMask": "image", "Matte": "plain",
        "ColorSpace": "space",
    },
}  # fmt: skip

NAMES = frozenset(
    {"Font", "Type0", "Type1", "MMType1", "TrueType", "Type3", "CIDFontType0", "CIDFontType2"}
    | {"FontDescriptor", "Encoding", "MacRomanEncoding", "WinAnsiEncoding", "MacExpertEncoding"}
    | {"StandardEncoding", "ExtGState", "Mask", "Alpha", "Luminosity", "Group", "Transparency"}
    | {"Pattern", "XObject", "Form", "Image", "Normal", "Condensed", "SemiCondensed", "Expanded"}
    | {"ExtraCondensed", "UltraCondensed", "SemiExpanded", "ExtraExpanded", "UltraExpanded"}
    | {"Multiply", "Screen", "Overlay", "Darken", "Lighten", "ColorDodge", "ColorBurn", "Hue"}
    | {"HardLight", "SoftLight", "Difference", "Exclusion", "Saturation", "Color", "Compatible"}
)
"""Names that mean the same in every file."""
