"""Builds again what is shipped with the exams for the default embedder: `python -m engine.evaluation [EXAMS]`.

For each exam the vectors of its notes and of its expected questions, and its scope gate, for all of them the coverage gate. The same texts give the same files. To be
run whenever notes, syllabus or calibration texts have changed; a test says when.
"""

from __future__ import annotations

import sys
from pathlib import Path

from engine.evaluation.gates import Remembering, labelled_notes, likelihoods, shared_folder, write_gates
from engine.exams import load_exams
from engine.expected import write_expected
from kb.builtin import save_vectors
from kb.embedding import default_model_dir, open_embedder
from kb.search import LEXICAL_WEIGHT

_WEIGHTS = (0.05, 0.1, 0.15, 0.2, 0.25, 0.3)


def main(folder: Path) -> None:
    """Build everything for the exams below `folder`, and report which weight of BM25 the labelled questions would choose."""
    exams = load_exams(folder)
    embedder = Remembering(open_embedder("e5", default_model_dir()))
    for exam in exams.values():
        if exam.notes:
            save_vectors(exam.notes_title, exam.folder, embedder)
            write_expected(exam, embedder, exam.folder / "vectors")
    write_gates(exams, embedder, {exam.id: exam.folder / "gate" for exam in exams.values()}, shared_folder(next(iter(exams.values()))))
    for exam in exams.values():
        notes = labelled_notes(exam)
        if notes.questions:
            losses = likelihoods(notes, embedder, _WEIGHTS)
            best = min(losses, key=losses.__getitem__)
            table = ", ".join(f"{weight}: {loss:.4f}" for weight, loss in losses.items())
            sys.stdout.write(
                f"{exam.id}: BM25 weight {best} is best for {len(notes.questions)} questions, {LEXICAL_WEIGHT} is used ({table})\n"
            )


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[2] / "data" / "exams")
