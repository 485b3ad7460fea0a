"""The student: hashed word features, a bidirectional simple recurrent encoder, one linear head per task.

All big matrix products are over whole batches of words; only the recurrence walks word by word, and it is elementwise.
src/linguistics/network.cpp runs the same computation on eight-bit weights.
"""

import dataclasses
import math

import torch
from torch import nn

from . import features, vectors
from .recurrence import recurrence


@dataclasses.dataclass
class Sizes:
    width: int = 256  # of a word's embedding and of one direction of the encoder
    layers: int = 4
    arc: int = 128
    relation: int = 128


class Layer(nn.Module):
    def __init__(self, inputs: int, width: int):
        super().__init__()
        self.width = width
        self.weight = nn.Linear(inputs, 6 * width)
        self.gates = nn.Parameter(torch.zeros(2, 2, width))
        nn.init.normal_(self.weight.weight, std=1.0 / math.sqrt(inputs))
        bias = torch.zeros(2, 3, width)
        bias[:, 2] = 0.5
        self.weight.bias.data.copy_(bias.flatten())
        nn.init.uniform_(self.gates, -0.5, 0.5)

    def forward(self, x, skip, bounds):
        u = self.weight(x).view(-1, 2, 3, self.width)
        return recurrence(u, skip, self.gates, bounds).flatten(1)


class SentenceDropout(nn.Module):
    """Dropout with one mask for all words of a sentence (Gal & Ghahramani 2016)."""

    def __init__(self, rate: float):
        super().__init__()
        self.rate = rate

    def forward(self, x, batch):
        if not self.training:
            return x
        keep = torch.rand(len(batch.bounds) - 1, x.shape[1]) >= self.rate
        lengths = batch.bounds[1:] - batch.bounds[:-1]
        return x * torch.repeat_interleave(keep.to(x.dtype) / (1 - self.rate), lengths, 0)


class Network(nn.Module):
    def __init__(self, sizes: Sizes, labels: dict[str, int], table, dropout: float = 0.28):
        super().__init__()
        w = sizes.width
        self.sizes = sizes
        self.word = nn.EmbeddingBag(features.WORD_ROWS, w, mode="sum", padding_idx=0)
        self.affix = nn.EmbeddingBag(features.AFFIX_ROWS, w, mode="sum", padding_idx=0)
        for bag, scale in ((self.word, 0.3), (self.affix, 0.3)):
            nn.init.normal_(bag.weight, std=scale)
            bag.weight.data[0] = 0
        self.vectors = nn.Embedding.from_pretrained(torch.as_tensor(table), freeze=True)
        self.project = nn.Linear(vectors.WIDTH, w, bias=False)
        self.layers = nn.ModuleList(Layer(w if i == 0 else 2 * w, w) for i in range(sizes.layers))
        self.heads = nn.ModuleDict({task: nn.Linear(2 * w, n) for task, n in labels.items() if task != "deprel"})
        self.arc_dependent = nn.Linear(2 * w, sizes.arc)
        self.arc_head = nn.Linear(2 * w, sizes.arc)
        self.arc_root = nn.Parameter(torch.randn(sizes.arc) * 0.1)
        self.arc = nn.Linear(sizes.arc, sizes.arc)  # the bilinear form; its bias scores heads alone
        self.relation_dependent = nn.Linear(2 * w, sizes.relation)
        self.relation_head = nn.Linear(2 * w, sizes.relation, bias=False)
        self.relation_root = nn.Parameter(torch.randn(sizes.relation) * 0.1)
        self.relation = nn.Linear(sizes.relation, labels["deprel"])
        self.dropout = SentenceDropout(dropout)

    def encode(self, batch):
        """States of the encoder, [words, 2 * width]."""
        words, affixes = batch.rows[:, :1], batch.rows[:, 1:]
        vector = self.vectors(batch.vectors)
        if self.training:  # unseen words are met often at run time: hide the word, or its vector, now and then
            words = words.masked_fill(torch.rand(words.shape) < batch.hide[:, None], 0)
            vector = vector * (torch.rand(len(vector), 1) > 0.1)
        x = self.word(words) + self.affix(affixes) + self.project(vector)
        state = x
        for i, layer in enumerate(self.layers):
            skip = state if i else torch.cat([state, state], 1)
            state = layer(self.dropout(state, batch), skip.view(-1, 2, self.sizes.width), batch.bounds)
        return state

    def arcs(self, state, batch):
        """Scores [sentences, longest, 1 + longest] of a word (row) hanging on the root (column 0) or another word."""
        dependent = torch.relu(self.arc_dependent(state))
        head = torch.relu(self.arc_head(state))
        left = self.arc(self.dropout(dependent, batch)) / math.sqrt(self.sizes.arc)
        right = torch.cat([self.arc_root.expand(1, -1).to(head.dtype), self.dropout(head, batch)])
        with torch.autocast("cpu", enabled=False):
            return torch.bmm(left.float()[batch.grid], right.float()[batch.heads_grid].transpose(1, 2))

    def relations(self, state, heads, batch):
        """Scores of the relation of each word to a given head (row of the batch, -1 for the root)."""
        dependent, head = self.relation_dependent(state), self.relation_head(state)
        head = torch.cat([head, self.relation_root.expand(1, -1).to(head.dtype)])
        return self.relation(self.dropout(torch.relu(dependent + head[heads]), batch)).float()
