"""The loss of a batch, for the teacher and for the student."""

import torch
from torch.nn.functional import cross_entropy

from . import scores

WEIGHTS = {"upos": 1.0, "xpos": 0.5, "feats": 0.5, "lemma": 0.5, "ner": 1.0}


def _hard(logits, target, weights):
    known = target >= 0
    if not known.any():
        return 0.0
    each = cross_entropy(logits.float()[known], target[known], reduction="none")
    return (each * weights[known]).sum() / known.sum()


def _soft(logits, choices, chances, weights):
    """Cross entropy against a few choices with their chances; words without any are left out."""
    known = chances.sum(1) > 0
    if not known.any():
        return 0.0
    each = -(chances * logits.float().log_softmax(-1).gather(1, choices)).sum(1)
    return (each * weights)[known].sum() / known.sum()


def batch_loss(batch, states, tags, arcs, relations):
    """Sum of the losses of all tasks, each averaged over the words that have a label.

    `tags` holds the logits of each tag task, `arcs` the scores of heads on the grid, `relations` gives the logits of
    relations for rows of heads; `states` is the number of rows that the root's follows.
    """
    total = sum(weight * _hard(tags[task], batch.targets[task], batch.weights) for task, weight in WEIGHTS.items())
    words = slice(0, batch.real)
    arcs = scores.mask_invalid(arcs, batch)[batch.mask]
    total = total + _soft(arcs, batch.soft_heads[words], batch.head_chances[words], batch.weights[words])
    rows = batch.head_rows(batch.soft_heads[:, 0], states)
    return total + _soft(relations(rows), batch.soft_relations, batch.relation_chances, batch.weights)
