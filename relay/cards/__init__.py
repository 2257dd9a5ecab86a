"""Picture cards: a meeting as a picture, 1200 x 630 pixels, for chats, feeds and link previews.

Drawn from plain values; knows no store and no network. What draws is loaded with the first card.
"""

from relay.cards.card import HEIGHT, WIDTH, Card, Colours, DrawnCard, Notice, NoticeKind

__all__ = ["HEIGHT", "WIDTH", "Card", "Colours", "DrawnCard", "Notice", "NoticeKind", "draw_card"]


def draw_card(card: Card) -> DrawnCard:
    """Draw a card. The same card gives the same bytes.

    Long texts wrap and shrink; what is too long even so ends in an ellipsis and is named in
    `DrawnCard.cut`. Takes some 40 ms of one processor, the first one 150 ms more.

    Raises:
        ValueError: a colour is not `#rrggbb`.
    """
    from relay.cards.drawing import draw

    return draw(card)
