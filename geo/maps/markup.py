"""Text that others wrote, made harmless for the three places of the page where it stands."""

import base64
import hashlib
import html
import json
import re
from collections.abc import Iterable, Iterator

# Line ends of JavaScript, what an HTML parser looks for, and what UTF-8 cannot carry.
_JSON_RISKS = re.compile("[<>&\u2028\u2029\ud800-\udfff]")
# What a page may not hold even as a character reference.
_HTML_RISKS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def escape(text: str) -> str:
    """Return `text` so that an HTML parser shows it as typed, between tags or in quotes."""
    return html.escape(_HTML_RISKS.sub("\ufffd", text))


def json_block(value: object) -> str:
    """Return `value` as JSON that can stand in a script element that is never executed."""
    return escape_json(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def json_list_block(values: Iterable[object]) -> Iterator[str]:
    """Yield the text of `json_block` of a list, value by value."""
    yield "["
    for number, value in enumerate(values):
        yield f"{',' if number else ''}{json_block(value)}"
    yield "]"


def escape_json(text: str) -> str:
    """Return JSON text with the characters escaped that mean something around it."""
    return _JSON_RISKS.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def script_hash(source: str) -> str:
    """Return a script's source expression for a Content-Security-Policy."""
    digest = hashlib.sha256(source.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
