"""Every error that is meant for a person, on one page.

    ShanganError                 shown as it is: what happened, what was kept, what to do next (Chinese)
    ├── SettingsError            a setting is missing or wrong: the bot does not start
    ├── ExamError                an exam folder cannot be used as it stands
    ├── QuestionFileError        a question file cannot be read; nothing of it was taken
    ├── ModelError               the language model cannot be used
    ├── TrainingError            a step of training cannot run; what is finished stays
    └── StorageError             the database or disk refuses

Everything else that is raised is a bug or an outage: the person sees an apology with a reference number, the log the traceback.
"""

from __future__ import annotations


class ShanganError(Exception):
    """Displayed to the user as it is. The message names what happened, what was kept and what to do next."""


class SettingsError(ShanganError):
    """A setting is missing or wrong; the message names it."""


class ExamError(ShanganError):
    """An exam folder cannot be used; the message lists every fault with its file and line."""


class QuestionFileError(ShanganError):
    """A question file cannot be imported; the message lists every fault. Nothing of the file was taken."""


class ModelError(ShanganError):
    """The language model cannot be used; the message says why and what works without it."""


class TrainingError(ShanganError):
    """A step of training cannot run or failed; the message says what is kept and how to go on."""


class StorageError(ShanganError):
    """The database or the disk refuses; the message says what was kept."""
