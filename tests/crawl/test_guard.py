"""Connections go to public addresses only, whatever a name resolves to."""

from __future__ import annotations

import asyncio
from datetime import date
from ipaddress import IPv4Address, IPv6Address

import pytest
from bad_server import BadServer
from hypothesis import given
from hypothesis import strategies as st

from extractor.crawl import Fetcher, guard
from extractor.domain import Capture, Policy
from extractor.domain.errors import InputError, Refused
from extractor.sites import Site

NOT_PUBLIC = [
    "127.0.0.1", "127.8.8.8", "0.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
    "192.0.2.1", "198.18.0.1", "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1",
    "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a00:1", "2002:7f00:1::",
    "2002:c0a8:101::1", "2001:db8::1",
]  # fmt: skip
PUBLIC = ["93.184.216.34", "8.8.8.8", "2606:2800:220:1:248:1893:25c8:1946", "::ffff:8.8.8.8", "64:ff9b::808:808"]


def abroad(host: str = "paper.example", *, loopback: bool = False) -> Site:
    return Site(
        code="paper", name="Paper", hosts=(host,), languages=("en",), time_zone="UTC", allow_loopback=loopback,
        policy=Policy(crawl=True, requests_per_minute=60_000, rests_on="a test", reviewed=date(2026, 1, 1)),
    )  # fmt: skip


@pytest.mark.parametrize("address", NOT_PUBLIC)
def test_addresses_that_are_not_on_the_public_internet(address):
    assert not guard.is_public(address)


@pytest.mark.parametrize("address", PUBLIC)
def test_addresses_that_are(address):
    assert guard.is_public(address)


@given(st.ip_addresses(v=4))
def test_an_address_inside_an_address_counts_as_what_it_holds(address):
    inside = [f"::ffff:{address}", str(IPv6Address(int(IPv6Address("64:ff9b::")) + int(address)))]
    expected = IPv4Address(address).is_global and not address.is_multicast
    assert {guard.is_public(one) for one in inside} == {expected}


@pytest.mark.parametrize("address", ["127.0.0.1", "10.0.0.1", "::1", "169.254.169.254"])
def test_a_name_that_leads_to_a_private_address_is_refused_before_a_byte_is_sent(server, hasty, address):
    async def resolver(host: str, port: int) -> list[str]:
        return [address]

    fetcher = Fetcher(contact="a@example.org", limits=hasty.limits, tls=hasty.tls, resolver=resolver)
    port = server.netloc.partition(":")[2]
    with pytest.raises(Refused, match="not on the public internet"):
        fetcher.fetch(f"http://paper.example:{port}/a.html", abroad())
    assert server.log == []


@pytest.mark.parametrize("spelling", ["127.0.0.1", "2130706433", "0x7f000001", "127.1", "localhost", "[::1]"])
def test_however_loopback_is_spelt_it_is_refused(server, hasty, spelling):
    fetcher = Fetcher(contact="a@example.org", limits=hasty.limits, tls=hasty.tls)
    port = server.netloc.partition(":")[2]
    with pytest.raises(Refused):
        fetcher.fetch(f"http://{spelling}:{port}/a.html", abroad(spelling.strip("[]")))
    assert server.log == []


def test_a_name_that_resolves_to_something_else_the_second_time_gains_nothing(hasty, monkeypatch):
    """127.0.0.2 stands for a public address; the name moves to 127.0.0.1 after the first page."""
    monkeypatch.setattr(guard, "is_public", lambda address: address == "127.0.0.2")
    with BadServer("127.0.0.2") as outside, BadServer("127.0.0.1") as inside:
        outside.page("/1.html", b"<p>public</p>", connection="close")
        outside.page("/robots.txt", b"", connection="close")
        inside.page("/2.html", b"<p>secret</p>")
        port = outside.netloc.partition(":")[2]
        answers = [["127.0.0.2"], ["127.0.0.2"], ["127.0.0.1"]]

        async def resolver(host: str, asked: int) -> list[str]:
            return answers.pop(0) if len(answers) > 1 else answers[0]

        fetcher = Fetcher(contact="a@example.org", limits=hasty.limits, tls=hasty.tls, resolver=resolver)

        async def both() -> Capture:
            async with fetcher.session([abroad()]) as session:
                got = await session.fetch(f"http://paper.example:{port}/1.html", abroad())
                with pytest.raises(Refused, match=r"127\.0\.0\.1"):
                    await session.fetch(f"http://paper.example:{port}/2.html", abroad())
                assert isinstance(got, Capture)
                return got

        assert asyncio.run(both()).body == b"<p>public</p>"
        assert inside.log == []


def test_when_the_first_address_does_not_answer_the_next_one_is_tried(server, hasty, monkeypatch):
    monkeypatch.setattr(guard, "is_public", lambda address: address.startswith("127.0.0."))
    server.page("/1.html", b"<p>page</p>")

    async def resolver(host: str, port: int) -> list[str]:
        return ["127.0.0.3", "127.0.0.1"]

    fetcher = Fetcher(contact="a@example.org", limits=hasty.limits, tls=hasty.tls, resolver=resolver)
    got = fetcher.fetch(f"http://paper.example:{server.netloc.partition(':')[2]}/1.html", abroad())
    assert isinstance(got, Capture)
    assert server.log[0].headers["host"].startswith("paper.example")


def test_a_site_on_this_machine_opens_its_own_port_and_no_other(server, site, hasty):
    with BadServer() as other:
        other.page("/a.html", b"secret")
        stray = site.model_copy(update={"hosts": (server.netloc, "localhost")})
        server.page("/a.html", b"mine")
        assert isinstance(hasty.fetch(server.url("/a.html"), stray), Capture)
        with pytest.raises(Refused, match="not on a host"):
            hasty.fetch(other.url("/a.html"), stray)
        server.page("/b.html", b"", "302 Found", location=other.url("/a.html"))
        with pytest.raises(Refused, match="not on a host"):
            hasty.fetch(server.url("/b.html"), stray)
        assert other.log == []


@pytest.mark.parametrize("address", ["ftp://paper.example/a", "file:///etc/passwd", "gopher://a.example/", "data:,x"])
def test_only_http_and_https_are_fetched(hasty, address):
    with pytest.raises(Refused, match="only http and https"):
        Fetcher(contact="a@example.org", limits=hasty.limits, tls=hasty.tls).fetch(address, abroad())


def test_without_a_contact_nobody_is_asked(hasty):
    with pytest.raises(InputError, match="EXTRACTOR_CONTACT"):
        hasty.fetch("http://paper.example/a.html", abroad())
