"""What a process that runs queries and the one that started it say to each other: a kind, a length, and the bytes."""

from __future__ import annotations

import json
import struct
from typing import IO, Any

READY, COLUMNS, ROWS, BYTES, DONE, ERROR = b"s", b"c", b"r", b"b", b"d", b"e"
_HEAD = struct.Struct(">cI")


def send(pipe: IO[bytes], kind: bytes, content: Any = None) -> None:
    """Write one frame; content that is no bytes goes as JSON."""
    data = content if isinstance(content, bytes) else json.dumps(content, ensure_ascii=False).encode()
    pipe.write(_HEAD.pack(kind, len(data)) + data)
    pipe.flush()


def receive(pipe: IO[bytes]) -> tuple[bytes, Any] | None:
    """The next frame, None where the other side has ended."""
    head = pipe.read(_HEAD.size)
    if len(head) < _HEAD.size:
        return None
    kind, length = _HEAD.unpack(head)
    data = pipe.read(length)
    if len(data) < length:
        return None
    return kind, data if kind == BYTES else json.loads(data)
