"""Papers with something hidden in them, as tests hand them in."""

import base64
import io
import zlib
from collections.abc import Callable
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from PIL import Image, ImageCms

CANARY = "CANARY-7f3a"


def written(build: Callable[[pikepdf.Pdf], None], **how: Any) -> bytes:
    """A one-page PDF with the words of an agenda, to which `build` adds what is to be hidden."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(200, 100))
    page.obj.Resources = Dictionary(
        Font=Dictionary(F=Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
    )
    page.Contents = pdf.make_stream(b"BT /F 12 Tf 20 50 Td (AGENDA) Tj ET")
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


def _attachment(pdf: pikepdf.Pdf, description: str = "") -> pikepdf.AttachedFileSpec:
    return pikepdf.AttachedFileSpec(
        pdf,
        CANARY.encode(),
        filename=f"{CANARY}.txt",
        description=description,
        mime_type="",
        creation_date="",
        mod_date="",
    )


def attached_file(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["notes.txt"] = _attachment(pdf, description=CANARY)


def attached_to_a_page(pdf: pikepdf.Pdf) -> None:
    spec = _attachment(pdf).obj
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
    pdf.pages[0].obj.Resources.XObject = Dictionary(Im0=image)


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


PAGE_FONT = Dictionary(
    F=Dictionary(
        Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Private=String(CANARY)
    )
)


def drawing(content: str, **resources: Any) -> Callable[[pikepdf.Pdf], None]:
    """Words that are seen, and something else."""

    def build(pdf: pikepdf.Pdf) -> None:
        kinds = {f"/{key}": Dictionary(**kind) for key, kind in resources.items()}
        pdf.pages[0].obj.Resources = Dictionary({"/Font": PAGE_FONT, **kinds})
        seen = "BT /F 12 Tf 10 80 Td (AGENDA) Tj ET"
        pdf.pages[0].Contents = pdf.make_stream(f"{seen} {content}".encode())

    return build


def image(data: bytes, filters: list[Name], **more: Any) -> Callable[[pikepdf.Pdf], None]:
    def build(pdf: pikepdf.Pdf) -> None:
        drawing("q 50 0 0 50 100 10 cm /Im0 Do Q")(pdf)
        keys = {
            "Type": Name.XObject,
            "Subtype": Name.Image,
            "Width": 16,
            "Height": 16,
            "ColorSpace": Name.DeviceRGB,
            "BitsPerComponent": 8,
            "PrivateKey": String(CANARY),
        } | more
        stream = pdf.make_stream(data, **keys)
        stream.write(data, filter=Array(filters))
        pdf.pages[0].obj.Resources.XObject = Dictionary(Im0=stream)

    return build


def in_base_85(data: bytes) -> bytes:
    return base64.a85encode(data) + b"~>"


def jpeg_2000() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (16, 16), (200, 30, 30)).save(out, "JPEG2000", comment=CANARY)
    data = out.getvalue()
    box = CANARY.encode()
    return data + (len(box) + 8).to_bytes(4, "big") + b"xml " + box


def inline_photograph(pdf: pikepdf.Pdf) -> None:
    head = b"BT (AGENDA) Tj ET q 50 0 0 50 100 10 cm BI /W 16 /H 16 /CS /RGB /BPC 8 /F /DCT ID "
    pdf.pages[0].Contents = pdf.make_stream(head + camera_jpeg() + b" EI Q")


def layer(name: str, *, off: bool) -> Callable[[pikepdf.Pdf], None]:
    def build(pdf: pikepdf.Pdf) -> None:
        group = pdf.make_indirect(
            Dictionary(
                Type=Name.OCG,
                Name=String(name),
                Usage=Dictionary(CreatorInfo=Dictionary(Creator=String(CANARY))),
            )
        )
        chosen = Dictionary(Order=Array([group]), Creator=String(CANARY))
        if off:
            chosen.OFF = Array([group])
        pdf.Root.OCProperties = Dictionary(OCGs=Array([group]), D=chosen)
        text = CANARY if off else "SEEN"
        content = f"/OC /L BDC BT /F 12 Tf 10 40 Td ({text}) Tj ET EMC"
        drawing(content, Properties={"L": group})(pdf)

    return build


def note_with_an_answer(pdf: pikepdf.Pdf) -> None:
    note = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Highlight,
            Rect=Array([0, 0, 50, 20]),
            T=String(CANARY),
            Contents=String(CANARY),
            RC=String(CANARY),
            Subj=String(CANARY),
        )
    )
    popup = Dictionary(Type=Name.Annot, Subtype=Name.Popup, Parent=note, T=String(CANARY))
    pdf.pages[0].obj.Annots = Array([note, pdf.make_indirect(popup)])


def titles(pdf: pikepdf.Pdf) -> None:
    item = pdf.make_indirect(Dictionary(Title=String(CANARY)))
    pdf.Root.Outlines = Dictionary(First=item, Last=item, Count=1)
    element = Dictionary(S=Name.P, T=String(CANARY), ID=String(CANARY), Private=String(CANARY))
    pdf.Root.StructTreeRoot = Dictionary(
        K=Array([pdf.make_indirect(element)]), ClassMap=Dictionary({f"/{CANARY}": Dictionary()})
    )


def place_of_a_picture(pdf: pikepdf.Pdf) -> None:
    figure = Dictionary(S=Name.Figure, Alt=String(f"C:\\Users\\{CANARY}\\rally.png"))
    pdf.Root.StructTreeRoot = Dictionary(K=Array([pdf.make_indirect(figure)]))


def unknown_keys(pdf: pikepdf.Pdf) -> None:
    for holder in (pdf.Root, pdf.pages[0].obj, pdf.trailer):
        holder["/PrivateKey"] = pdf.make_stream(CANARY.encode())
    pdf.Root.Names = Dictionary(Unheard=Dictionary(Names=Array([String("x"), String(CANARY)])))
    pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(P=String(CANARY))]))
    pdf.pages[0].obj.Thumb = pdf.make_stream(CANARY.encode(), Width=1, Height=1)


def photographer_of_colours(pdf: pikepdf.Pdf) -> None:
    profile = pdf.make_stream(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile.write(profile.read_bytes() + CANARY.encode())
    profile.N = 3
    ink = Array(
        [
            Name.Separation,
            Name(f"/{CANARY}"),
            Name.DeviceGray,
            Dictionary(FunctionType=2, Domain=Array([0, 1]), N=1, Private=String(CANARY)),
        ]
    )
    spaces = {"C": Array([Name.ICCBased, profile]), "S": ink}
    drawing("/C cs 1 0 0 sc 0 0 9 9 re f /S cs 1 scn 9 0 9 9 re f", ColorSpace=spaces)(pdf)


def font_with(**more: Any) -> Callable[[pikepdf.Pdf], None]:
    """Words in a font that has something more."""

    def build(pdf: pikepdf.Pdf) -> None:
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, **more)
        drawing("BT /G 12 Tf 10 40 Td (SEEN) Tj ET")(pdf)
        pdf.pages[0].obj.Resources.Font.G = font

    return build


DRAWN = [
    font_with(ToUnicode=Name(f"/{CANARY}")),
    font_with(Encoding=Name(f"/{CANARY}")),
    font_with(Encoding=Dictionary(BaseEncoding=Name(f"/{CANARY}"))),
    drawing(f"[ ({CANARY}) ] TJ"),
    drawing(f"q 0 0 0 0 re W n BT /F 12 Tf 10 40 Td ({CANARY}) Tj ET Q"),
    drawing(f"q 900 900 5 5 re W n BT /F 12 Tf 10 40 Td ({CANARY}) Tj ET Q"),
    image(camera_jpeg(), [Name.DCTDecode]),
    image(in_base_85(camera_jpeg()), [Name.ASCII85Decode, Name.DCTDecode]),
    image(zlib.compress(camera_jpeg()), [Name.FlateDecode, Name.DCTDecode]),
    image(
        in_base_85(zlib.compress(camera_jpeg())),
        [Name.ASCII85Decode, Name.FlateDecode, Name.DCTDecode],
    ),
    image(camera_jpeg().hex().encode() + b">", [Name.ASCIIHexDecode, Name.DCTDecode]),
    image(jpeg_2000(), [Name.JPXDecode]),
    image(zlib.compress(jpeg_2000()), [Name.FlateDecode, Name.JPXDecode]),
    image(zlib.compress(bytes(768) + CANARY.encode()), [Name.FlateDecode]),
    image(bytes(768) + CANARY.encode(), []),
    inline_photograph,
    layer("Notes", off=True),
    layer(CANARY, off=False),
    note_with_an_answer,
    titles,
    place_of_a_picture,
    unknown_keys,
    photographer_of_colours,
    drawing(f"% {CANARY}\n"),
    drawing(f"/Span <</ActualText ({CANARY}) /Who ({CANARY})>> BDC EMC"),
    drawing(f"/P /Q BDC EMC /{CANARY} MP", Properties={"Q": Dictionary(Who=String(CANARY))}),
    drawing(f"({CANARY}) unheard ({CANARY}) BX EX"),
    drawing("", XObject={CANARY: Dictionary()}),
    drawing("", Unheard={"Key": String(CANARY)}),
    # Words that nobody sees.
    drawing(f"BT 3 Tr /F 12 Tf 10 40 Td ({CANARY}) Tj ET"),
    drawing(f"BT 1 g /F 12 Tf 10 40 Td ({CANARY}) Tj ET"),
    drawing(f"BT /F 12 Tf 10 40 Td ({CANARY}) Tj ET 0 g 0 35 200 20 re f"),
    drawing(f"BT /F 12 Tf 10 400 Td ({CANARY}) Tj ET"),
    drawing(f"BT /F 12 Tf -900 40 Td ({CANARY}) Tj ET"),
    drawing(f"BT /F 0.01 Tf 10 40 Td ({CANARY}) Tj ET"),
    drawing(f"q 0 0 1 1 re W n BT /F 12 Tf 10 40 Td ({CANARY}) Tj ET Q"),
]
"""Where more is drawn than the words of an agenda, which stay to be seen."""
