"""What earlier versions of the relay have written, kept to be opened by every later one."""
