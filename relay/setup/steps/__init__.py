"""The steps of `relay setup`, one module each; `relay.setup.order` puts them in order."""
