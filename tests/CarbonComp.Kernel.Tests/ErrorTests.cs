using CarbonComp.Kernel.Weaving;

namespace CarbonComp.Kernel.Tests;

public sealed class ErrorTests : IDisposable
{
    private readonly CellRun cell = new();

    public void Dispose() => cell.Dispose();

    [Fact]
    public void Compile_errors_show_line_and_caret_and_no_woven_code()
    {
        var error = cell.Fails("for (int i = 0; i < 3; i++)\n{\n    total += i;\n}");
        Assert.Equal("CompilationError", error.Name);
        Assert.StartsWith("(3,5): error CS0103", error.Message, StringComparison.Ordinal);
        var text = string.Join('\n', error.Traceback);
        Assert.Contains("  3 |     total += i;", text);
        Assert.Contains("    |     ^^^^^", text);
        Assert.DoesNotContain("Interruption", text);
    }

    [Fact]
    public void Runtime_errors_name_cell_line_and_column_as_written()
    {
        cell.Ok("int Divide(int a, int b)\n{\n    while (true) { if (b == 0) throw new ArgumentException(\"b is zero\"); return a / b; }\n}");
        var error = cell.Fails("var q = 1;\nforeach (var b in new[] { 1, 0 }) q += Divide(1, b);");
        Assert.Equal("System.ArgumentException", error.Name);
        Assert.Equal("b is zero", error.Message);
        var text = string.Join('\n', error.Traceback);
        Assert.Contains("cell [1], line 3, column 32", text);
        Assert.Contains("cell [2], line 2, column 35", text);
        Assert.DoesNotContain("CarbonComp.Kernel", text);
        Assert.DoesNotContain("MoveNext", text);
    }

    [Fact]
    public void Inner_exceptions_are_told()
    {
        var text = string.Join('\n',
            cell.Fails("try { int.Parse(\"x\"); } catch (Exception e) { throw new InvalidOperationException(\"outer\", e); }").Traceback);
        Assert.Contains("outer", text);
        Assert.Contains("System.FormatException", text);
    }

    [Fact]
    public void A_caught_exception_is_shown_with_the_frames_of_cells_only()
    {
        cell.Ok("int Divide(int a)\n{\n    return 1 / a;\n}");
        cell.Ok("Exception caught = null;\ntry { await Task.Yield(); Divide(0); } catch (Exception e) { caught = new InvalidOperationException(\"outer\", "
            + "e); }\ncaught");
        Assert.StartsWith("System.InvalidOperationException: outer\ncaused by System.DivideByZeroException", cell.Plain, StringComparison.Ordinal);
        Assert.Contains("Divide(int a) in cell [1], line 3", cell.Plain);
        Assert.Contains("cell [2], line 2", cell.Plain);
        Assert.DoesNotContain("Submission", cell.Plain);
        Assert.DoesNotContain("MoveNext", cell.Plain);
        Assert.DoesNotContain('\u001b', cell.Plain!);
        Assert.Equal("System.Exception: never thrown", cell.Ok("new Exception(\"never thrown\")").Plain);
    }

    [Theory]
    [InlineData("Price.Of(-5)", "price is -5. It must be positive.")]
    [InlineData("new Func<int>(() => Price.Of(-5))()", "price is -5. It must be positive.")]
    [InlineData("Price.Named(\"\")", "name: The value cannot be an empty string.")]
    [InlineData("Price.Read()", "row 3: there is no city.")]
    [InlineData("Price.Own()", "No such price.")]
    [InlineData("await Task.Run(() => Price.Of(-5))", "price is -5. It must be positive.")]
    public void What_a_library_says_of_a_value_is_one_sentence(string code, string sentence)
    {
        cell.Ok($"#r \"{Library()}\"");
        var error = cell.Fails(code);
        Assert.Equal(sentence, error.Message);
        Assert.True(error.IsSentence);
        Assert.DoesNotContain(error.Traceback, line => line.Contains("   at ", StringComparison.Ordinal));
        Assert.Contains("cell [2], line 1", error.Traceback[^1]);
        Assert.Contains("Price", cell.Ok($"Exception caught = null; try {{ _ = {code}; }} catch (Exception e) {{ caught = e; }} caught").Plain);
    }

    [Theory]
    [InlineData("Price.Broken()")]
    [InlineData("Price.Divided(0)")]
    [InlineData("new List<int>()[5]")]
    [InlineData("Throw(); void Throw() => throw new ArgumentException(\"of a cell\");")]
    public void What_a_library_or_a_cell_did_wrong_itself_keeps_its_frames(string code)
    {
        cell.Ok($"#r \"{Library()}\"");
        var error = cell.Fails(code);
        Assert.False(error.IsSentence);
        Assert.Contains(error.Traceback, line => line.Contains("   at ", StringComparison.Ordinal));
    }

