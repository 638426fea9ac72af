"""Pages of the library's public types and members, and the index from symbols of the literature to them."""
