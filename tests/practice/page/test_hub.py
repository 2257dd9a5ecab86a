"""Telling open pages what has changed."""

from practice.page.hub import Hub


async def test_each_page_hears_everything_in_order() -> None:
    hub = Hub()
    with hub.listening() as one, hub.listening() as two:
        hub.publish("chat", {"text": "é"}, key="a")
        hub.publish("feed", [])
        for listener in (one, two):
            heard = await anext(listener.read())
            assert heard == 'event: chat\ndata: {"text":"é"}\n\nevent: feed\ndata: []\n\n'


async def test_a_slow_page_hears_the_newest_of_each_part() -> None:
    hub = Hub()
    with hub.listening() as listener:
        for number in range(1000):
            hub.publish("chat", number, key="a")
        hub.publish("chat", "other", key="b")
        heard = await anext(listener.read())
        assert heard == 'event: chat\ndata: 999\n\nevent: chat\ndata: "other"\n\n'


async def test_a_new_beginning_takes_back_what_was_not_heard() -> None:
    hub = Hub()
    with hub.listening() as listener:
        hub.publish("chat", 1)
        hub.forget()
        hub.publish("restarted", {})
        assert await anext(listener.read()) == "event: restarted\ndata: {}\n\n"


async def test_text_cannot_end_an_event() -> None:
    hub = Hub()
    with hub.listening() as listener:
        hub.publish("chat", "one\n\nevent: state\ndata: {}\r\n")
        heard = await anext(listener.read())
        assert heard.count("\n") == 3
        assert "\r" not in heard
