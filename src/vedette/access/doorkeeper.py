"""Who comes in, by password, by session and by token."""

from __future__ import annotations

import ipaddress
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from vedette.access.keys import digest_of, new_key, new_token
from vedette.access.limits import Limits, moment
from vedette.access.passwords import Passwords, checked_password
from vedette.errors import AccessError
from vedette.store.accounts import (
    Accounts,
    ApiToken,
    Attempt,
    Failures,
    Role,
    Session,
    User,
    name_key,
)

Clock = Callable[[], datetime]
# Ten years: what shall hold longer is meant to hold until it is revoked.
LONGEST_DAYS = 3650


def now() -> datetime:
    """Give this moment."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Admitted:
    """Somebody logged in: ``key`` is what the browser keeps, and nobody else."""

    user: User
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """Nobody logged in. Why is not said, but for the seconds to ``wait`` before another attempt is looked at."""

    wait: int = 0


class Doorkeeper:
    """Lets in who may come in. Fit for several threads at a time.

    Example:
        >>> from tempfile import TemporaryDirectory
        >>> from vedette.store import open_store
        >>> with TemporaryDirectory() as folder, open_store(f"{folder}/desk.sqlite") as store:
        ...     door = Doorkeeper(store.accounts)
        ...     user = door.add_user("Ann", Role.ANALYST, password="four slow grey herons", by="Eve")
        ...     wrong = door.log_in("Ann", "four slow grey geese", address="192.0.2.7")
        ...     right = door.log_in("ann", "four slow grey herons", address="192.0.2.7")
        ...     wrong, door.session(right.key).user.name
        (Refused(wait=0), 'Ann')
    """

    def __init__(
        self, accounts: Accounts, *, passwords: Passwords | None = None, limits: Limits | None = None,
        clock: Clock = now,
    ) -> None:
        self.accounts = accounts
        self.limits = limits or Limits()
        self._passwords = passwords or Passwords()
        self._clock = clock

    def moment(self) -> str:
        """Give this moment as it is kept."""
        return moment(self._clock())

    def log_in(self, name: str, password: str, *, address: str, before: str | None = None) -> Admitted | Refused:
        """Let somebody in by name and password.

        An unknown name, a wrong password and a disabled user look alike, and take as long.

        Args:
            name: As typed.
            password: As typed.
            address: Where the attempt comes from.
            before: The key of the session that the browser had before, which ends.
        """
        attempt = self._attempt(name, address)
        if attempt.wait:
            return Refused(wait=attempt.wait)
        user, held = self.accounts.users.credential(name) or (None, None)
        fits = self._passwords.matches(held, password)
        if user is None or held is None or not fits or user.disabled is not None:
            return Refused()
        admitted = self._begin(user, held, before=before)
        if isinstance(admitted, Admitted):
            self.accounts.attempts.succeeded(attempt)
            if self._passwords.is_outdated(held):
                self.accounts.users.rehash(user.name, old=held, new=self._passwords.hash(password))
        return admitted

    def session(self, key: str) -> Session | None:
        """Give the session of a key, if it still holds, and note that it was used."""
        digest = digest_of(key)
        found = self.accounts.sessions.find(digest)
        if found is None or found.user.disabled is not None:
            return None
        if found.seen < self._ago(self.limits.idle) or found.created < self._ago(self.limits.whole):
            return None
        if found.seen < self._ago(self.limits.noted):
            self.accounts.sessions.touch(digest, at=self.moment())
        return found

    def log_out(self, key: str) -> None:
        """End the session of a key."""
        self.accounts.sessions.end(digest_of(key))

    def sessions_by_name(self) -> dict[str, int]:
        """Count the sessions that hold, for every user who has any."""
        since = {"seen_since": self._ago(self.limits.idle), "created_since": self._ago(self.limits.whole)}
        return dict(self.accounts.sessions.counts(**since))

    def token(self, token: str) -> ApiToken | None:
        """Give what is on record of a token, if it holds, and note the day on which it was used."""
        found = self.accounts.tokens.find(digest_of(token))
        if found is None or not found.holds_at(self.moment()):
            return None
        day = self.moment()[:10]
        if found.last_used != day:
            self.accounts.tokens.note_use(found.id, day=day)
        return found

    def add_user(self, name: str, role: Role, *, password: str | None, by: str) -> User:
        """Add a user; without a password they cannot log in, but can have tokens.

        Raises:
            WeakPassword: The password is too easy to guess.
            AccessError: The name is taken or cannot be one.
        """
        held = None if password is None else self._passwords.hash(checked_password(password, name=name))
        return self.accounts.users.add(name, role, password=held, by=by, at=self.moment())

    def set_password(self, name: str, password: str, *, by: str) -> User:
        """Give a user another password; whoever is logged in under the name is logged out.

        Raises:
            WeakPassword: It is too easy to guess.
            UnknownAccount: Nobody has this name.
        """
        user = self.accounts.users.named(name)
        held = self._passwords.hash(checked_password(password, name=user.name))
        self.accounts.users.set_password(user.name, held, by=by, at=self.moment())
        return self.accounts.users.named(user.name)

    def change_password(self, name: str, *, old: str, new: str, address: str) -> Admitted | Refused:
        """Let users give themselves another password: all their sessions end, and one begins anew.

        Raises:
            WeakPassword: The new one is too easy to guess.
        """
        checked_password(new, name=name)
        attempt = self._attempt(name, address)
        if attempt.wait:
            return Refused(wait=attempt.wait)
        user, held = self.accounts.users.credential(name) or (None, None)
        if user is None or not self._passwords.matches(held, old):
            return Refused()
        self.accounts.attempts.succeeded(attempt)
        replaced = self._passwords.hash(new)
        changed = self.accounts.users.set_password(user.name, replaced, by=user.name, at=self.moment(), instead_of=held)
        return self._begin(user, replaced, before=None) if changed else Refused()

    def issue(self, owner: str, *, role: Role | None, label: str, days: int | None, by: str) -> tuple[ApiToken, str]:
        """Make a token for a program of a user; the second of the two is shown once and kept nowhere.

        Args:
            owner: Whose it is.
            role: What it may do; that of the owner unless given.
            label: What it is for.
            days: After how many days it ends; never unless given.
            by: Who makes it.

        Raises:
            UnknownAccount: Nobody has the name of the owner.
            AccessError: The owner is disabled, has a lower role, or it would end before tomorrow or in ages to come.
        """
        if days is not None and not 1 <= days <= LONGEST_DAYS:
            raise AccessError(f"A token holds for 1 to {LONGEST_DAYS} days, or, without a number, until it is revoked.")
        user = self.accounts.users.named(owner)
        named, token = new_token()
        expires = None if days is None else moment(self._clock() + timedelta(days=days))
        kept = self.accounts.tokens.add(
            named, user.name, digest=digest_of(token), role=user.role if role is None else role, label=label, by=by,
            at=self.moment(), expires=expires,
        )
        return kept, token

    def _attempt(self, name: str, address: str) -> Attempt:
        """Count an attempt; hashed, since people type passwords where names belong."""
        by_name = digest_of(f"name {name_key(name)}")

        def weigh(key: str, failures: Failures) -> tuple[int, int]:
            if not failures.count:
                return 0, 0
            waiting = self.limits.name if key == by_name else self.limits.address
            passed = max(0, int((self._clock() - datetime.fromisoformat(failures.last)).total_seconds()))
            left = waiting.left(failures.count, passed)
            return left, waiting.seconds(left) - passed

        return self.accounts.attempts.take(
            name=by_name, address=digest_of(f"address {network_of(address)}"), at=self.moment(), weigh=weigh,
            forget_before=self._ago(self.limits.forget),
        )

    def _begin(self, user: User, held: str, *, before: str | None) -> Admitted | Refused:
        key = new_key()
        self.accounts.sessions.forget(
            seen_before=self._ago(self.limits.idle), created_before=self._ago(self.limits.whole)
        )
        replacing = None if before is None else digest_of(before)
        began = self.accounts.sessions.begin(
            digest_of(key), user.name, password=held, at=self.moment(), replacing=replacing
        )
        return Admitted(user=user, key=key) if began else Refused()

    def _ago(self, length: timedelta) -> str:
        return moment(self._clock() - length)


def network_of(address: str) -> str:
    """Give what one person holds of addresses: an IPv4 address, or the 64 bits of a network of IPv6.

    Example:
        >>> network_of("192.0.2.7"), network_of("2001:db8:1:2:3:4:5:6"), network_of("::ffff:192.0.2.7")
        ('192.0.2.7', '2001:db8:1:2::/64', '192.0.2.7')
    """
    try:
        known = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if isinstance(known, ipaddress.IPv4Address):
        return str(known)
    if known.ipv4_mapped is not None:
        return str(known.ipv4_mapped)
    return str(ipaddress.ip_network((known, 64), strict=False))
