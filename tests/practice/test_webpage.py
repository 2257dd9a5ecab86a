"""What is read out of a page."""

from practice.webpage import words_of


def test_words_come_line_by_line_and_pictures_as_their_descriptions() -> None:
    page = (
        "<html><head><title>Hidden</title><style>p {}</style></head><body><h1>Rent\n strike</h1>"
        "<p>Friday <b>7 pm</b><br>Town Hall</p><ul><li>One</li><li>Two</li></ul>"
        '<script>1</script><img src="card.png" alt="A card"></body></html>'
    )
    assert words_of(page) == ["Rent strike", "Friday 7 pm", "Town Hall", "One", "Two", "[A card]"]
