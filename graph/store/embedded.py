"""The embedded store: a folder of builds and a link ``current`` that names the one that answers.

A build is made in a new folder and takes over by renaming a link onto ``current``; until then, and after any
failure, readers see the old one. Readers open read-only: a second read-write open would fail on the lock.
"""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from cemai.graph.errors import StoreError
from filelock import FileLock, Timeout
from pyoxigraph import NamedNode, Quad, Store

from .self_description import DESCRIPTION, VOID, WHOLE

CURRENT = "current"
BUILDS = "builds"
_KEPT = 2


def is_url(where: Path | str) -> bool:
    """Whether a place is a server's address. A Path that was made of one has lost a slash and counts, too."""
    return str(where).lower().startswith(("http:/", "https:/"))


def local(where: Path | str) -> Path:
    """The folder of a store; StoreError for a server's address."""
    if is_url(where):
        raise StoreError(f"{where} is a server: this needs the folder of a built graph (--store DIR) "
                         "此操作需要本地图谱目录，不能用服务器地址")  # fmt: skip
    return Path(where)


def open_read_only(where: Path | str) -> Store:
    """The store that answers. Raises StoreError with the way out when there is none."""
    root = local(where)
    link = root / CURRENT
    try:
        if root.exists() and not root.is_dir():
            raise StoreError(f"{root} is a file, not a directory of a graph {root} 是文件而不是目录")
        target = current(root)
        if target is None:
            raise StoreError(f"no graph in {root}: run `cemai build` first 尚未建图，请先运行 cemai build")
        store = Store.read_only(str(target))
    except (OSError, ValueError, RuntimeError) as error:
        raise StoreError(f"cannot open the graph at {link}: {error} 图谱损坏，请重新构建（cemai build）") from None
    if missing := _missing(store):
        raise StoreError(f"the graph at {link} is not whole, or not of this program: it has no {missing}: "
                         "run `cemai build` 图谱不完整，或并非由本程序构建，请运行 cemai build")  # fmt: skip
    return store


def _missing(store: Store) -> str:
    """What the store lacks of the graphs that its own description names; empty for a whole one."""
    named = [quad.object for quad in store.quads_for_pattern(WHOLE, NamedNode(VOID + "subset"), None, DESCRIPTION)]
    if not named:
        return str(DESCRIPTION.value)
    return next((g.value for g in named if isinstance(g, NamedNode) and not store.contains_named_graph(g)), "")


def current(root: Path) -> Path | None:
    """The folder of the build that answers, or None. A text file stands in where links are not allowed."""
    link = root / CURRENT
    try:
        if link.is_symlink() or link.is_dir():
            target = link.resolve()
        elif link.is_file():
            target = root / link.read_text(encoding="utf-8").strip()
        else:
            return None
        return target if target.is_dir() else None
    except (OSError, RuntimeError, ValueError):  # a link to itself, a file of something else: a build may replace it
        return None


@contextmanager
def building(where: Path | str) -> Iterator[Path]:
    """A new folder for a build, under a lock; it takes over when the block ends well, else it is removed."""
    root = local(where)
    try:
        (root / BUILDS).mkdir(parents=True, exist_ok=True)
        lock = FileLock(root / "lock", timeout=0)
        lock.acquire()
    except Timeout:
        raise StoreError(f"another build is writing to {root} 另一个构建正在进行") from None
    except OSError as error:
        raise StoreError(f"cannot write a graph at {root}: {error.strerror} 无法写入图谱目录") from None
    try:
        _sweep(root)
        folder = root / BUILDS / secrets.token_hex(6)
        folder.mkdir()
        try:
            yield folder
            _publish(root, folder)
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        _sweep(root)
    finally:
        lock.release()


def write(folder: Path, quads: Iterable[Quad]) -> Store:
    """Bulk load quads into a new store in `folder`."""
    store = Store(str(folder / "store"))
    store.bulk_extend(quads)
    return store


def _publish(root: Path, folder: Path) -> None:
    target = Path(BUILDS) / folder.name / "store"
    new = root / f"{CURRENT}.new"
    new.unlink(missing_ok=True)
    try:
        new.symlink_to(target, target_is_directory=True)
    except OSError:  # Windows without the right to make links
        new.write_text(target.as_posix(), encoding="utf-8")
    new.replace(root / CURRENT)


def _sweep(root: Path) -> None:
    """Remove builds that no link names, but keep the last ones: a reader may still hold the one before."""
    answering = current(root)
    others = [f for f in (root / BUILDS).iterdir() if not answering or f != answering.parent]
    finished = sorted((f for f in others if (f / "done").exists()), key=lambda f: f.stat().st_mtime)
    keep = set(finished[-(_KEPT - 1) :])
    for folder in others:
        if folder not in keep:
            shutil.rmtree(folder, ignore_errors=True)
