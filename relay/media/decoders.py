"""Loading what opens a file, before the process that opens it may open nothing else."""

import codecs
import importlib
import pkgutil

from relay.media.kinds import Kind

_PILLOW = ("Image", "ImageChops", "ImageCms", "ImageFile", "ImageOps", "ImageSequence")
# Pillow looks for a kind of picture among these when it comes to it, which would be too late.
_PLUGINS = ("Avif", "Bmp", "Gif", "Jpeg", "Jpeg2K", "Mpo", "Png", "Ppm", "Tiff", "WebP")
_PICTURES = (
    *(f"PIL.{name}" for name in _PILLOW),
    *(f"PIL.{name}ImagePlugin" for name in _PLUGINS),
)
_NEEDED: dict[Kind, tuple[str, ...]] = {
    Kind.PICTURE: (*_PICTURES, "pi_heif", "pi_heif.as_plugin"),
    Kind.PAPER: (*_PICTURES, "pikepdf", "pikepdf.models", "pypdfium2"),
}

_CODECS = (
    *("ascii", "latin-1", "cp1252", "mac-roman", "utf-8", "utf-8-sig", "utf-16", "utf-16-le"),
    *("utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "raw-unicode-escape", "unicode-escape"),
)
"""How words are written in papers. Python reads each from a file of its own when it comes to it."""


def load_decoders(kind: Kind) -> None:
    """Load the libraries that open a kind of file, whole."""
    for name in _NEEDED.get(kind, ()):
        importlib.import_module(name)
    if kind is Kind.RECORDING:
        _load_whole("av")
    if kind in (Kind.PICTURE, Kind.PAPER):
        from PIL import Image

        Image.preinit()
        for name in _CODECS:
            codecs.lookup(name)


def load_prints() -> None:
    """Load what says how a picture looks."""
    importlib.import_module("dhash")


def _load_whole(package: str) -> None:
    """Load a package with everything in it that it would load when it comes to it."""
    for found in pkgutil.walk_packages(importlib.import_module(package).__path__, f"{package}."):
        if not found.name.endswith("__main__"):
            importlib.import_module(found.name)
