"""Which machines may be asked: those of the public internet."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

__all__ = ["is_public"]

_TRANSLATED = IPv6Network("64:ff9b::/96")
"""IPv4 behind a translator (NAT64, RFC 6052): the last 32 bits are the machine that is meant."""
_TRANSLATED_LOCALLY = IPv6Network("64:ff9b:1::/48")
"""The same inside one network (RFC 8215)."""


def is_public(text: str) -> bool:
    """Whether the IP address is one of the public internet, also the IPv4 address that an IPv6 address stands for."""
    address = ip_address(text.partition("%")[0])
    if isinstance(address, IPv4Address):
        return _is_public(address)
    if address.ipv4_mapped is not None:
        return _is_public(address.ipv4_mapped)
    if address in _TRANSLATED:
        return _is_public(IPv4Address(int(address) & 0xFFFF_FFFF))
    if address in _TRANSLATED_LOCALLY or address.teredo is not None or address.is_site_local:
        return False
    return _is_public(address) and (address.sixtofour is None or _is_public(address.sixtofour))


def _is_public(address: IPv4Address | IPv6Address) -> bool:
    return address.is_global and not (
        address.is_private
        or address.is_loopback
        or address.is_link_local
        or address.is_multicast
        or address.is_reserved
        or address.is_unspecified
    )
