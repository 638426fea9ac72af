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
        var text = string.Join('\n', cell.Fails("try { int.Parse(\"x\"); } catch (Exception e) { throw new InvalidOperationException(\"outer\", e); }").Traceback);
        Assert.Contains("outer", text);
        Assert.Contains("System.FormatException", text);
    }

    [Fact]
    public void Endless_recursion_is_an_error_not_the_end()
    {
        cell.Ok("var kept = 1; int Down(int n) => Down(n + 1) + 1;");
        Assert.Contains("too deep", cell.Fails("Down(0)").Message);
        Assert.Equal("1", cell.Ok("kept").Plain);
    }
}
