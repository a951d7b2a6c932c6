"""What is learned so far, kept in a file, so that a training can stop and go on."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import nn


class Progress:
    """How far a training has come; picks up what was kept of the same one.

    Args:
        network: What learns; its weights are set to what was kept.
        optimizer: Likewise.
        schedule: Likewise.
        mark: Names what is learned from and how.
        file: Where progress is kept; without it nothing is.
    """

    def __init__(
        self, network: nn.Module, optimizer: torch.optim.Optimizer, schedule: torch.optim.lr_scheduler.LRScheduler, *,
        mark: str, file: Path | None,
    ) -> None:
        self.parts = {"network": network, "optimizer": optimizer, "schedule": schedule}
        self.mark = mark
        self.file = file
        self.done = 0
        if file is not None and file.exists():
            self._pick_up(torch.load(file, weights_only=True))

    def keep(self, done: int) -> None:
        """Keep what is learned after so many epochs, as a whole or not at all."""
        self.done = done
        if self.file is None:
            return
        self.file.parent.mkdir(parents=True, exist_ok=True)
        part = self.file.with_suffix(".part")
        states = {name: each.state_dict() for name, each in self.parts.items()}
        torch.save({"mark": self.mark, "done": done, "chance": torch.get_rng_state(), **states}, part)
        part.replace(self.file)

    def _pick_up(self, kept: dict[str, object]) -> None:
        if kept["mark"] != self.mark:
            return
        for name, each in self.parts.items():
            each.load_state_dict(kept[name])
        torch.set_rng_state(kept["chance"])
        self.done = int(str(kept["done"]))
