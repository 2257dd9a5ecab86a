"""What officers see and do: the casework conversations."""