    private static string Library() => TestAssembly.Compile(Directory.CreateTempSubdirectory("kernel").FullName, TestAssembly.NewName(), """
        using System;
        public class PriceException(string message) : Exception(message);
        public static class Price
        {
            public static int Of(double price) => price > 0 ? 1 : throw new ArgumentOutOfRangeException(nameof(price), price, "It must be positive.");
            public static int Named(string name) { ArgumentException.ThrowIfNullOrEmpty(name); return 1; }
            public static int Read() => throw new System.IO.InvalidDataException("row 3: there is no city.");
            public static int Own() => throw new PriceException("No such price.");
            public static int Broken() => throw new InvalidOperationException("broken");
            public static int Divided(int by) => 1 / by;
        }
        """);

    [Fact]
    public void Endless_recursion_is_an_error_not_the_end()
    {
        cell.Ok("var kept = 1; int Down(int n) => Down(n + 1) + 1;");
        Assert.Contains("too deep", cell.Fails("Down(0)").Message);
        Assert.Equal("1", cell.Ok("kept").Plain);
    }

    [Theory]
    [InlineData("Func<int, int> f = null; f = n => f(n + 1); f(0)")]
    [InlineData("Action<int> f = null; f = n => f(n + 1); f(0);")]
    [InlineData("Func<int, int> g = null, f = null; f = n => g(n + 1); g = n => f(n - 1); f(0)")]
    [InlineData("Func<int, int> f = null; f = n => n switch { < 0 => 0, _ => f(n + 1) }; f(0)")]
    [InlineData("Func<int, bool> f = null; f = n => !f(n + 1); f(0)")]
    [InlineData("Func<int, Func<int, int>> f = null; f = n => m => f(n)(m); f(0)(1)")]
    [InlineData("Func<int, int> f = null; f = n => Enumerable.Range(n, 1).Sum(i => f(i + 1)); f(0)")]
    [InlineData("Action<int> f = null; int last; f = n => last = new Func<int>(() => { f(n + 1); return n; })(); f(0);")]
    [InlineData("class A { A inner = new A(); }\nnew A()")]
    [InlineData("record A(int N) { public A Self { get; set; } }\nvar a = new A(1); a.Self = a; a.ToString()")]
    [InlineData("record B(C Other); record C { public B Other { get; set; } }\nvar c = new C(); c.Other = new B(c); $\"{c}\"")]
    [InlineData("record R(int Depth) { public R Next { get; } = new(Depth + 1); }\nnew R(0).Depth")]
    [InlineData("class P { public int Endless => Endless + 1; public static P operator -(P a) => -a; "
        + "public int this[int i] => this[i + 1]; }\nnew P().Endless")]
    [InlineData("class P { public static P operator -(P a) => -a; }\n-new P()")]
    [InlineData("class P { public int this[int i] => this[i + 1]; }\nnew P()[0]")]
    [InlineData("async Task<int> Deep(int n) => await Deep(n + 1);\nawait Deep(0)")]
    [InlineData("Func<int, Task<int>> f = null; f = async n => await f(n + 1); await f(0)")]
    [InlineData("int f(int n) => f(n + 1);\nf(0)")]
    [Trait("size", "large")]
    public void Endless_recursion_without_braces_is_an_error_not_the_end(string code) =>
        Assert.Contains("too deep", cell.Fails(code).Message);

