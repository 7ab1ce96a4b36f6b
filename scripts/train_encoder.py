# SPDX-License-Identifier: Apache-2.0
"""Train the encoder further: sentences that ask and warn, and the words that say what is asked for and of whom.

    python -m scripts.train_encoder BASE_FOLDER OUT

Needs torch and transformers, which the package does not: run it in an environment of its own with `src` on the path.
BASE_FOLDER holds sentence-transformers/all-MiniLM-L6-v2 (model.safetensors, sha256 53aa51172d14…, Apache-2.0) with its
tokenizer.json. All six layers learn, from what the third and the last tell; scripts/pack_encoder.py keeps three. OUT.pt
and OUT.json (the words known in small letters) are what it takes. Every tenth run of lines is held out; how many of
these are found, at how much of what is found being right, is printed after each round.
"""

from __future__ import annotations

import json
import math
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from transformers import AutoModel

from scripts.training_lines import Line, plain_words, quiet, read
from tocsin.reading.likely.encoder import ASKS, DUTY, KINDS, LONGEST, WARNS
from tocsin.reading.likely.pieces import Pieces
from tocsin.reading.likely.words import words

ROUNDS, AT_ONCE, STEP, HEAD_STEP = 3, 32, 1e-4, 1e-3
EARLY, WIDE = 3, 384
"""The layer that the package keeps the model up to, and how many numbers a piece has there."""
EARLY_SHARE, KINDS_SHARE = 0.5, 0.7
PARTS, RUN = 10, 100
LEVELS = (0.95, 0.9, 0.85, 0.8, 0.7)
NEAR = 40
"""So many batches are made of rows that are sorted by their length."""


@dataclass(slots=True)
class Row:
    """A line as the model takes it; `counts`: whether each kind, and the marks, are told of it."""

    ids: list[int]
    marks: list[tuple[float, float]]
    told: tuple[float, ...]
    counts: tuple[float, ...]
    marked: float


class Model(nn.Module):  # type: ignore[misc]
    """The base model, and what is told from an early layer and from the last."""

    def __init__(self, base: str) -> None:
        super().__init__()
        self.b = AutoModel.from_pretrained(base, attn_implementation="sdpa")
        self.b.pooler = None
        self.d = nn.Dropout(0.1)
        self.c, self.ce = (nn.Linear(2 * WIDE, len(KINDS)) for _ in range(2))
        self.t, self.te = (nn.Linear(WIDE, 2) for _ in range(2))

    def forward(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, ...]:
        """Give kinds and marks by the last layer, then by the early one."""
        sides = torch.zeros_like(ids)
        told = self.b(input_ids=ids, attention_mask=mask, token_type_ids=sides, output_hidden_states=True)
        last, early = told.hidden_states[-1].float(), told.hidden_states[EARLY].float()
        kinds = self.c(self.d(_pooled(last, mask))), self.ce(self.d(_pooled(early, mask)))
        return kinds[0], self.t(self.d(last)), kinds[1], self.te(self.d(early))


def _pooled(state: Tensor, mask: Tensor) -> Tensor:
    kept = mask[:, :, None].float()
    return torch.cat([(state * kept).sum(1) / kept.sum(1), (state - (1 - kept) * 1e4).max(1).values], 1)


def row(one: Line, known: Pieces, small: frozenset[str]) -> Row:
    """Number a line's pieces, and mark those of what it asks for and of whom."""
    found, spans = words(one.text, 0, len(one.text), small)
    ids, places = known.sentence(found)
    ids, marks = ids[:LONGEST], [(0.0, 0.0)] * len(ids)
    for place, word, (start, _end) in zip(places, found, spans, strict=True):
        inside = [float(any(low <= start < high for low, high in held)) for held in (one.action, one.whom)]
        for at in range(place, place + len(known.of(word))):
            marks[at] = inside[0], inside[1]
    asks = "A" in one.labels
    tells = float(asks or "I" not in one.labels)
    of = {ASKS: asks, WARNS: "W" in one.labels, DUTY: "I" in one.labels}
    told = tuple(float(of[kind]) for kind in KINDS)
    return Row(ids, marks[:LONGEST], told, tuple(tells if kind == ASKS else 1.0 for kind in KINDS), tells)


