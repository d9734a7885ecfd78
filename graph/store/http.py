"""Requests to a SPARQL server that the user named: bounded in time and size, with errors that say what to do.

Nothing else in the project opens a connection to one. Redirections are not followed: they could carry a password away.
"""

from __future__ import annotations

import os
import re
import time
import weakref
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from cemai.graph.errors import QueryError, StoreError

if TYPE_CHECKING:
    import httpx

SECONDS = 600.0  # for one request, from its start to the last byte of the answer
SILENCE = 300.0  # without a byte
LARGEST = 512 * 1024 * 1024  # bytes of one answer
_HINTS = {
    404: "nothing there: is the address right? 地址不存在，请核对",
    405: "this address does not accept such a request: is it the right one? 该地址不支持此操作",
    413: "too large for the server 请求过大",
    415: "the server does not accept this kind of content at this address 服务器在此地址不接受该格式",
    503: "the server is not ready: try again later 服务器暂不可用，请稍后再试",
}


@dataclass(frozen=True)
class Access:
    """Who asks. A digest never sends the password itself."""

    user: str = ""
    password: str = ""
    digest: bool = False

    @classmethod
    def from_environment(cls) -> Access:
        """CEMAI_SPARQL_USER, CEMAI_SPARQL_PASSWORD and CEMAI_SPARQL_DIGEST (any text but 0)."""
        known = os.environ.get
        digest = known("CEMAI_SPARQL_DIGEST", "") not in ("", "0")
        return cls(known("CEMAI_SPARQL_USER", ""), known("CEMAI_SPARQL_PASSWORD", ""), digest)


@dataclass(frozen=True)
class Response:
    """A whole answer of status 2xx: its kind without parameters, its headers in lower case and its bytes."""

    kind: str
    headers: Mapping[str, str]
    body: bytes


class Connection:
    """Requests with the credentials of one user. Raises StoreError; QueryError where the server refuses a query."""

    def __init__(self, access: Access) -> None:
        httpx = _httpx()
        self._errors, self._access = httpx, access
        given = (access.user, access.password)
        auth = httpx.DigestAuth(*given) if access.digest else httpx.BasicAuth(*given)
        self._client = httpx.Client(auth=auth if access.user else None, timeout=httpx.Timeout(SILENCE, connect=20.0))
        weakref.finalize(self, self._client.close)

    def send(self, method: str, url: str, *, missing: bool = False, **request: Any) -> Response:
        """Send a request (httpx's ``params``, ``data``, ``content``, ``headers``) and read the answer to its end.

        With `missing` status 404 is an answer as good as any.
        """
        shown = checked(url)
        until = time.monotonic() + SECONDS
        try:
            with self._client.stream(method, url, **request) as response:
                body = bytearray()
                for chunk in response.iter_bytes():
                    body += chunk
                    _bounds(shown, len(body), until)
                if not (missing and response.status_code == 404):
                    self._status(shown, response, bytes(body))
                kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
                return Response(kind, {k.lower(): v for k, v in response.headers.items()}, bytes(body))
        except self._errors.TimeoutException:
            raise StoreError(f"{shown}: no answer in time 服务器未及时应答") from None
        except (self._errors.HTTPError, self._errors.InvalidURL) as error:
            raise StoreError(f"{shown}: {_excerpt(str(error)) or type(error).__name__} 无法连接，或连接中断") from None

    def _status(self, shown: str, response: httpx.Response, body: bytes) -> None:
        """Raise for any status but 2xx."""
        status = response.status_code
        if status < 300:
            return
        if status == 401:
            raise StoreError(f"{shown}: {self._refused(response)}")
        words = _excerpt(body[:4000].decode("utf-8", "replace"), response.headers.get("content-type", ""))
        if status < 400:
            words = f"it points to {_excerpt(response.headers.get('location', ''))}: give that address 请改用该地址"
        hint = _HINTS.get(status, "")
        kind = QueryError if status == 400 else StoreError
        raise kind(f"{shown}: status {status}. {hint} {words}".rstrip())

    def _refused(self, response: httpx.Response) -> str:
        if not self._access.user:
            return "asks for a user: --user or CEMAI_SPARQL_USER, CEMAI_SPARQL_PASSWORD 需要用户名与密码"
        asked = response.headers.get("www-authenticate", "").lower()
        more = " (Virtuoso accepts Digest only: --digest 需用 Digest 认证)" if not self._access.digest else ""
        if self._access.digest and asked.startswith("basic"):
            more = " (it accepts Basic authentication: leave --digest out 请去掉 --digest)"
        return f"refused user {self._access.user!r} with this password 用户名或密码不被接受{more}"


def checked(url: str) -> str:
    """The address without its query, to be shown; StoreError for one that is none or holds a password."""
    try:
        parts = urlsplit(url)
        _ = parts.port  # ValueError for one that is none
    except ValueError:
        raise StoreError(f"{url!r} is not an address 不是有效的地址") from None
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise StoreError(f"{url!r} is not an address of a server: http://… or https://… 不是服务器地址")
    if parts.username or parts.password:
        raise StoreError("keep user and password out of the address: use --user and CEMAI_SPARQL_PASSWORD "
                         "地址中不要写用户名和密码")  # fmt: skip
    return f"{parts.scheme}://{parts.netloc}{parts.path}"


def _bounds(shown: str, size: int, until: float) -> None:
    if size > LARGEST:
        raise StoreError(f"{shown}: the answer is over {LARGEST >> 20} MB: ask for less 应答过大")
    if time.monotonic() > until:
        raise StoreError(f"{shown}: the answer takes over {SECONDS:.0f} s 应答超时")


def _excerpt(text: str, kind: str = "") -> str:
    """What a server says, in one short line without marks and control characters."""
    if "html" in kind or "xml" in kind:
        text = re.sub(r"(?s)<(style|script).*?</\1>|<[^>]*>", " ", text)
    line = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return line[:200] + ("…" if len(line) > 200 else "")


def _httpx() -> Any:
    try:
        import httpx
    except ImportError:
        raise StoreError(
            "a server is reached with httpx: pip install 'cemai[push]' 连接服务器需安装 cemai[push]"
        ) from None
    return httpx
