"""Handing out a stored or made file so that a browser neither guesses its kind nor runs what is in it."""

from django.http import FileResponse, HttpResponse
from django.utils.http import content_disposition_header


def file_response(file_or_bytes, name, content_type="application/octet-stream", *, inline=False):
    """Answer with a file under its own name (RFC 5987, any letters).

    Takes bytes, a stored file (FieldFile) or any open binary file. ``inline`` shows it in the page of this site
    only; otherwise it is saved. Raises FileNotFoundError if the stored file is gone.
    """
    if isinstance(file_or_bytes, bytes):
        response = HttpResponse(file_or_bytes, content_type=content_type)
    else:
        file = file_or_bytes.open("rb") if hasattr(file_or_bytes, "storage") else file_or_bytes
        response = FileResponse(file, content_type=content_type)
    response["Content-Disposition"] = content_disposition_header(not inline, name)
    response["X-Content-Type-Options"] = "nosniff"
    if inline:
        response["X-Frame-Options"] = "SAMEORIGIN"
    _lock(response, "'self'" if inline else "'none'")
    return response


def _lock(response, frame_ancestors):
    """Nothing in the file may load or run anything."""
    response["Content-Security-Policy"] = f"default-src 'none'; frame-ancestors {frame_ancestors}"
