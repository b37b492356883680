"""What every answer owes to the browser: its headers, by kind of answer."""

FRAMING = {"attachment": ("DENY", "'none'"), "inline": ("SAMEORIGIN", "'self'")}
# What a browser may show by itself: a paper, the emblem of the letterhead.
SHOWN = ("application/pdf", "image/png", "image/jpeg")


def _policy(response):
    parts = [part.split() for part in response["Content-Security-Policy"].split(";")]
    return {name: " ".join(values) for name, *values in parts}


def _wrong_page(response):
    policy = _policy(response)
    yield from [name for name, value in policy.items() if "unsafe" in value or "*" in value or "http" in value]
    if (policy["default-src"], policy["frame-ancestors"], response["X-Frame-Options"]) != ("'none'", "'none'", "DENY"):
        yield f"loads or is framed: {policy}"


def _wrong_file(response):
    way = response["Content-Disposition"].partition(";")[0]
    framing, ancestors = FRAMING[way]
    if _policy(response) != {"default-src": "'none'", "frame-ancestors": ancestors}:
        yield f"policy of a file: {response['Content-Security-Policy']}"
    if response["X-Frame-Options"] != framing:
        yield f"framing of a file: {response['X-Frame-Options']}"
    if way == "inline" and response["Content-Type"] not in SHOWN:
        yield f"shown in the page: {response['Content-Type']}"


def faults_of(response):
    """What is wrong with the headers of an answer to somebody signed in, in words."""
    is_page = response["Content-Type"].startswith(("text/html", "application/json")) or response.status_code == 302
    yield from (_wrong_page if is_page else _wrong_file)(response)
    for name, value in {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin"}.items():
        if response.get(name) != value:
            yield f"{name}: {response.get(name)}"
    if "no-store" not in response.get("Cache-Control", ""):
        yield "kept by the browser"
    for cookie in response.cookies.values():
        # One that is taken away holds nothing.
        if cookie["max-age"] != 0 and not (cookie["httponly"] and cookie["samesite"] in ("Lax", "Strict")):
            yield f"cookie {cookie.key}"
