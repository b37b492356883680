"""Databases for measurements, one for each case."""

import secrets


def fresh_database(address):
    """Address of a new database on the server of ``address``, a socket as `deploy.run_tests` gives it."""
    import psycopg

    server, _slash, _name = address.rpartition("/")
    folder, name = server.rpartition("@")[2].removeprefix("/"), f"case_{secrets.token_hex(4)}"
    with psycopg.connect(host=f"/{folder}", user="postgres", dbname="postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return f"{server}/{name}"
