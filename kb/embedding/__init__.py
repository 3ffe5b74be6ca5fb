"""Text to vectors. `open_embedder` opens the one that the settings name; `worker.EmbeddingProcess` runs it in a child process of low priority, for many
passages at once. Splitting books into passages, storing vectors and searching them are left to the rest of `kb`.
"""

from kb.embedding.choose import default_model_dir, open_embedder
from kb.embedding.protocol import Embedder, EmbedderUnavailable, EmbeddingFailed

__all__ = ["Embedder", "EmbedderUnavailable", "EmbeddingFailed", "default_model_dir", "open_embedder"]
