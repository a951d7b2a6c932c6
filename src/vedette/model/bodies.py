"""The bodies of states by their identity: ``EE-Police``, whichever words name it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from vedette.model.knowledge import Knowledge, KnownActor, KnownBody


@dataclass(frozen=True, slots=True)
class Bodies:
    """Looks bodies up, by state and kind of body or by identity.

    One that has an entry of its own in a pack is that entry ("Bundeswehr"); every
    other is made of the state and the kind of body.

    Example:
        >>> estonia = KnownActor(id="EE", name="Estonia", kind="state", party="EE")
        >>> police = KnownBody(id="Police", name="Police of {state}", kind="organ")
        >>> bodies = Bodies(actors={"EE": estonia}, kinds={"Police": police}, own={})
        >>> bodies.of("EE", police).name, bodies.find("EE-Police").party, bodies.find("EE-Navy")
        ('Police of Estonia', 'EE', None)
    """

    actors: Mapping[str, KnownActor]
    kinds: Mapping[str, KnownBody]
    own: Mapping[tuple[str, str], KnownActor]

    @classmethod
    def known(cls, knowledge: Knowledge) -> Bodies:
        """Make the lookup from the packs."""
        return cls(
            actors={actor.id: actor for actor in knowledge.actors},
            kinds={body.id: body for body in knowledge.bodies},
            own={(actor.party, body): actor for actor in knowledge.actors for body in actor.bodies},
        )

    def of(self, state: str, body: KnownBody) -> KnownActor | None:
        """Give a body of a state; ``None`` of a state that no pack knows."""
        named = self.own.get((state, body.id)) or self.actors.get(f"{state}-{body.id}")
        whose = self.actors.get(state)
        return named or (body.of(whose) if whose is not None else None)

    def kind_of(self, actor: KnownActor) -> KnownBody | None:
        """Say which kind of body an actor of a pack is, the first where it is several."""
        own = actor.bodies[0] if actor.bodies else actor.id.removeprefix(f"{actor.party}-")
        return self.kinds.get(own) if actor.kind in ("organ", "force") else None

    def find(self, id: str) -> KnownActor | None:
        """Give an actor or body by its identity."""
        state, _, kind = id.partition("-")
        body = self.kinds.get(kind)
        return self.actors.get(id) or (self.of(state, body) if body is not None else None)
