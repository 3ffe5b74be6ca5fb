"""From an exam's folder to a fine-tuned, 4-bit InternLM2 behind TurboMind, in steps that can be killed and run again.

`data` runs in the bot's own environment and reads exams, questions and generators. Every other step is a subprocess in an
environment of its own (`environments`), because the tools' versions exclude each other; what runs there lies in `inside/` and
imports nothing of this project. `publishing` keeps half-made results from ever being used.
"""
