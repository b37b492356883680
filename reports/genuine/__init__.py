"""Whether a copy is genuine: asked by anybody with a code or a file, answered without a word about the document."""
