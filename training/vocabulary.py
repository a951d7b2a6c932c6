"""The pieces that our ten languages can need, cut out of the published vocabulary of a hundred."""

from __future__ import annotations

import io
import random
from collections.abc import Sequence

import sentencepiece
from sentencepiece import sentencepiece_model_pb2 as proto

from vedette.reading.tags.words import WORD_START

# Letters of the ten languages, and of the names of their neighbours as they are printed there.
LATIN = "abcdefghijklmnopqrstuvwxyz" "äöüßõšžåæø" "ąćęłńóśźż" "čėįšųūž" "āģēīķļņ" "áéíýúàèâêîôûçñëïřťďůěôŕő"
CYRILLIC = "абвгдежзийклмнопрстуфхцчшщъыьэюя" "ёіїєґў"
LETTERS = frozenset(LATIN + CYRILLIC)
SIGNS = ("<s>", "<pad>", "</s>", "<unk>")


def kept(pieces: Sequence[str]) -> list[int]:
    """Give the numbers of the pieces that stay: signs, and what has no letter of another script."""
    return [number for number, piece in enumerate(pieces) if piece in SIGNS or _is_ours(piece.replace(WORD_START, ""))]


def _is_ours(piece: str) -> bool:
    return all(not sign.isalpha() or sign.lower() in LETTERS for sign in piece)


def piece_model(pieces: Sequence[str], scores: Sequence[float]) -> bytes:
    """Make a unigram model of pieces and their scores, with the normalisation that the encoder was trained with.

    Only the library's own training writes that table of normalisation; so a toy
    model is trained, and its pieces are replaced by ours.
    """
    model = proto.ModelProto()
    model.ParseFromString(_toy())
    del model.pieces[:]
    kinds = proto.ModelProto.SentencePiece
    for piece, score in zip(pieces, scores, strict=True):
        kind = kinds.UNKNOWN if piece == "<unk>" else kinds.CONTROL if piece in SIGNS else kinds.NORMAL
        model.pieces.add(piece=piece, score=score, type=kind)
    model.normalizer_spec.add_dummy_prefix = False  # words say themselves whether a blank goes before them
    model.normalizer_spec.remove_extra_whitespaces = False
    model.trainer_spec.vocab_size = len(pieces)
    made: bytes = model.SerializeToString(deterministic=True)
    return made


def _toy() -> bytes:
    chance = random.Random(0)
    letters = "abcdefghijklmnopqrstuvwxyz"
    lines = [
        " ".join("".join(chance.choice(letters) for _ in range(chance.randint(2, 7))) for _ in range(8))
        for _ in range(300)
    ]
    made = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(lines), model_writer=made, vocab_size=100, model_type="unigram",
        normalization_rule_name="nmt_nfkc", minloglevel=2,
    )
    return made.getvalue()
