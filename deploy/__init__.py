"""Scripts around the product: what `make run`, `make test` and `make check` do."""
