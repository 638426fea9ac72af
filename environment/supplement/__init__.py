"""Makes one zip of a study that a repository takes."""
