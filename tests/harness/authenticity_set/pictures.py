"""Pictures of posts, what phones and people do to them, and others: made here, not found."""

import io
import random
from collections.abc import Callable

from PIL import Image, ImageDraw, ImageFilter, ImageFont

from relay.cards import Card, draw_card

Change = Callable[[Image.Image], bytes]


def photo(seed: int, size: tuple[int, int] = (1200, 900)) -> Image.Image:
    """Something with light, shade and shapes, as a photograph has."""
    chance = random.Random(seed)
    small = Image.effect_noise((24, 18), 90).resize(size, Image.Resampling.BICUBIC)
    small = Image.new("L", (24, 18))
    small.putdata([chance.randrange(256) for _ in range(24 * 18)])
    canvas = small.resize(size, Image.Resampling.BICUBIC).convert("RGB")
    pen = ImageDraw.Draw(canvas)
    for _ in range(9):
        x, y = chance.randrange(size[0]), chance.randrange(size[1])
        r = chance.randrange(40, 260)
        pen.ellipse((x - r, y - r, x + r, y + r), fill=tuple(chance.randrange(256) for _ in "rgb"))
    return canvas.filter(ImageFilter.GaussianBlur(3))


def flyer(lines: tuple[str, ...], seed: int) -> Image.Image:
    """A flyer: a band, a picture, some lines."""
    chance = random.Random(seed)
    canvas = Image.new("RGB", (1000, 1400), tuple(chance.randrange(180, 256) for _ in "rgb"))
    canvas.paste(photo(seed + 100, (1000, 560)), (0, 0))
    pen = ImageDraw.Draw(canvas)
    for place, line in enumerate(lines):
        font = ImageFont.load_default(90 if place == 0 else 54)
        pen.text((60, 620 + 120 * place), line, fill=(20, 20, 20), font=font)
    return canvas


def card(title: str, when: str, place: str) -> Image.Image:
    drawn = draw_card(Card("Hackney branch", title, when, place)).picture.data
    return Image.open(io.BytesIO(drawn)).convert("RGB")


def jpeg(picture: Image.Image, quality: int = 88) -> bytes:
    out = io.BytesIO()
    picture.convert("RGB").save(out, "JPEG", quality=quality)
    return out.getvalue()


def webp(picture: Image.Image) -> bytes:
    out = io.BytesIO()
    picture.save(out, "WEBP", quality=60)
    return out.getvalue()


