"""Inputs in S3, from a server on this machine that speaks its protocol; one object fails, one is slow."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import standin

from extractor.domain.errors import UnreadableInput
from extractor.runs import batch
from extractor.runs.engines.serial import Serial
from extractor.runs.streams import stream
from extractor.store import open_database, read

s3fs = pytest.importorskip("s3fs", reason="s3fs is not installed: pip install -e '.[dev]'")
server = pytest.importorskip("moto.server", reason="moto's server is not installed: pip install -e '.[dev]'")

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")
SLOW_SECONDS = 1.0


class Moody:
    """In front of the server: an object named `broken` answers 500, one named `slow` takes its time."""

    def __init__(self, inner: Any) -> None:
        self.inner = inner

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Any:
        if environ["REQUEST_METHOD"] == "GET" and "broken" in environ["PATH_INFO"]:
            start_response("500 Internal Server Error", [("Content-Type", "text/plain"), ("Content-Length", "4")])
            return [b"oops"]
        if environ["REQUEST_METHOD"] == "GET" and "slow" in environ["PATH_INFO"]:
            time.sleep(SLOW_SECONDS)
        return self.inner(environ, start_response)


@pytest.fixture(scope="module")
def endpoint() -> Iterator[str]:
    from werkzeug.serving import make_server

    application = server.DomainDispatcherApplication(server.create_backend_app)
    running = make_server("127.0.0.1", 0, Moody(application), threaded=True)
    thread = threading.Thread(target=running.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{running.server_port}"
    running.shutdown()
    thread.join()


@pytest.fixture
def bucket(endpoint: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    keys = {"AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test", "AWS_DEFAULT_REGION": "us-east-1"}
    places = {"AWS_ENDPOINT_URL": endpoint, "FSSPEC_S3_ENDPOINT_URL": endpoint}
    for name, value in {**keys, **places, "AWS_MAX_ATTEMPTS": "1"}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(s3fs.S3FileSystem, "retries", 1)
    files = s3fs.S3FileSystem(key="test", secret="test", endpoint_url=endpoint, skip_instance_cache=True)  # noqa: S106
    files.makedirs("news", exist_ok=True)
    for name in ("fast", "slow", "broken"):
        lines = [json.dumps({"url": f"https://example.org/{name}/{i}", "text": f"{i} and 7"}) for i in range(3)]
        files.pipe(f"news/{name}.jsonl", "\n".join(lines).encode())
    yield "s3://news"
    s3fs.S3FileSystem.clear_instance_cache()


def run(home: Path, *urls: str) -> int:
    summary = batch.run(home, standin.STAGES, Serial(lambda: standin.STAGES), given=stream(urls))
    return summary.articles


def test_objects_are_streamed_into_a_run(bucket: str, tmp_path: Path) -> None:
    began = time.monotonic()
    assert run(tmp_path, f"{bucket}/fast.jsonl", f"{bucket}/slow.jsonl") == 6
    assert time.monotonic() - began >= SLOW_SECONDS


def test_an_object_that_fails_is_named_and_what_came_before_it_is_kept(bucket: str, tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match=r"broken\.jsonl"):
        run(tmp_path, f"{bucket}/fast.jsonl", f"{bucket}/broken.jsonl")
    assert run(tmp_path, f"{bucket}/fast.jsonl") == 3
    with closing(open_database(tmp_path, read_only=True)) as db:
        assert len(list(read.read_articles(db))) == 3


def test_a_missing_object_is_refused(bucket: str) -> None:
    with pytest.raises(UnreadableInput):
        list(stream([f"{bucket}/none.jsonl"]))
