import unittest

from report import offline


class Offline(unittest.TestCase):
    def test_a_page_that_carries_everything_fetches_nothing(self):
        page = """<link rel="license" href="https://example.org"><style>a{}</style><img src="data:image/png;base64,AA">
                  <script>var s = '<script src="https://example.org/x.js">';</script><a href="https://example.org">x</a>"""
        self.assertEqual([], offline.fetched(page))

    def test_scripts_styles_images_and_frames_from_elsewhere_are_named(self):
        page = """<script src="https://example.org/a.js"></script><link rel="stylesheet" href="//example.org/b.css">
                  <img src="c.png"/><iframe src="file:///d.html"></iframe>"""
        self.assertEqual(
            ["https://example.org/a.js", "//example.org/b.css", "c.png", "file:///d.html"], offline.fetched(page)
        )
