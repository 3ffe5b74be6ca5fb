"""A tiny random InternLM2 with a byte-level BPE tokenizer made of the given text: the base model of the proof.

The model's code is taken from the xtuner package (Apache-2.0), which carries it; transformers does not.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from training.inside import cpu
from training.inside.request import read_request, write_result

CHAT_TEMPLATE = (
    "{{ bos_token }}{% for message in messages %}{{ '<|im_start|>' + message['role'] + '\n' + message['content'] + '<|im_end|>' + '\n' }}"
    "{% endfor %}{% if add_generation_prompt %}{{ '<|im_start|>assistant\n' }}{% endif %}"
)


def main() -> None:
    """Write the model into `folder`."""
    request = read_request()
    cpu.stand_in()
    import torch
    import xtuner
    from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers
    from transformers import AutoConfig, AutoModelForCausalLM, PreTrainedTokenizerFast

    folder = Path(request["folder"])
    folder.mkdir(parents=True, exist_ok=True)
    special = ["<unk>", "<s>", "</s>", "<|im_start|>", "<|im_end|>"]
    tokenizer = Tokenizer(models.BPE(unk_token="<unk>"))
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=request["vocabulary"], special_tokens=special, initial_alphabet=pre_tokenizers.ByteLevel.alphabet(), show_progress=False
    )
    tokenizer.train_from_iterator(Path(request["text"]).read_text(encoding="utf-8").splitlines(), trainer)
    whole = PreTrainedTokenizerFast(
        tokenizer_object=tokenizer, bos_token="<s>", eos_token="</s>", unk_token="<unk>", pad_token="</s>",
        additional_special_tokens=["<|im_start|>", "<|im_end|>"], chat_template=CHAT_TEMPLATE, clean_up_tokenization_spaces=False,
    )  # fmt: skip
    code = Path(xtuner.__file__).parent / "tools" / "model_converters" / "modeling_internlm2_reward"
    for name in ("configuration_internlm2.py", "modeling_internlm2.py"):
        shutil.copyfile(code / name, folder / name)
    config = {
        "architectures": ["InternLM2ForCausalLM"],
        "auto_map": {
            "AutoConfig": "configuration_internlm2.InternLM2Config",
            "AutoModelForCausalLM": "modeling_internlm2.InternLM2ForCausalLM",
            "AutoModel": "modeling_internlm2.InternLM2ForCausalLM",
        },
        "model_type": "internlm2", "vocab_size": len(whole), "hidden_size": request["hidden"], "intermediate_size": 2 * request["hidden"],
        "num_hidden_layers": request["layers"], "num_attention_heads": 4, "num_key_value_heads": 2, "hidden_act": "silu", "bias": False,
        "max_position_embeddings": 4096, "rms_norm_eps": 1e-5, "rope_theta": 1000000, "rope_scaling": None, "pretraining_tp": 1,
        "tie_word_embeddings": False, "initializer_range": 0.02, "bos_token_id": 1, "eos_token_id": 2, "pad_token_id": 2,
        "torch_dtype": "float16", "attn_implementation": "eager", "use_cache": True,
    }  # fmt: skip
    (folder / "config.json").write_text(json.dumps(config, indent=2), encoding="utf-8")
    torch.manual_seed(request["seed"])
    built = AutoModelForCausalLM.from_config(AutoConfig.from_pretrained(folder, trust_remote_code=True), trust_remote_code=True)
    built.half().save_pretrained(folder, safe_serialization=True)
    # save_pretrained writes the config anew, without the tensor-parallel field that the code asks for
    saved = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    (folder / "config.json").write_text(json.dumps({**config, **saved, "auto_map": config["auto_map"]}, indent=2), encoding="utf-8")
    whole.save_pretrained(folder)
    write_result(request, {"parameters": sum(weight.numel() for weight in built.parameters()), "vocabulary": len(whole)})


if __name__ == "__main__":
    main()
