"""How the process runs: settings, socket, service manager, starting and ending."""
