"""The application server: a few processes of a few threads, the same under `make run` and under systemd."""

import os

bind = os.environ.get("BIND") or f"{os.environ.get('HOST', '127.0.0.1')}:{os.environ.get('PORT', '8000')}"
workers = int(os.environ.get("WEB_CONCURRENCY") or 2)
threads = 4
timeout = 120
# Dictionaries of the grammar weigh tens of megabytes: load once, share between the processes.
preload_app = True
control_socket_disable = True


def when_ready(server):
    """Say at the start what keeps this machine from making papers; everything else works without them."""
    from mentoring.lib.pdf import pdf_ready

    for problem in pdf_ready():
        server.log.warning(problem)
