#!/usr/bin/env python3
"""Score coreference chains against the `Entity=` annotation of UD English GUM: MUC, B³, CEAF-e and their mean.

usage: mention_dump en_gum-dev.conllu > chains.tsv
       score_coreference.py --gold en_gum-dev.conllu --system chains.tsv [--genre news] [--errors N]

Mentions match when their head words are the same token; chains of one mention are left out on both sides.
"""
import argparse
import collections
import re


def read_gold(path):
    """Document → {head token: chain}, and the words of each document."""
    chains, words, heads, genres = collections.defaultdict(dict), collections.defaultdict(list), {}, {}
    for block in open(path, encoding="utf-8").read().split("\n\n"):
        rows = []
        for line in block.splitlines():
            if line.startswith("# newdoc id"):
                doc = line.split("=", 1)[1].strip()
                open_spans, spans = [], []
                heads[doc] = (spans := [], parents := [])
                genres[doc] = doc.split("_")[1]
            elif line and line[0].isdigit():
                row = line.split("\t")
                if row[0].isdigit():
                    rows.append(row)
        base = len(words[doc])
        for row in rows:
            here = len(words[doc])
            words[doc].append(row[1])
            parents.append(base + int(row[6]) - 1 if row[6] != "0" else -1)
            entity = next((x[7:] for x in row[9].split("|") if x.startswith("Entity=")), "")
            for part in re.findall(r"\([^()]+\)?|[^()]+\)", entity):
                if part.startswith("("):
                    chain = part.strip("()").split("-")[0]
                    if part.endswith(")"):
                        spans.append((here, here, chain))
                    else:
                        open_spans.append((chain, here))
                else:
                    chain = part.rstrip(")").split("-")[0]
                    at = max(i for i, x in enumerate(open_spans) if x[0] == chain)
                    spans.append((open_spans.pop(at)[1], here, chain))
    for doc, (spans, parents) in heads.items():
        for first, last, chain in sorted(spans, key=lambda s: s[0] - s[1]):  # the smallest span wins a shared head
            head = next((t for t in range(first, last + 1) if not first <= parents[t] <= last), first)
            chains[doc][head] = chain
    return chains, words, genres


def read_system(path):
    chains = collections.defaultdict(dict)
    for line in open(path, encoding="utf-8"):
        doc, first, last, head, entity = line.rstrip("\n").split("\t")[:5]
        chains[doc][int(head)] = entity
    return chains


def sets(mapping):
    out = collections.defaultdict(set)
    for mention, chain in mapping.items():
        out[chain].add(mention)
    return [s for s in out.values() if len(s) > 1]


def muc(key, response):
    where = {m: i for i, chain in enumerate(response) for m in chain}
    right = sum(len(c) - len({where.get(m, ("alone", m)) for m in c}) for c in key)
    return right, sum(len(c) - 1 for c in key)


def b_cubed(key, response):
    where = {m: chain for chain in response for m in chain}
    return sum(len(c & where.get(m, set())) / len(c) for c in key for m in c), sum(map(len, key))


def ceaf_e(key, response):
    if not key or not response:
        return 0.0
    table = [[2 * len(a & b) / (len(a) + len(b)) for b in response] for a in key]
    if len(key) > len(response):
        table = [list(column) for column in zip(*table)]
    return best_assignment(table)


def best_assignment(table):
    """The largest sum of one cell in each row, no column twice (Hungarian method; rows ≤ columns)."""
    rows, columns = len(table), len(table[0])
    u, v, match = [0.0] * (rows + 1), [0.0] * (columns + 1), [0] * (columns + 1)
    for row in range(1, rows + 1):
        match[0], column, least, back, used = row, 0, [1e9] * (columns + 1), [0] * (columns + 1), [False] * (columns + 1)
        while match[column]:
            used[column] = True
            at, step, following = match[column], 1e9, 0
            for j in range(1, columns + 1):
                if not used[j]:
                    cost = -table[at - 1][j - 1] - u[at] - v[j]
                    if cost < least[j]:
                        least[j], back[j] = cost, column
                    if least[j] < step:
                        step, following = least[j], j
            for j in range(columns + 1):
                if used[j]:
                    u[match[j]] += step
                    v[j] -= step
                else:
                    least[j] -= step
            column = following
        while column:
            match[column], column = match[back[column]], back[column]
    return sum(table[match[j] - 1][j - 1] for j in range(1, columns + 1) if match[j])


class Tally:
    def __init__(self):
        self.values = [0.0] * 4

    def add(self, *values):
        self.values = [a + b for a, b in zip(self.values, values)]

    def scores(self):
        right_key, key, right_response, response = self.values
        recall, precision = right_key / max(key, 1e-9), right_response / max(response, 1e-9)
        return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", required=True)
    parser.add_argument("--system", required=True)
    parser.add_argument("--genre")
    parser.add_argument("--errors", type=int, default=0)
    options = parser.parse_args()
    gold, words, genres = read_gold(options.gold)
    system = read_system(options.system)
    tallies = {name: Tally() for name in ("mentions", "MUC", "B3", "CEAFe")}
    shown = []
    for doc in sorted(gold):
        if options.genre and genres[doc] != options.genre:
            continue
        key, response = sets(gold[doc]), sets(system[doc])
        inside = lambda chains: {m for c in chains for m in c}
        both = len(inside(key) & inside(response))
        tallies["mentions"].add(both, len(inside(key)), both, len(inside(response)))
        tallies["MUC"].add(*muc(key, response), *muc(response, key))
        tallies["B3"].add(*b_cubed(key, response), *b_cubed(response, key))
        right = ceaf_e(key, response)
        tallies["CEAFe"].add(right, len(key), right, len(response))
        for chain in response:
            parts = collections.Counter(gold[doc].get(m) for m in chain)
            if len(parts) > 1:
                shown.append(f"{doc}: " + " | ".join(f"{words[doc][m]}@{m}:{gold[doc].get(m)}" for m in sorted(chain)))
    for name, tally in tallies.items():
        print("{:<9} P {:.3f}  R {:.3f}  F1 {:.3f}".format(name, *tally.scores()))
    print("mean of MUC, B3, CEAFe: {:.3f}".format(sum(tallies[n].scores()[2] for n in ("MUC", "B3", "CEAFe")) / 3))
    print("\n".join(shown[:options.errors]))


if __name__ == "__main__":
    main()