def scaled(picture: Image.Image) -> bytes:
    return jpeg(picture.resize((picture.width * 2 // 5, picture.height * 2 // 5)), 70)


def poor(picture: Image.Image) -> bytes:
    return jpeg(picture, 30)


def screenshot(ground: str, ink: str) -> Change:
    def shown(picture: Image.Image) -> bytes:
        screen = Image.new("RGB", (1080, 2340), ground)
        pen = ImageDraw.Draw(screen)
        pen.text((60, 40), "19:02", fill=ink, font=ImageFont.load_default(44))
        pen.text((880, 40), "LTE 71%", fill=ink, font=ImageFont.load_default(44))
        pen.text((160, 150), "Bev  yesterday", fill=ink, font=ImageFont.load_default(54))
        fits = picture.resize((1080, 1080 * picture.height // picture.width))
        screen.paste(fits, (0, (2340 - fits.height) // 2))
        pen.text((480, 2250), "Reply", fill=ink, font=ImageFont.load_default(50))
        return jpeg(screen, 80)

    return shown


def bubble(picture: Image.Image) -> bytes:
    """A screenshot of a chat in which it stands small, among bubbles."""
    screen = Image.new("RGB", (1080, 2340), "#e8e0d8")
    pen = ImageDraw.Draw(screen)
    for place in range(6):
        pen.rounded_rectangle((40, 120 + place * 130, 700, 220 + place * 130), 30, fill="white")
        pen.text(
            (70, 145 + place * 130),
            "did you see this?",
            fill="black",
            font=ImageFont.load_default(44),
        )
    fits = picture.resize((760, 760 * picture.height // picture.width))
    screen.paste(fits, (40, 920))
    return jpeg(screen, 80)


def cropped(left: float, top: float, right: float, bottom: float) -> Change:
    def cut(picture: Image.Image) -> bytes:
        w, h = picture.size
        box = round(w * left), round(h * top), round(w * (1 - right)), round(h * (1 - bottom))
        return jpeg(picture.crop(box), 80)

    return cut


def brighter(picture: Image.Image) -> bytes:
    return jpeg(picture.point(lambda value: min(255, value + 25)), 80)


def turned(picture: Image.Image) -> bytes:
    return jpeg(picture.rotate(90, expand=True))


def stickered(picture: Image.Image) -> bytes:
    marked = picture.copy()
    pen = ImageDraw.Draw(marked)
    w, h = picture.size
    pen.ellipse((w * 0.62, h * 0.62, w * 0.95, h * 0.95), fill="yellow")
    return jpeg(marked)


KNOWN: dict[str, Image.Image] = {
    "photo-1": photo(1),
    "photo-2": photo(2),
    "photo-3": photo(3, (900, 1600)),
    "flyer-fund": flyer(("Strike fund", "Give £5 today", "Sort code 60-83-01", "Acc 20459137"), 4),
    "flyer-party": flyer(("Winter social", "Fri 18 December", "Tickets £6 / £3"), 5),
    "card-general": card("General meeting", "Thursday 3 December at 7 pm", "Old Baths, 80 Eastway"),
    "card-housing": card("Housing working group", "Tuesday 24 November at 8.15 pm", "Online"),
    "card-canvass": card("Canvassing in Wick ward", "Sunday 29 November at 11 am", "Homerton"),
}

COPIES: dict[str, Change] = {
    "poor": poor,
    "scaled": scaled,
    "webp": webp,
    "dark screenshot": screenshot("black", "white"),
    "light screenshot": screenshot("white", "black"),
    "top cropped": cropped(0, 0.06, 0, 0),
    "edges cropped": cropped(0.05, 0.05, 0.05, 0.05),
    "side cropped": cropped(0, 0, 0.08, 0),
    "brighter": brighter,
    "bubble": bubble,
    "stickered": stickered,
    "turned": turned,
}
"""Copies. The last three nobody designed for."""

FORGED: dict[str, tuple[str, Image.Image]] = {
    "fund with another account": (
        "flyer-fund",
        flyer(("Strike fund", "Give £50 today", "Sort code 04-00-75", "Acc 71120934"), 4),
    ),
    "party with another price": (
        "flyer-party",
        flyer(("Winter social", "Fri 18 December", "Tickets £16 / £13"), 5),
    ),
    "general at another time": (
        "card-general",
        card("General meeting", "Thursday 3 December at 9 pm", "Old Baths, 80 Eastway"),
    ),
    "general at another place": (
        "card-general",
        card("General meeting", "Thursday 3 December at 7 pm", "Round Chapel, 2 Glenarm Road"),
    ),
}

OTHERS: dict[str, Image.Image] = {
    **{f"photo-{seed}": photo(seed) for seed in range(20, 40)},
    **{f"tall-{seed}": photo(seed, (900, 1600)) for seed in range(40, 46)},
    "flyer-choir": flyer(("Choir", "Thursdays 7 pm", "All welcome"), 50),
    "flyer-cat": flyer(("Lost cat", "Biscuit, grey", "Call 07700 900233"), 51),
    "card-climate": card("Climate working group", "Monday 30 November at 7 pm", "Library"),
    "card-books": card("Book group", "Wednesday 2 December at 6.30 pm", "61 Leswin Road"),
    "card-agm": card("Annual general meeting of members", "Saturday 6 March at 2 pm", "Town Hall"),
    "plain": Image.new("RGB", (800, 600), "white"),
}
