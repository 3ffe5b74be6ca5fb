"""The chat-model seam: LangChain's chat-model interface, or no model at all.

`none` is the default and everything works with it. `openai` is any OpenAI-compatible endpoint (lmdeploy's api_server with
TurboMind is the reference). `turbomind` runs a quantised InternLM2 in this process and needs CUDA. Nothing heavy is imported
before a model is chosen.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from engine.errors import ModelError

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel


@dataclass(frozen=True, slots=True)
class ModelChoice:
    """Which language model is asked for.

    Attributes:
        url: of an OpenAI-compatible endpoint, ending in `/v1`.
        name: the model's name at that endpoint.
        key: its API key; may be empty on loopback.
        path: of a model folder, for `turbomind`.
        temperature: of sampling; low, since the model only rephrases what was found.
        max_tokens: of one answer; None: until the model stops.
        timeout_seconds: until the first token, and between two.
    """

    kind: Literal["none", "openai", "turbomind"] = "none"
    url: str = ""
    name: str = ""
    key: str = ""
    path: Path | None = None
    temperature: float = 0.2
    max_tokens: int | None = 1024
    timeout_seconds: float = 60


def missing_setting(choice: ModelChoice) -> str | None:
    """The setting that `choice` still needs, as its environment variable; None: nothing is missing."""
    if choice.kind == "openai":
        return "SHANGAN_MODEL_URL" if not choice.url else "SHANGAN_MODEL_NAME" if not choice.name else None
    if choice.kind == "turbomind":
        return "SHANGAN_MODEL_PATH" if choice.path is None else None
    return None


def open_chat_model(choice: ModelChoice) -> BaseChatModel | None:
    """The chosen model; None for `none`.

    Raises:
        ModelError: a setting is missing, a package is not installed, or there is no CUDA for TurboMind.
    """
    if choice.kind == "none":
        return None
    if missing := missing_setting(choice):
        raise ModelError(f"选了模型 {choice.kind}，但缺少设置 {missing}。补上它，或把 SHANGAN_MODEL 设为 none：没有模型也能问、能练。")
    if choice.kind == "openai":
        from langchain_openai import ChatOpenAI
        from pydantic import SecretStr

        return ChatOpenAI(
            base_url=choice.url,
            model=choice.name,
            api_key=SecretStr(choice.key or "not-needed"),
            temperature=choice.temperature,
            max_completion_tokens=choice.max_tokens,
            timeout=choice.timeout_seconds,
            max_retries=1,
            streaming=True,
        )
    from engine.models.turbomind import open_turbomind

    return open_turbomind(choice)
