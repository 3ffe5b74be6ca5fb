"""The configuration with which OpenCompass measures a model on C-Eval and on an exam's own evaluation set, written as files it reads.

OpenCompass lives in an environment of its own; nothing of it is imported here. What it writes, `engine.evaluation.forgetting` reads.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from string import Template

from engine.errors import ShanganError
from engine.evaluation.forgetting import OWN_PREFIX
from engine.evaluation.items import Item, ItemSet

LONGEST_ANSWER = 2048
"""Tokens an answer may have; the seeds' 16 cut the reasoning off before the choice."""

CEVAL_SPLITS = ("dev", "val", "test")
"""C-Eval's folders. Only `val` is measured, but OpenCompass opens all."""

_TEMPLATE = Path(__file__).parent / "templates" / "opencompass.template"
_FOLDER_MODEL = """dict(
    type=HuggingFacewithChatTemplate,
    abbr={abbr!r},
    path={path!r},
    model_kwargs=dict(device_map='auto', trust_remote_code=True),
    tokenizer_kwargs=dict(trust_remote_code=True),
    stop_words=['<|im_end|>'],
    max_seq_len=8192,
    max_out_len=LONGEST_ANSWER,
    batch_size=8,
    run_cfg=dict(num_gpus=1),
)"""
_SERVED_MODEL = """dict(
    type=OpenAISDK,
    abbr={abbr!r},
    path={name!r},
    openai_api_base={url!r},
    key='ENV',
    tokenizer_path={tokenizer!r},
    meta_template=dict(round=[dict(role='HUMAN', api_role='HUMAN'), dict(role='BOT', api_role='BOT', generate=True)]),
    temperature=0.0,
    query_per_second=8,
    max_seq_len=8192,
    max_out_len=LONGEST_ANSWER,
    batch_size=8,
    run_cfg=dict(num_gpus=0),
)"""


@dataclass(frozen=True, slots=True)
class ModelFolder:
    """A model in the Hugging Face layout, loaded by OpenCompass itself (a GPU)."""

    path: Path


@dataclass(frozen=True, slots=True)
class ServedModel:
    """A model behind an OpenAI-compatible endpoint; its key comes from OPENAI_API_KEY.

    Attributes:
        tokenizer: a folder with its tokenizer, by which prompts are measured; None: OpenCompass's own estimate.
    """

    url: str
    name: str
    tokenizer: Path | None = None


def write_configuration(folder: Path, exam: str, items: ItemSet, model: ModelFolder | ServedModel, ceval: Path | None = None) -> Path:
    """Write `configuration.py` and a question file for each subject into `folder`; the path of the configuration.

    Args:
        exam: the exam's id.
        ceval: the folder with C-Eval's `dev/`, `val/` and `test/`, all of which OpenCompass reads; None: it gets them itself.

    Raises:
        ShanganError: a question has not four options, or a folder is not what it should be.
    """
    if wrong := [item.id for item in items.items if len(item.options) != 4]:
        raise ShanganError(f"OpenCompass 的配置只收四个选项的题，{'、'.join(wrong[:5])} 等 {len(wrong)} 题不是，没有写。")
    if isinstance(model, ModelFolder) and not (model.path / "config.json").is_file():
        raise ShanganError(f"{model.path} 里没有模型（缺 config.json），没有写。请指向合并好的模型目录。")
    if ceval is not None and (missing := [split for split in CEVAL_SPLITS if not (ceval / split).is_dir()]):
        raise ShanganError(f"{ceval} 不是 C-Eval 的目录（里面少了 {'、'.join(missing)}），没有写。")
    folder.mkdir(parents=True, exist_ok=True)
    subjects: dict[str, list[Item]] = {}
    for item in items.items:
        subjects.setdefault(item.subject, []).append(item)
    own = []
    for number, (subject, some) in enumerate(subjects.items(), 1):
        path = (folder / f"{exam}-{number}.jsonl").resolve()
        path.write_text("".join(json.dumps(_row(item), ensure_ascii=False) + "\n" for item in some), encoding="utf-8")
        own.append((f"{OWN_PREFIX}{exam}-{subject}", subject, path.as_posix()))
    text = Template(_TEMPLATE.read_text(encoding="utf-8")).substitute(
        model_class="HuggingFacewithChatTemplate" if isinstance(model, ModelFolder) else "OpenAISDK",
        longest_answer=LONGEST_ANSWER,
        ceval_folder=repr(ceval.resolve().as_posix() if ceval else ""),
        own_sets=repr(own),
        own_name=repr(OWN_PREFIX + exam),
        model=_model(model),
    )
    configuration = folder / "configuration.py"
    configuration.write_text(text, encoding="utf-8")
    return configuration


def _row(item: Item) -> dict[str, str]:
    return {"question": item.stem, **dict(zip("ABCD", item.options, strict=True)), "answer": item.key}


def _model(model: ModelFolder | ServedModel) -> str:
    if isinstance(model, ModelFolder):
        path = model.path.resolve()
        return _FOLDER_MODEL.format(abbr=path.name, path=path.as_posix())
    tokenizer = model.tokenizer.resolve().as_posix() if model.tokenizer else None
    return _SERVED_MODEL.format(abbr=model.name.rpartition("/")[2], name=model.name, url=model.url, tokenizer=tokenizer)
