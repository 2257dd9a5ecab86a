"""What tests are built on: a whole relay, or a part of it, with a clock that the test moves."""
