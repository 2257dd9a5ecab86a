"""PDF papers without their hidden data and without anything that runs.

A PDF names its author and the programs it went through, keeps earlier versions of itself, carries
other files and scripts, and its photographs still know where they were taken. The pages as they
are seen, and the structure that screen readers use, stay.
"""

import io
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from relay.media.errors import MediaError
from relay.media.jpeg import without_metadata

if TYPE_CHECKING:
    import pikepdf

MAX_OBJECTS = 200_000
"""Parts of a file. A long illustrated agenda has a few thousand."""
MAX_PHOTOGRAPH = 64 * 1024 * 1024
"""Bytes of one unpacked JPEG inside the PDF."""

# ISO 32000-2: metadata (14.3), private data of programs (14.5), additional actions (12.6.3),
# page thumbnails (12.3.4), associated files (14.13), article threads, signatures (12.8.4).
_EVERYWHERE = ("/Metadata", "/PieceInfo", "/AA", "/Thumb", "/LastModified", "/AF")
_IN_CATALOGUE = ("/OpenAction", "/Collection", "/DSS", "/Perms", "/Threads", "/URI", "/Legal")
_IN_NAMES = ("/JavaScript", "/EmbeddedFiles", "/AlternatePresentations", "/Renditions", "/URLS")
_IN_FORM = ("/XFA", "/SigFlags", "/CO")
_LIVELY_ACTIONS = frozenset(
    [
        "/JavaScript",
        "/Launch",
        "/SubmitForm",
        "/ResetForm",
        "/ImportData",
        "/GoToR",
        "/GoToE",
        "/Rendition",
        "/RichMediaExecute",
        "/Movie",
        "/Sound",
        "/SetOCGState",
        "/Trans",
        "/GoTo3DView",
    ]
)
_LIVELY_ANNOTATIONS = frozenset(
    {"/3D", "/FileAttachment", "/Movie", "/RichMedia", "/Screen", "/Sound"}
)
_HARMLESS_LINKS = ("http://", "https://", "mailto:", "tel:")


def clean_document(data: bytes, *, max_objects: int = MAX_OBJECTS) -> bytes:
    """Return the PDF with the same pages and without metadata, scripts and attached files.

    A file that only forbids printing or copying is opened and written without that lock. What is
    drawn on a page but covered (a black bar over a name) or on a hidden layer is still in it.

    Args:
        data: the file.
        max_objects: files of more parts are refused.

    Raises:
        MediaError: `encrypted`, `damaged`, `unsupported` (not a PDF) or `too_complex`.
    """
    import pikepdf

    if b"%PDF-" not in data[:1024]:
        raise MediaError("unsupported")
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            if len(pdf.objects) > max_objects:
                raise MediaError("too_complex")
            if not len(pdf.pages):
                raise MediaError("damaged")
            _strip(pdf)
            out = io.BytesIO()
            # Written anew, so that earlier versions and whatever nothing leads to stay behind.
            pdf.save(
                out,
                deterministic_id=True,
                encryption=False,
                object_stream_mode=pikepdf.ObjectStreamMode.generate,
            )
        return out.getvalue()
    except (MediaError, MemoryError):
        raise
    except pikepdf.PasswordError:
        raise MediaError("encrypted") from None
    except Exception:  # noqa: BLE001 - a file made to break the library can raise anything
        raise MediaError("damaged") from None


def _strip(pdf: "pikepdf.Pdf") -> None:
    import pikepdf

    _drop(pdf.trailer, "/Info", "/ID")
    _drop(pdf.Root, *_IN_CATALOGUE)
    for key, unwanted in (("/Names", _IN_NAMES), ("/AcroForm", _IN_FORM)):
        part = pdf.Root.get(key)
        if isinstance(part, pikepdf.Dictionary):
            _drop(part, *unwanted)
    for page in pdf.pages:
        _strip_annotations(page.obj)
    for dictionary in _dictionaries(pdf):
        _strip_dictionary(dictionary)


def _strip_annotations(page: "pikepdf.Object") -> None:
    import pikepdf

    annotations = page.get("/Annots")
    if not isinstance(annotations, pikepdf.Array):
        return
    kept = [
        annotation
        for annotation in list(annotations)
        if isinstance(annotation, pikepdf.Dictionary)
        and str(annotation.get("/Subtype")) not in _LIVELY_ANNOTATIONS
    ]
    for annotation in kept:
        _drop(annotation, "/M", "/CreationDate", "/NM")
        # In a form field /T is the field's name; in a comment it is the name of who wrote it.
        if str(annotation.get("/Subtype")) != "/Widget":
            _drop(annotation, "/T")
    page["/Annots"] = pikepdf.Array(kept)


def _strip_dictionary(dictionary: "pikepdf.Object") -> None:
    import pikepdf

    _drop(dictionary, *_EVERYWHERE)
    if _is_lively(dictionary):
        _drop(dictionary, *_keys(dictionary))
    if "/EF" in dictionary:
        _drop(dictionary, "/EF", "/RF", "/F", "/UF", "/Desc")
    if str(dictionary.get("/FT")) == "/Sig":
        # A signature holds the name and the certificate of who signed; it is void by now anyway.
        _drop(dictionary, "/V")
    if isinstance(dictionary, pikepdf.Stream) and str(dictionary.get("/Subtype")) == "/Image":
        _strip_photograph(dictionary)


def _is_lively(dictionary: "pikepdf.Object") -> bool:
    """Whether it is an action that does more than show another place, or names a local file."""
    if str(dictionary.get("/S")) in _LIVELY_ACTIONS or "/JS" in dictionary:
        return True
    link = dictionary.get("/URI")
    return link is not None and not str(link).strip().lower().startswith(_HARMLESS_LINKS)


def _strip_photograph(image: "pikepdf.Stream") -> None:
    """Take the metadata out of a JPEG that is kept in the PDF as the camera wrote it."""
    import pikepdf

    filters = image.get("/Filter")
    chain = [str(f) for f in filters] if isinstance(filters, pikepdf.Array) else [str(filters)]
    parameters = image.get("/DecodeParms")
    raw = image.read_raw_bytes()
    if chain == ["/FlateDecode", "/DCTDecode"] and parameters is None:
        unpacking = zlib.decompressobj()
        raw = unpacking.decompress(raw, MAX_PHOTOGRAPH)
        if unpacking.unconsumed_tail:
            raise MediaError("too_large")
    elif chain != ["/DCTDecode"]:
        return
    image.write(
        without_metadata(raw),
        filter=pikepdf.Name("/DCTDecode"),
        decode_parms=parameters if isinstance(parameters, pikepdf.Dictionary) else None,
    )


def _dictionaries(pdf: "pikepdf.Pdf") -> Iterator["pikepdf.Object"]:
    """Every dictionary and stream of the file, also those inside others."""
    import pikepdf

    for top in pdf.objects:
        waiting: list[object] = [top]
        while waiting:
            item = waiting.pop()
            if isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
                yield item
                children: list[object] = [item.get(key) for key in _keys(item)]
            elif isinstance(item, pikepdf.Array):
                children = list(item)
            else:
                continue
            # What is referred to comes by itself, as one of the file's objects.
            waiting += [c for c in children if isinstance(c, pikepdf.Object) and not c.is_indirect]


def _keys(dictionary: "pikepdf.Object") -> list[str]:
    return [str(key) for key in dictionary.keys()]  # noqa: SIM118 - a stream cannot be iterated


def _drop(dictionary: "pikepdf.Object", *keys: str) -> None:
    for key in keys:
        if key in dictionary:
            del dictionary[key]
