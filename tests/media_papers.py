"""Papers with something hidden in them, as tests hand them in."""

import io
import zlib
from collections.abc import Callable
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from PIL import Image

CANARY = "CANARY-7f3a"


def written(build: Callable[[pikepdf.Pdf], None], **how: Any) -> bytes:
    """A one-page PDF with the words of an agenda, to which `build` adds what is to be hidden."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(200, 100))
    page.Contents = pdf.make_stream(b"BT (AGENDA) Tj ET")
    build(pdf)
    out = io.BytesIO()
    pdf.save(out, **how)
    return out.getvalue()


def unpacked(data: bytes) -> bytes:
    """Every byte of the file with everything that is packed in it unpacked."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.save(
            out,
            stream_decode_level=pikepdf.StreamDecodeLevel.all,
            compress_streams=False,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )
    return out.getvalue()


def holds(data: bytes, text: str = CANARY) -> bool:
    everything = data + unpacked(data)
    return any(
        form in everything
        for form in (text.encode(), text.encode("utf-16-be"), text.encode().hex().encode())
    )


def info(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/Author"] = CANARY
    pdf.docinfo["/Producer"] = CANARY


def xmp(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata() as metadata:
        metadata["dc:creator"] = [CANARY]


def xmp_of_a_page(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.Metadata = pdf.make_stream(CANARY.encode())


def private_data(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.PieceInfo = Dictionary(App=Dictionary(Private=String(CANARY)))


def attached_file(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["notes.txt"] = pikepdf.AttachedFileSpec(
        pdf, CANARY.encode(), filename=f"{CANARY}.txt", description=CANARY
    )


def attached_to_a_page(pdf: pikepdf.Pdf) -> None:
    spec = pikepdf.AttachedFileSpec(pdf, CANARY.encode(), filename=f"{CANARY}.txt").obj
    pdf.pages[0].obj.Annots = Array(
        [
            Dictionary(
                Type=Name.Annot, Subtype=Name.FileAttachment, Rect=Array([0, 0, 9, 9]), FS=spec
            )
        ]
    )
    pdf.Root.AF = Array([spec])


def script_on_opening(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String(f"app.alert('{CANARY}')"))


def script_by_name(pdf: pikepdf.Pdf) -> None:
    action = pdf.make_indirect(Dictionary(S=Name.JavaScript, JS=pdf.make_stream(CANARY.encode())))
    pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("x"), action])))


def link(**action: Any) -> Callable[[pikepdf.Pdf], None]:
    def build(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.Annots = Array(
            [
                pdf.make_indirect(
                    Dictionary(
                        Type=Name.Annot,
                        Subtype=Name.Link,
                        Rect=Array([0, 0, 9, 9]),
                        A=Dictionary(**action),
                    )
                )
            ]
        )

    return build


def comment(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.Annots = Array(
        [Dictionary(Subtype=Name.Text, T=String(CANARY), Contents=String("Spelling?"))]
    )


def signature(pdf: pikepdf.Pdf) -> None:
    field = Dictionary(FT=Name.Sig, T=String("Signed"), V=Dictionary(Name=String(CANARY)))
    pdf.Root.AcroForm = Dictionary(Fields=Array([pdf.make_indirect(field)]), SigFlags=3)


def camera_jpeg() -> bytes:
    exif = Image.Exif()
    exif[0x010F] = CANARY
    out = io.BytesIO()
    Image.new("RGB", (16, 16), (200, 30, 30)).save(
        out, "JPEG", exif=exif, comment=CANARY.encode(), quality=95
    )
    return out.getvalue() + CANARY.encode()


def photograph(pdf: pikepdf.Pdf) -> None:
    image = pdf.make_stream(
        camera_jpeg(),
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=16,
        Height=16,
        ColorSpace=Name.DeviceRGB,
        BitsPerComponent=8,
        Filter=Name.DCTDecode,
    )
    pdf.pages[0].obj.Resources = Dictionary(XObject=Dictionary(Im0=image))


def packed_photograph(pdf: pikepdf.Pdf) -> None:
    photograph(pdf)
    image = pdf.pages[0].obj.Resources.XObject.Im0
    image.write(zlib.compress(camera_jpeg()), filter=Array([Name.FlateDecode, Name.DCTDecode]))


HIDDEN = [
    info,
    xmp,
    xmp_of_a_page,
    private_data,
    attached_file,
    attached_to_a_page,
    script_on_opening,
    script_by_name,
    link(S=Name.Launch, F=String(f"C:\\Users\\{CANARY}\\x.exe")),
    link(S=Name.GoToR, F=String(f"C:\\Users\\{CANARY}\\x.pdf")),
    link(S=Name.URI, URI=String(f"file:///home/{CANARY}/x.pdf")),
    link(S=Name.JavaScript, JS=String(CANARY)),
    comment,
    signature,
    photograph,
    packed_photograph,
]


def locked(**how: Any) -> bytes:
    return written(info, encryption=pikepdf.Encryption(owner="owner", R=6, **how))
