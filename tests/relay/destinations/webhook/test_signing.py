"""Whoever has the secret can tell that a message is ours and whole."""

from datetime import UTC, datetime

from standardwebhooks import Webhook

from relay.destinations.webhook.settings import keys_of
from relay.destinations.webhook.signing import signed_headers

SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
OTHER = "whsec_" + "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo="
BODY = b'{"test": 2432232314}'
MOMENT = datetime.fromtimestamp(1614265330, UTC)


def test_the_published_example_is_signed_as_it_says() -> None:
    headers = signed_headers("msg_p5jXN8AQM9LWM0D4loKWxJek", BODY, keys_of(SECRET), MOMENT)
    assert headers == {
        "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
        "webhook-timestamp": "1614265330",
        "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    }


def test_the_published_library_takes_what_is_signed_now() -> None:
    headers = signed_headers("msg_a", BODY, keys_of(SECRET), datetime.now(UTC))
    assert Webhook(SECRET).verify(BODY, headers) == {"test": 2432232314}


def test_while_a_secret_is_changed_the_old_and_the_new_one_are_taken() -> None:
    headers = signed_headers("msg_a", BODY, keys_of(f"{SECRET} {OTHER}"), datetime.now(UTC))
    for secret in (SECRET, OTHER):
        assert Webhook(secret).verify(BODY, headers) == {"test": 2432232314}
