"""Only addresses on the internet are connected to: nothing of this machine, its network, or a cloud's metadata.

Here are the rules, without Scrapy; `spiders.resolver` applies them to crawls, `detection.visit` to single pages.
"""

from ipaddress import IPv4Address, IPv6Address, ip_address

#: translations of IPv4 addresses: what is behind them counts
_NAT64 = 0x64_FF9B << 96
#: names that were refused in this process, with the address they stood for
REFUSED: dict[str, str] = {}


class NotPublic(Exception):
    """A host is not on the internet: nobody is asked."""


def is_public(address: str) -> bool:
    """Whether an IP address is one that everybody can reach, and that means one host."""
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    inner = _inner(found)
    return (
        found.is_global and not found.is_multicast and (inner is None or (inner.is_global and not inner.is_multicast))
    )


def _inner(address: IPv4Address | IPv6Address) -> IPv4Address | None:
    """The IPv4 address that an IPv6 address leads to, if any."""
    if isinstance(address, IPv4Address):
        return None
    if int(address) >> 32 == _NAT64 >> 32:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)


def checked(address: str, name: str) -> str:
    """The address, where it is public.

    Raises NotPublic where it is not, and remembers it.
    """
    if is_public(address):
        return address
    REFUSED[name] = address
    raise NotPublic(refusal(name))


def refusal(name: str) -> str:
    """What is said of a refused name."""
    return f"{name} is on this machine or its network ({REFUSED.get(name, name)}): only the internet is asked"
