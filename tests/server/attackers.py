"""Clients that mean no good, or are only slow: `python -m tests.server.attackers KIND PORT COUNT SECONDS`.

They run in a process of their own, so that they do not slow down the probe they are meant to hinder. Each keeps its
connection as long as it can, and comes back when it is closed. They stop by themselves, and talk to 127.0.0.1 only.
"""

import asyncio
import contextlib
import socket
import sys
from collections.abc import Awaitable, Callable

from tests.server.requests import ASSESSMENT, get, post

Stream = tuple[asyncio.StreamReader, asyncio.StreamWriter]
LARGE = get("/v1/openapi.json")


async def says_nothing(reader, writer):
    await reader.read()


async def half_a_header(reader, writer):
    writer.write(b"GET /healthz HTTP/1.1\r\nHost: x\r\nX-Ha")
    await reader.read()


async def half_a_body(reader, writer):
    writer.write(post(ASSESSMENT)[:-10])
    await reader.read()


async def half_a_chunk(reader, writer):
    writer.write(post(b"", chunked=True) + b"400\r\n{")
    await reader.read()


async def a_body_withheld(reader, writer):
    """Announces more than is accepted, and sends nothing of it."""
    writer.write(post(b"", length=10_000_000))
    await _until_closed(reader)


async def a_byte_a_second_of_header(reader, writer):
    await _drip(reader, writer, b"GET /healthz HTTP/1.1\r\nHost: x\r\nX-Slow: " + b"x" * 1000)


async def a_byte_a_second_of_body(reader, writer):
    whole = post(ASSESSMENT)
    begin = whole.index(b"\r\n\r\n") + 4
    writer.write(whole[:begin])
    await _drip(reader, writer, whole[begin:])


async def reads_nothing(reader, writer):
    """Asks for much, 30 times, and takes nothing of it."""
    writer.transport.pause_reading()
    writer.write(LARGE * 30)
    await asyncio.sleep(3600)


async def answered_and_not_closed(reader, writer):
    writer.write(get("/healthz", close=True))
    await reader.read()
    await asyncio.sleep(60)


async def keeps_its_connection(reader, writer):
    while True:
        writer.write(get("/healthz"))
        if not await reader.read(4096):
            return
        await asyncio.sleep(1)


async def asks_many_at_once(reader, writer):
    writer.write(get("/healthz") * 50)
    await _until_closed(reader)


async def speaks_no_http(reader, writer):
    writer.write(b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\xff" * 200)
    await reader.read()
    await asyncio.sleep(60)


KINDS: dict[str, Callable[..., Awaitable[None]]] = {
    act.__name__: act
    for act in (
        says_nothing,
        half_a_header,
        half_a_body,
        half_a_chunk,
        a_body_withheld,
        a_byte_a_second_of_header,
        a_byte_a_second_of_body,
        reads_nothing,
        answered_and_not_closed,
        keeps_its_connection,
        asks_many_at_once,
        speaks_no_http,
    )
}


async def _until_closed(reader):
    while await reader.read(65536):
        pass


async def _drip(reader, writer, data: bytes):
    closed = asyncio.ensure_future(reader.read())
    for byte in data:
        writer.write(bytes([byte]))
        done, _ = await asyncio.wait({closed}, timeout=1)
        if done:
            return


async def _come_back(act, port: int, connected: list[int]):
    while True:
        with contextlib.suppress(OSError):
            sock = socket.socket()
            if act is reads_nothing:
                sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            sock.setblocking(False)
            await asyncio.get_running_loop().sock_connect(sock, ("127.0.0.1", port))
            reader, writer = await asyncio.open_connection(sock=sock)
            connected[0] += 1
            try:
                await act(reader, writer)
            finally:
                writer.transport.abort()
        await asyncio.sleep(0.2)


async def attack(kind: str, port: int, count: int, seconds: float):
    connected = [0]
    tasks = [asyncio.ensure_future(_come_back(KINDS[kind], port, connected)) for _ in range(count)]
    await asyncio.sleep(seconds)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    sys.stdout.write(f"{kind}: {connected[0]} connections\n")


if __name__ == "__main__":
    kind, port, count, seconds = sys.argv[1:]
    asyncio.run(attack(kind, int(port), int(count), float(seconds)))