def batches(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Give rows of like length together, in an order by chance."""
    order = [*range(len(rows))]
    random.shuffle(order)
    made = []
    for low in range(0, len(order), AT_ONCE * NEAR):
        near = sorted(order[low : low + AT_ONCE * NEAR], key=lambda at: len(rows[at].ids))
        made += [near[at : at + AT_ONCE] for at in range(0, len(near), AT_ONCE)]
    random.shuffle(made)
    yield from ([rows[at] for at in held] for held in made)


def packed(rows: Sequence[Row]) -> tuple[Tensor, ...]:
    """Give the tensors of some rows: pieces, mask, marks, what is told, what of it counts, which marks count."""
    size = max(len(one.ids) for one in rows)
    ids, mask = (torch.zeros(len(rows), size, dtype=torch.long) for _ in range(2))
    marks = torch.zeros(len(rows), size, 2)
    for at, one in enumerate(rows):
        long = len(one.ids)
        ids[at, :long], mask[at, :long], marks[at, :long] = torch.tensor(one.ids), 1, torch.tensor(one.marks)
    told, counts = torch.tensor([one.told for one in rows]), torch.tensor([one.counts for one in rows])
    return ids, mask, marks, told, counts, torch.tensor([one.marked for one in rows])[:, None] * mask


def trained(model: Model, rows: Sequence[Row]) -> Iterator[int]:
    """Train round by round, and give each round's number when it is done."""
    body = [value for name, value in model.named_parameters() if name.startswith("b.")]
    heads = [value for name, value in model.named_parameters() if not name.startswith("b.")]
    taught = torch.optim.AdamW([{"params": body, "lr": STEP}, {"params": heads, "lr": HEAD_STEP}], weight_decay=0.01)
    steps = ROUNDS * math.ceil(len(rows) / AT_ONCE)
    pace = torch.optim.lr_scheduler.LambdaLR(
        taught, lambda step: min(1, (step + 1) / (0.06 * steps)) * max(0, 1 - step / steps)
    )
    loss_of = nn.BCEWithLogitsLoss(reduction="none")
    for number in range(1, ROUNDS + 1):
        model.train()
        for held in batches(rows):
            ids, mask, marks, told, counts, marked = packed(held)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                out = [one.float() for one in model(ids, mask)]
            loss = torch.zeros(())
            for share, kinds, said in ((1.0, *out[:2]), (EARLY_SHARE, *out[2:])):
                loss = loss + share * KINDS_SHARE * (loss_of(kinds, told) * counts).sum() / len(held)
                loss = loss + share * (loss_of(said, marks).mean(2) * marked).sum() / marked.sum().clamp(min=1)
            taught.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            taught.step()
            pace.step()
        yield number


def measured(model: Model, rows: Sequence[Row]) -> None:
    """Print how many held-out lines the early layer finds, and in how many half of what is asked for is marked."""
    model.eval()
    scores, truths, counted = [], [], []
    marked = whole = 0
    with torch.inference_mode():
        for held in batches(rows):
            ids, mask, marks, told, counts, _ = packed(held)
            _, _, kinds, said = model(ids, mask)
            scores.append(kinds.numpy())
            truths.append(told.numpy())
            counted.append(counts.numpy())
            inside, right = (said[:, :, 0] > 0) & (mask > 0), marks[:, :, 0] > 0
            met = (inside & right).sum(1) / (inside | right).sum(1).clamp(min=1)
            whole += int((right.sum(1) > 0).sum())
            marked += int(((met >= 0.5) & (right.sum(1) > 0)).sum())
    found, truth, counts = (np.concatenate(one) for one in (scores, truths, counted))
    for at, name in enumerate(KINDS):
        kept = counts[:, at] > 0
        right = truth[kept, at][np.argsort(-found[kept, at])]
        met = np.cumsum(right)
        precise = met / np.arange(1, len(right) + 1)
        shares = [max((met / right.sum())[precise >= least], default=0.0) for least in LEVELS]
        print(
            name,
            int(right.sum()),
            " ".join(f"{share:.3f} at {least}" for share, least in zip(shares, LEVELS, strict=True)),
        )
    print("marked", marked, "of", whole, flush=True)


def main(base: str, out: str) -> None:
    """Train, measure, write."""
    torch.manual_seed(0)
    random.seed(0)
    vocabulary = json.loads((Path(base) / "tokenizer.json").read_text(encoding="utf-8"))["model"]["vocab"]
    known = Pieces(sorted(vocabulary, key=vocabulary.__getitem__))
    lines = [*read(), *quiet()]
    small = plain_words(lines)
    Path(out + ".json").write_text(json.dumps(sorted(small)), encoding="utf-8")
    rows = [row(one, known, small) for one in lines]
    held = [number // RUN % PARTS == 0 for number in range(len(rows))]
    model = Model(base)
    for number in trained(model, [one for one, out_ in zip(rows, held, strict=True) if not out_]):
        torch.save(model.state_dict(), out + ".pt")
        print("round", number)
        measured(model, [one for one, out_ in zip(rows, held, strict=True) if out_])


if __name__ == "__main__":
    main(*sys.argv[1:])
