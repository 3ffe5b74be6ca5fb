"""A question that is in the bank already gets its key and explanation."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping

from engine.asking import Answer, Question
from engine.questions.bank import Bank
from engine.quizzing.wording import key_and_explanation


class BankAnswerer:
    """Recognises a bank question that was pasted, whole or in part."""

    def __init__(self, banks: Mapping[str, Bank]) -> None:
        self._banks = banks

    async def answer(self, question: Question) -> AsyncIterator[Answer]:
        """The key with its explanation, or nothing."""
        bank = self._banks.get(question.exam.id)
        found = bank.find(question.text) if bank is not None and question.book is None else None
        if found is None or found.evaluation:
            return
        yield Answer(
            "bank", f"这道题在题库里（{found.id}）。\n\n{key_and_explanation(found)}", details={"question": found.id, "answer": found.key}
        )
