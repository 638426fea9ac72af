"""The Jupyter project's own conformance test of a kernel, with samples for every part of it."""
import unittest

import jupyter_kernel_test as jkt


class ConformanceTests(jkt.KernelTests):
    kernel_name = "carboncomp-csharp"
    language_name = "C#"
    file_extension = ".cs"

    code_hello_world = 'Console.WriteLine("hello, world");'
    code_stderr = 'Console.Error.WriteLine("test");'
    completion_samples = [
        {"text": "Console.WriteL", "matches": {"WriteLine"}},
        {"text": "Enumerable.Ran", "matches": {"Range"}},
    ]
    complete_code_samples = ["1 + 1", "var x = 1;", "int F()\n{\n    return 1;\n}", "using System.IO;", "// only a comment", "undefined_name + 1"]
    incomplete_code_samples = ["if (true)\n{", "Console.WriteLine(", "int F()\n{\n", "var s = @\"open"]
    invalid_code_samples = ["var = ;", "class }", "1 + ) 2", "int 5x = 3;"]
    code_page_something = "Console.WriteLine?"
    code_generate_error = 'throw new Exception("on purpose");'
    code_execute_result = [
        {"code": "1+2", "result": "3"},
        {"code": '"te" + "xt"', "result": "text"},
        {"code": 'HTML("<b>bold</b>")', "mime": "text/html", "result": "<b>bold</b>"},
        {"code": "new[] { new { A = 1 } }", "mime": "text/html"},
    ]
    code_display_data = [
        {"code": 'display(HTML("<b>x</b>"));', "mime": "text/html"},
        {"code": 'display(Markdown("*x*"));', "mime": "text/markdown"},
        {"code": 'display(Latex("x^2"));', "mime": "text/latex"},
        {"code": 'display(SVG("<svg></svg>"));', "mime": "image/svg+xml"},
        {"code": 'display(JSON("[1]"));', "mime": "application/json"},
        {"code": 'display(new byte[] { 0x89, 0x50, 0x4e, 0x47, 0, 0 });', "mime": "image/png"},
    ]
    code_history_pattern = "1?2*"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = "Console.WriteLine"
    code_clear_output = "clear_output();"


if __name__ == "__main__":
    unittest.main(verbosity=2)
