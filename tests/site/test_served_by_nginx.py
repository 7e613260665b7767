"""The configuration that the guide to hosting gives, as Debian's nginx serves the site with it."""

from __future__ import annotations

import contextlib
import re
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request

import pytest

from conftest import ROOT
from minutebook.site.surroundings import HEADERS

NGINX = shutil.which("nginx", path="/usr/sbin:/usr/bin:/sbin")


@contextlib.contextmanager
def nginx(folder, work):
    """The guide's block ``### nginx`` on a free port, with the folder as its root."""
    guide = (ROOT / "content/guide/hosting.md").read_text(encoding="utf-8")
    block = re.search(r"### nginx\n\n((?:    .*\n|\n)+)", guide)[1]
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = block.replace("listen 80;", f"listen 127.0.0.1:{port};").replace("/srv/minutes", str(folder))
    assert server != block
    temporary = "".join(
        f"{kind}_temp_path {work}/{kind};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    user = "user root;\n" if work.owner() == "root" else ""
    config = work / "nginx.conf"
    config.write_text(
        f"{user}daemon off;\nworker_processes 1;\npid {work}/pid;\nerror_log stderr;\nevents {{}}\n"
        f"http {{\naccess_log off;\n{temporary}{server}}}\n"
    )
    process = subprocess.Popen([NGINX, "-c", str(config), "-p", str(work)], stderr=subprocess.PIPE)
    try:
        for _ in range(200):
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 0.2):
                break
            assert process.poll() is None, process.stderr.read().decode()
            time.sleep(0.02)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(20)
        process.stderr.close()


@pytest.fixture(scope="module")
def host(example, tmp_path_factory):
    if NGINX is None:
        pytest.skip("nginx is not installed")
    with nginx(example / "build/site", tmp_path_factory.mktemp("nginx")) as address:
        yield address


def answer(address, **headers):
    """Status, headers and body of what a server answers."""
    request = urllib.request.Request(address, headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=20) as response:
            return response.status, response.headers, response.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read()


@pytest.mark.parametrize(
    ("path", "media_type"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/data/decisions.csv", "text/csv; charset=utf-8"),
        ("/data/decisions.json", "application/json"),
        ("/data/datapackage.json", "application/json"),
        ("/data/data.zip", "application/zip"),
        ("/feeds/decisions.xml", "application/rss+xml"),
        ("/feeds/decisions.atom", "application/atom+xml"),
        ("/feeds/decisions.json", "application/feed+json"),
        ("/feeds/meetings.ics", "text/calendar; charset=utf-8"),
        ("/sitemap.xml", "application/xml"),
        ("/robots.txt", "text/plain; charset=utf-8"),
        ("/.well-known/security.txt", "text/plain; charset=utf-8"),
        ("/assets/scripts/search.js", "text/javascript; charset=utf-8"),
        ("/favicon.svg", "image/svg+xml"),
    ],
)
def test_every_file_has_its_media_type_and_the_policy(host, path, media_type):
    status, headers, body = answer(host + path)
    assert (status, headers["Content-Type"]) == (200, media_type)
    assert body
    assert {name: headers[name] for name in HEADERS} == HEADERS


@pytest.mark.parametrize(("path", "cors"), [("/data/decisions.csv", "*"), ("/feeds/decisions.json", "*"), ("/", None)])
def test_data_may_be_read_by_pages_of_other_sites_and_pages_may_not(host, path, cors):
    assert answer(host + path)[1]["Access-Control-Allow-Origin"] == cors


@pytest.mark.parametrize("path", ["/", "/data/decisions.csv", "/feeds/decisions.xml", "/feeds/decisions.json"])
def test_text_is_compressed(host, path):
    _, headers, body = answer(host + path, **{"Accept-Encoding": "gzip"})
    assert headers["Content-Encoding"] == "gzip"
    assert body[:2] == b"\x1f\x8b"


def test_what_is_not_there_is_said_to_be_so_on_the_site_s_own_page(host):
    status, headers, body = answer(f"{host}/nowhere/")
    assert status == 404
    assert b"Page not found" in body
    assert headers["Content-Security-Policy"] == HEADERS["Content-Security-Policy"]


@pytest.mark.parametrize("path", ["/assets/", "/data/", "/feeds/bodies/", "/.well-known/", "/pagefind/"])
def test_no_folder_is_listed(host, path):
    status, _, body = answer(host + path)
    assert b"Index of" not in body
    assert status in (200, 403, 404)


def test_the_file_for_static_hosts_says_the_same(example):
    lines = (example / "build/site/_headers").read_text().splitlines()
    assert lines[0] == "/*"
    assert dict(line.strip().split(": ", 1) for line in lines[1 : 1 + len(HEADERS)]) == HEADERS
    assert lines[-2:] == ["/api/*", "  Access-Control-Allow-Origin: *"]
