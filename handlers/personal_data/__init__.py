"""`about me` and `forget me`: what is kept of whoever asks, and how it is destroyed."""
