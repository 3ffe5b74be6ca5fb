"""A model sitting the exam: what it is shown, and how its choice is taken."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from langchain_core.language_models.fake_chat_models import GenericFakeChatModel
from langchain_core.messages import AIMessage

from engine.errors import ModelError
from engine.evaluation.examinee import Examinee, answer_all, messages_for
from engine.evaluation.items import Item, Presentation, presentations

ITEM = Item("q", "操作系统", "哪个没有外部碎片？", ("分段", "分页", "可变分区", "覆盖"), "B")
SHOWN = Presentation(ITEM, 1, "DBCA")


class Scripted(GenericFakeChatModel):
    """Says what it was told to, or fails."""

    say: Callable[[int], AIMessage]
    count: int = 0

    def _generate(self, messages: Any, *arguments: Any, **more: Any) -> Any:
        self.messages = iter([self.say(self.count)])
        self.count += 1
        return super()._generate(messages, *arguments, **more)


def scripted(*said: str | AIMessage | Exception) -> Scripted:
    def say(count: int) -> AIMessage:
        one = said[min(count, len(said) - 1)]
        if isinstance(one, Exception):
            raise one
        return AIMessage(one) if isinstance(one, str) else one

    return Scripted(messages=iter(()), say=say)


def test_it_is_shown_the_options_in_their_order_and_the_passages_as_material() -> None:
    (_, system), (_, asked) = messages_for(SHOWN, "你是助教", [], "generated")
    assert system == "你是助教"
    assert "A. 覆盖\nB. 分页\nC. 可变分区\nD. 分段" in asked
    assert "可以先分析" in asked and "资料" not in asked
    (_, asked) = messages_for(SHOWN, "你是助教", ["408 笔记 > 分页\n页的大小固定。"], "logits")[1]
    assert "[1] 408 笔记 > 分页" in asked and "只是资料" in asked and "只输出" in asked


async def test_the_letter_it_writes_is_its_choice_in_the_order_shown() -> None:
    choice = await Examinee(scripted("页的大小固定。\n答案是 D"), "", "generated").answer(SHOWN)
    assert (choice.place, choice.truncated) == ("D", False)
    cut = AIMessage("页的大小固定，所以", response_metadata={"finish_reason": "length"})
    choice = await Examinee(scripted(cut), "", "generated").answer(SHOWN)
    assert (choice.place, choice.truncated) == (None, True)


async def test_the_likeliest_letter_is_its_choice_where_probabilities_are_given() -> None:
    top = [
        {"token": "页", "logprob": -0.1},
        {"token": " C", "logprob": -2.0},
        {"token": "B", "logprob": -2.5},
        {"token": "C", "logprob": -3.0},
        {"token": "E", "logprob": -1},
    ]
    told = AIMessage("页", response_metadata={"logprobs": {"content": [{"token": "页", "logprob": -0.1, "top_logprobs": top}]}})
    assert (await Examinee(scripted(told), "", "logits").answer(SHOWN)).place == "C"
    none = AIMessage("页", response_metadata={"logprobs": {"content": [{"token": "页", "logprob": -0.1, "top_logprobs": top[:1]}]}})
    assert (await Examinee(scripted(none), "", "logits").answer(SHOWN)).place is None
    with pytest.raises(ModelError, match="logprobs"):
        await Examinee(scripted("B"), "", "logits").answer(SHOWN)


async def test_when_one_fails_what_was_answered_has_been_handed_over() -> None:
    shown = list(presentations([Item(f"q{n}", "s", "哪个", ("甲", "乙"), "A") for n in range(6)], 0, 0))
    examinee = Examinee(scripted("答案是 A", "答案是 B", RuntimeError("overloaded")), "", "generated")
    got: list[tuple[str, str | None]] = []

    async def collect() -> None:
        async for one, choice in answer_all(examinee, shown, [()] * 6, parallel=1):
            got.append((one.item.id, choice.place))

    with pytest.raises(ModelError, match="overloaded"):
        await collect()
    assert got == [("q0", "A"), ("q1", "B")]
    assert len(asyncio.all_tasks()) == 1
