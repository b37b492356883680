"""The fixtures every test may ask for."""

pytest_plugins = ["tests.plumbing", "tests.standing", "tests.flushing"]
