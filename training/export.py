"""Writes the model file that src/core/model_file.cpp and src/linguistics read.

The container is described in src/core/model_file.hpp. A tensor section is u32 kind (0 float, 1 eight-bit rows),
u32 rows, u32 columns, u32 zero, for eight-bit rows one float scale a row, then the values.
"""

import datetime
import json
import struct

import numpy as np
import xxhash

from . import features, names

MAGIC = b"DIURNAM1"
VERSION = 1


def _float(tensor) -> bytes:
    a = np.ascontiguousarray(np.atleast_2d(tensor.detach().float().numpy()), dtype="<f4")
    return struct.pack("<4I", 0, a.shape[0], a.shape[1], 0) + a.tobytes()


def _rows(tensor) -> bytes:
    a = np.ascontiguousarray(tensor.detach().float().numpy())
    scale = np.maximum(np.abs(a).max(axis=1), 1e-12).astype("<f4") / 127
    q = np.rint(a / scale[:, None]).clip(-127, 127).astype(np.int8)
    return struct.pack("<4I", 1, a.shape[0], a.shape[1], 0) + scale.tobytes() + q.tobytes()


def _keys(keys: dict[str, int]) -> bytes:
    """Sorted 32-bit hashes of normal forms, then the row of each."""
    found = {}
    for word in sorted(keys):
        found.setdefault(features.hash64(30, word) & 0xFFFFFFFF, keys[word])
    pairs = sorted(found.items())
    return (struct.pack("<2I", len(pairs), 0) + np.array([k for k, _ in pairs], dtype="<u4").tobytes()
            + np.array([r for _, r in pairs], dtype="<u2").tobytes())


def _linear(sections, name, layer):
    sections[name + ".weight"] = _rows(layer.weight)
    if layer.bias is not None:
        sections[name + ".bias"] = _float(layer.bias)


def sections_of(network, labels, keys, exceptions, card) -> dict[str, bytes]:
    sections = {"card": json.dumps(card, indent=1, ensure_ascii=False).encode()}
    sections["labels"] = "".join(f"{task}\t{label}\n" for task, group in labels.lists.items() for label in group).encode()
    sections["combinations"] = "".join("\t".join(triple) + "\n" for triple in labels.combinations).encode()
    sections["lemmas"] = "".join(f"{form}\t{upos}\t{lemma}\n" for (form, upos), lemma in sorted(exceptions.items())).encode()
    sections["word"] = _rows(network.word.weight)
    sections["affix"] = _rows(network.affix.weight)
    sections["vectors"] = _rows(network.vectors.weight)
    sections["vectors.keys"] = _keys(keys)
    _linear(sections, "project", network.project)
    for i, layer in enumerate(network.layers):
        _linear(sections, f"layer{i}", layer.weight)
        sections[f"layer{i}.gates"] = _float(layer.gates.flatten(0, 1))
    for task, head in network.heads.items():
        _linear(sections, task, head)
    for name in ("arc_dependent", "arc_head", "arc", "relation_dependent", "relation_head", "relation"):
        _linear(sections, name, getattr(network, name))
    sections["arc_root"] = _float(network.arc_root)
    sections["relation_root"] = _float(network.relation_root)
    return sections


def pack(sections: dict[str, bytes]) -> bytes:
    content = bytearray(struct.pack("<I", len(sections)))

    def align(to):
        content.extend(b"\0" * (-(32 + len(content)) % to))

    for name, section in sections.items():
        content += struct.pack("<I", len(name)) + name.encode()
        align(8)
        content += struct.pack("<Q", len(section))
    for section in sections.values():
        align(64)
        content += section
    return MAGIC + struct.pack("<II", VERSION, 0) + xxhash.xxh3_128(bytes(content)).digest() + bytes(content)


def card_of(network, labels, keys, exceptions, extra) -> dict:
    options = extra.get("options", {})
    silver = options.get("silver", "None") != "None"
    return {
        "name": "diurna-en", "language": "en", "created": datetime.date.today().isoformat(),
        "what": "tags, features, lemmas, dependency trees (Universal Dependencies v2) and names of English news text",
        "architecture": {"width": network.sizes.width, "layers": network.sizes.layers, "arc": network.sizes.arc,
                         "relation": network.sizes.relation, "word_rows": features.WORD_ROWS,
                         "affix_rows": features.AFFIX_ROWS, "vector_keys": len(keys), "lemma_exceptions": len(exceptions),
                         "labels": labels.sizes(), "name_types": names.TYPES},
        "data": [
            {"what": "UD English EWT, train", "licence": "CC BY-SA 4.0"},
            {"what": "UD English GUM, train, freely licensed genres", "licence": "CC BY 2.5-4.0, CC BY-SA 3.0"},
            {"what": "annotated Wikinews articles (names)", "licence": "CC BY 2.5"},
            {"what": "names labelled by spaCy en_core_web_md 3.8 on news and treebank sentences", "licence": "MIT (labeller)"},
            {"what": "word vectors of en_core_web_md 3.8 (OSCAR, Wikipedia, OpenSubtitles, WMT News Crawl)",
             "licence": "CC0"},
        ] + ([{"what": f"trees of news sentences by a teacher: the encoder {options.get('teacher')} fine-tuned on the treebanks above",
               "licence": "Apache-2.0 (encoder)"}] if silver else []),
        **extra,
    }


def write(path, network, labels, keys, exceptions, counts, extra) -> None:
    card = card_of(network, labels, keys, exceptions, extra)
    path.write_bytes(pack(sections_of(network, labels, keys, exceptions, card)))
    path.with_name("card.json").write_text(json.dumps(card, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
