pytest_plugins = ["practice_pds"]