    [Theory]
    [InlineData("Func<int, int> f = null; f = n => f(n + 1);", "f(0)")]
    [InlineData("static class Loop { public static Action<int> Do = n => Do(n + 1); }", "Loop.Do(0);")]
    public void Endless_recursion_in_a_loaded_file_is_an_error_not_the_end(string file, string code)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("kernel").FullName, "part.csx");
        File.WriteAllText(path, "// first\n" + file + "\nSystem.Linq.Expressions.Expression<Func<int, int>> kept = x => Math.Abs(x);\n");
        Assert.Equal("Call", cell.Ok($"#load \"{path}\"\nkept.Body.NodeType.ToString()").Plain);
        var error = cell.Fails(code);
        Assert.Contains("too deep", error.Message);
        Assert.Contains("part.csx, line 2", string.Join('\n', error.Traceback));
    }

    [Fact]
    public void Errors_in_a_lambda_without_braces_name_its_line_and_column()
    {
        var text = string.Join('\n', cell.Fails("Func<string, int> f =\n    s => int.Parse(s);\nf(\"x\")").Traceback);
        Assert.Contains("cell [1], line 2, column 10", text);
        Assert.DoesNotContain("Interruption", text);
    }

    [Theory]
    [InlineData("extension(int n) { public int Twice() => n * 2; }", "outside of a class: static int Twice(this int n)")]
    [InlineData("record struct W(int A); extension(W w) { public int T => 1; }", "outside of a class")]
    [InlineData("static class X { extension(int n) { public int Twice() => n * 2; } }", "outside of a class")]
    [InlineData("static class X { public static int Twice(this int n) => n * 2; }\n3.Twice()", "outside of a class")]
    [InlineData("using var s = new System.IO.StringReader(\"a\");\ns.ReadLine()", "using (var x = …) { … }")]
    [InlineData("var a = 1; using System.IO.StringReader s = new(\"a\");", "using (var x = …) { … }")]
    [InlineData("await using var s = new System.IO.MemoryStream();", "using (var x = …) { … }")]
    [InlineData("namespace A { class B { } }", "without a namespace")]
    [InlineData("Span<int> s = stackalloc int[3];", "into a block { … }")]
    [InlineData("int[] a = { 1 }; ref int r = ref a[0];", "into a block { … }")]
    [InlineData("file class F { }", "Leave out the word file")]
    [InlineData("yield return 1;", "IEnumerable<T>")]
    [InlineData("var x = 1; var x = 2;", "A later cell may declare it again")]
    public void What_the_dialect_forbids_is_told_with_what_works_instead(string code, string instead)
    {
        var error = cell.Fails(code);
        Assert.Equal("CompilationError", error.Name);
        Assert.Contains(instead, string.Join('\n', error.Traceback));
        Assert.DoesNotContain("XML documentation", string.Join('\n', error.Traceback));
        Assert.Equal("1", cell.Ok("1").Plain);
    }

    [Theory]
    [InlineData("using (var s = new System.IO.StringReader(\"a\")) { Console.Write(s.ReadLine()); }", "a")]
    [InlineData("{ using var s = new System.IO.StringReader(\"a\"); Console.Write(s.ReadLine()); }", "a")]
    [InlineData("{ Span<int> s = stackalloc int[3]; Console.Write(s.Length); }", "3")]
    [InlineData("int[] a = { 1 }; { ref int r = ref a[0]; r = 4; }\nConsole.Write(a[0]);", "4")]
    [InlineData("static int Twice(this int n) => 2 * n;\nConsole.Write(3.Twice());", "6")]
    public void What_is_advised_works(string code, string printed) => Assert.Equal(printed, cell.Ok(code).Stdout);

    [Fact]
    public void A_value_that_an_enum_does_not_have_is_told_with_those_it_has()
    {
        var error = cell.Fails("var day = DayOfWeek.Someday;");
        Assert.StartsWith("(1,21): error CS0117", error.Message, StringComparison.Ordinal);
        Assert.Equal("  There is no DayOfWeek \"Someday\". There are: Sunday, Monday, Tuesday, Wednesday, Thursday, Friday and Saturday.", error.Traceback[^1]);
        Assert.Null(cell.Fails("var day = DayOfWeek.Someday; missing()").Answer);
        Assert.Null(cell.Fails("Console.Nothing()").Answer);
    }

    [Fact]
    public void A_diagnostic_without_a_place_is_told()
    {
        var where = Microsoft.CodeAnalysis.Location.None;
        var kind = new Microsoft.CodeAnalysis.DiagnosticDescriptor("CS9999", "", "Nowhere to be found.", "",
            Microsoft.CodeAnalysis.DiagnosticSeverity.Error, isEnabledByDefault: true);
        var exception = new Engine.CellDiagnosticsException([Microsoft.CodeAnalysis.Diagnostic.Create(kind, where)], new CellTexts());
        Assert.Equal("error CS9999: Nowhere to be found.", exception.Message);
        Assert.Equal(["error CS9999: Nowhere to be found."], exception.Report());
    }

    [Theory]
    [InlineData("class E : Exception { public override string Message => throw new InvalidOperationException(\"no\"); }\nthrow new E();", "its Message threw")]
    [InlineData("class E : Exception { public override string Message => null; }\nthrow new E();", "")]
    [InlineData("class E : Exception { public override string Message => Message + \"x\"; }\nthrow new E();", "its Message threw")]
    [InlineData("class E : Exception { public override string ToString() => throw new Exception(); public override string StackTrace => throw new Exception(); "
        + "public override System.Collections.IDictionary Data => throw new Exception(); }\nthrow new E();", "Exception of type")]
    [InlineData("class E : Exception { public override bool Equals(object o) => throw new Exception(); "
        + "public override int GetHashCode() => throw new Exception(); }\nthrow new AggregateException(new E(), new E());", "One or more errors")]
    public void An_exception_that_cannot_speak_is_an_error_all_the_same(string code, string message)
    {
        Assert.Contains(message, cell.Fails(code).Message);
        Assert.Equal("1", cell.Ok("1").Plain);
        cell.Ok(code.Replace("throw new E();", "new E()", StringComparison.Ordinal).Replace("throw new Agg", "new Agg", StringComparison.Ordinal).TrimEnd(';'));
    }
}
