"""Trains the linguistics model: tags, lemmas, trees and names.

python -m training.train_linguistics --data DIR --gold DIR --names FILE --vectors MODEL --work DIR --out FILE

--names is the output of silver_names.py; --vectors a spaCy pipeline with vectors. Progress goes to WORK/log.txt,
scores to WORK/scores.tsv; an interrupted run continues from WORK/checkpoint.pt.
"""

import argparse
import collections
import math
import pathlib
import random

import torch

from . import data, export, features, lemmas, scores, vectors
from .corpus import Corpus, cached, corpus
from .losses import batch_loss
from .network import Network, Sizes
from .progress import Log


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for option in ("data", "gold", "names", "work", "out"):
        parser.add_argument("--" + option, type=pathlib.Path, required=True)
    parser.add_argument("--vectors", default="en_core_web_md")
    parser.add_argument("--silver", type=pathlib.Path, help="sentences labelled by teacher.py")
    parser.add_argument("--teacher", default="all-mpnet-base-v2", help="the teacher's encoder, for the card")
    parser.add_argument("--sure", type=float, default=0.95, help="share of the labelled sentences that is used, surest first")
    parser.add_argument("--start", type=pathlib.Path, help="checkpoint of another run whose weights are the first ones")
    parser.add_argument("--epochs", type=int, default=14)
    parser.add_argument("--minutes", type=float, default=1e9, help="the rate falls to zero at this time at the latest")
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--batch", type=int, default=1024, help="words in a batch")
    parser.add_argument("--news", type=int, default=0, help="sentences an epoch with names by spaCy")
    parser.add_argument("--trees", type=int, default=100000, help="silver tree sentences an epoch at most")
    parser.add_argument("--width", type=int, default=Sizes.width)
    parser.add_argument("--layers", type=int, default=Sizes.layers)
    parser.add_argument("--parts", type=int, default=Sizes.arc, help="width of the arc and relation parts")
    parser.add_argument("--dropout", type=float, default=0.28)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def epoch_sentences(c: Corpus, options, rng) -> list:
    chosen = c.treebanks + c.annotated * 2 + rng.sample(c.news, min(options.news, len(c.news)))
    chosen += rng.sample(c.trees, min(options.trees, len(c.trees)))
    chosen = [data.augment(s, rng) for s in chosen if len(s.words) <= 128]
    rng.shuffle(chosen)
    return chosen


def loss_of(network, batch):
    state = network.encode(batch)
    hidden = network.dropout(state, batch)
    return batch_loss(batch, len(state), {task: head(hidden) for task, head in network.heads.items()},
                      network.arcs(hidden, batch), lambda rows: network.relations(hidden, rows, batch))


def evaluate(network, encoder, c, exceptions):
    result = {f"{name}.{k}": v for name, s in c.dev.items()
              for k, v in scores.treebank(network, encoder, s, exceptions).items()}
    result["names.F1"] = scores.name_f1(network, encoder, c.dev_names)
    return result


def train(network, encoder, c, exceptions, options, log):
    optimizer = torch.optim.AdamW([p for p in network.parameters() if p.requires_grad], lr=options.rate,
                                  betas=(0.9, 0.98), weight_decay=0.01, fused=True)
    checkpoint, begin, history = options.work / "checkpoint.pt", 0, []
    if checkpoint.exists():
        saved = torch.load(checkpoint, weights_only=False)
        network.load_state_dict(saved["network"])
        optimizer.load_state_dict(saved["optimizer"])
        begin, history = saved["epoch"], saved["history"]
        log(f"continues after epoch {begin}")
    per_epoch = sum(len(s.words) for s in epoch_sentences(c, options, random.Random(0))) / options.batch
    for epoch in range(begin, options.epochs):
        if log.minutes() >= options.minutes:
            break
        rng, running = random.Random(options.seed * 1000 + epoch), 0.0
        for step, batch in enumerate(encoder.equal_batches(epoch_sentences(c, options, rng), options.batch)):
            done = (epoch * per_epoch + step) / (options.epochs * per_epoch)
            done = max(done, log.minutes() / options.minutes)
            if done >= 1.0:
                break
            rate = options.rate * min(1.0, done * options.epochs / 0.5 + 0.02) * (0.5 + 0.5 * math.cos(math.pi * min(done, 1)))
            for group in optimizer.param_groups:
                group["lr"] = rate
            with torch.autocast("cpu", dtype=torch.bfloat16):
                loss = loss_of(network, batch)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 5.0)
            optimizer.step()
            running = 0.98 * running + 0.02 * loss.item() if step else loss.item()
            if step % 100 == 0:
                log(f"epoch {epoch + 1}/{options.epochs} step {step}/{per_epoch:.0f} loss {running:.3f}")
        history.append(evaluate(network, encoder, c, exceptions))
        log("  ".join(f"{k} {v:.2f}" for k, v in history[-1].items()))
        torch.save({"network": network.state_dict(), "optimizer": optimizer.state_dict(), "epoch": epoch + 1,
                    "history": history}, checkpoint)
        columns = list(history[-1])
        table = ["epoch\t" + "\t".join(columns)]
        table += [f"{i}\t" + "\t".join(f"{row[k]:.2f}" for k in columns) for i, row in enumerate(history, 1)]
        (options.work / "scores.tsv").write_text("\n".join(table) + "\n")
    return history


def main() -> None:
    options = arguments()
    options.work.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    log = Log(options.work)
    c = cached(options.work / "corpus.pickle", lambda: corpus(options))
    table, keys = cached(options.work / "vectors.pickle", lambda: vectors.load(options.vectors))
    trees = [s.tree for s in c.treebanks]
    labels = data.Labels(trees)
    exceptions = lemmas.exceptions(trees)
    counts = collections.Counter(features.normal(w) for group in (c.treebanks, c.annotated, c.news, c.trees)
                                 for s in group for w in s.words)
    encoder = data.Encoder(labels, keys, counts)
    sizes = Sizes(width=options.width, layers=options.layers, arc=options.parts, relation=options.parts)
    network = Network(sizes, labels.sizes(), table, options.dropout)
    if options.start:
        network.load_state_dict(torch.load(options.start, weights_only=False)["network"])
    log(f"{len(c.treebanks)} gold trees, {len(c.annotated)} gold and {len(c.news)} silver name sentences, "
        f"{len(c.trees)} silver trees, labels {labels.sizes()}, {len(exceptions)} lemma exceptions, {len(keys)} vector keys")
    history = train(network, encoder, c, exceptions, options, log)
    network.eval()
    export.write(options.out, network, labels, keys, exceptions, counts, {"scores": history[-1], "options": {
        k: str(v.name if isinstance(v, pathlib.Path) else v) for k, v in vars(options).items()}})
    log(f"wrote {options.out} ({options.out.stat().st_size / 1e6:.1f} MB)")


if __name__ == "__main__":
    main()
