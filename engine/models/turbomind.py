"""A quantised InternLM2 in this process, through lmdeploy's TurboMind.

lmdeploy falls back to another engine without a word where TurboMind cannot run; here that is an error. It also has no
built-in InternLM2 chat template any more and takes a wrong name for a base template, so the tokenizer's own is used and
`<|im_end|>` is a stop word.
"""

from __future__ import annotations

import asyncio
import importlib
from collections.abc import AsyncIterator, Iterator
from typing import Any

from langchain_core.callbacks import AsyncCallbackManagerForLLMRun, CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessageChunk, BaseMessage, message_chunk_to_message
from langchain_core.outputs import ChatGeneration, ChatGenerationChunk, ChatResult

from engine.errors import ModelError
from engine.models import ModelChoice

STOP_WORDS = ["<|im_end|>"]
_ROLES = {"system": "system", "human": "user", "ai": "assistant"}


def open_turbomind(choice: ModelChoice) -> TurboMindChatModel:
    """Load the AWQ model at `choice.path` (4 bits, group size 128).

    Raises:
        ModelError: lmdeploy is not installed, TurboMind cannot run here, or the folder holds no model.
    """
    try:
        turbomind = importlib.import_module("lmdeploy.turbomind")
        lmdeploy = importlib.import_module("lmdeploy")
        engines = importlib.import_module("lmdeploy.serve.core")
    except ImportError as error:
        raise ModelError('没有安装 lmdeploy：请运行 pip install "shangan[turbomind]"，或把 SHANGAN_MODEL 设为 none 或 openai。') from error
    if not turbomind.is_available():
        raise ModelError("这台机器没有可用的 CUDA，TurboMind 不能运行。请换到有显卡的机器，或把 SHANGAN_MODEL 设为 none 或 openai。")
    if choice.path is None or not (choice.path / "config.json").is_file():
        raise ModelError(f"{choice.path} 里没有模型（缺 config.json）。请把 SHANGAN_MODEL_PATH 指向量化好的模型目录。")
    configuration = lmdeploy.TurbomindEngineConfig(
        model_format="awq", session_len=8192, cache_max_entry_count=0.4, enable_prefix_caching=True, quant_policy=8
    )
    # InternLM2 is not part of transformers: its code lies in the model's folder, which its owner made
    engine = engines.AsyncEngine(str(choice.path), backend="turbomind", backend_config=configuration, trust_remote_code=True)
    generation = lmdeploy.GenerationConfig(
        max_new_tokens=choice.max_tokens, temperature=choice.temperature, do_sample=choice.temperature > 0, stop_words=STOP_WORDS
    )
    return TurboMindChatModel(engine=engine, generation=generation)


class TurboMindChatModel(BaseChatModel):
    """lmdeploy's `AsyncEngine` behind LangChain's chat-model interface.

    Attributes:
        engine: an `lmdeploy` AsyncEngine on the TurboMind backend.
        generation: an `lmdeploy.GenerationConfig`.
    """

    engine: Any
    generation: Any
    started: bool = False

    @property
    def _llm_type(self) -> str:
        return "turbomind"

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        raise ModelError("TurboMind 在异步循环里运行，请用 ainvoke 或 astream。")

    def _stream(self, *args: Any, **kwargs: Any) -> Iterator[ChatGenerationChunk]:
        raise ModelError("TurboMind 在异步循环里运行，请用 ainvoke 或 astream。")

    async def _agenerate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: AsyncCallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        whole = AIMessageChunk(content="")
        async for chunk in self._astream(messages, stop, run_manager, **kwargs):
            whole = whole + AIMessageChunk(content=chunk.text)
        return ChatResult(generations=[ChatGeneration(message=message_chunk_to_message(whole))])

    async def _astream(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: AsyncCallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> AsyncIterator[ChatGenerationChunk]:
        if not self.started:
            self.engine.start_loop(asyncio.get_running_loop(), use_async_api=True)
            self.started = True
        session = self.engine.session_mgr.get()
        conversation = [{"role": _ROLES[message.type], "content": str(message.content)} for message in messages]
        request = await self.engine.preprocess(conversation, session_id=session.session_id, gen_config=self.generation)
        finished = False
        try:
            async for output in self.engine.generate(request, stream_response=True):
                if output.response:
                    yield ChatGenerationChunk(message=AIMessageChunk(content=output.response))
            finished = True
        finally:
            if not finished:  # the reader went away: give the GPU back
                await session.async_abort()
