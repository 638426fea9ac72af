namespace CarbonComp.Kernel.Tests;

public sealed class CellTests : IDisposable
{
    private readonly CellRun cell = new();

    public void Dispose() => cell.Dispose();

    [Fact]
    public void The_last_expression_is_the_value()
    {
        Assert.Equal("2", cell.Ok("1 + 1").Plain);
        Assert.Null(cell.Ok("var x = 1;").Value);
        Assert.Null(cell.Ok("Console.Write(\"x\")").Value);
        Assert.Equal("<null>", cell.Ok("(string)null").Plain);
        Assert.Null(cell.Ok("await Task.Delay(1)").Value);
        Assert.Equal("3", cell.Ok("await Task.FromResult(3)").Plain);
        Assert.Null(cell.Ok("List<int> list = [2, 1]; list?.Sort()").Value);
        Assert.Equal("1", cell.Ok("list[0]").Plain);
    }

    [Fact]
    public void Later_cells_see_variables_functions_types_and_usings()
    {
        cell.Ok("using System.Globalization;").Ok("var x = 5; int Twice(int a) => 2 * a;").Ok("record P(string Name);");
        Assert.Equal("10", cell.Ok("Twice(x)").Plain);
        Assert.Equal("中", cell.Ok("new P(\"中\").Name").Plain);
        Assert.Equal("True", cell.Ok("CultureInfo.InvariantCulture is not null").Plain);
        Assert.Equal("7", cell.Ok("var x = 7; x").Plain);
        Assert.Equal("7", cell.Ok("x").Plain);
    }

    [Fact]
    public void Pattern_and_out_variables_stay()
    {
        cell.Ok("int.TryParse(\"3\", out var parsed);").Ok("var (a, b) = (1, 2);").Ok("object o = 4; if (o is int four) { }");
        Assert.Equal("10", cell.Ok("parsed + a + b + four").Plain);
    }

    [Fact]
    public void A_cell_awaits_and_what_follows_runs_on_its_own_thread()
    {
        cell.Ok("var before = Environment.CurrentManagedThreadId; await Task.Delay(5); var after = Environment.CurrentManagedThreadId;");
        Assert.Equal("True", cell.Ok("before == after").Plain);
    }

    [Theory]
    [InlineData("IQueryable<int> q = new[] { 1, 2, 3 }.AsQueryable(); bool Odd(int i) => i % 2 == 1;\nFunc<int, bool> odd = i => Odd(i); q.Where(i => "
        + "Odd(i)).Count() + q.Where(i => i > 2).Count() + new[] { 1 }.Count(i => odd(i))", "4")]
    [InlineData("System.Linq.Expressions.Expression<Func<int, int>> e = x => Math.Abs(x);\ne.Body.NodeType.ToString()", "Call")]
    [InlineData("var n = 0; Action<int> add = x => n += Math.Abs(x); add(-2); Func<int, int> also = x => n += Math.Abs(x); also(-3) + n", "10")]
    [InlineData("Func<int, byte> b = x => Convert.ToByte(x); var h = (int x) => Math.Max(x, 3); Func<int, Func<int, int>> curried = x => y => Math.Min(x, "
        + "y); b(2) + h(1) + curried(9)(4)", "9")]
    [InlineData("Func<Task> wait = async () => await Task.Delay(1); Func<Task<int>> give = async () => await Task.FromResult(Math.Abs(-7)); await wait(); "
        + "await Task.Run(() => give())", "7")]
    [InlineData("class Lazily { public readonly Lazy<int> Value = new(() => Math.Abs(-6)); public List<int> Items { get; } = new() { 1 }; public string Name "
        + "= string.Concat(\"a\", \"b\"); const int C = 4; public int D = C; }\nvar l = new Lazily(); l.Value.Value + l.Items.Count + l.Name.Length + l.D",
        "13")]
    [InlineData("record P(int A, string B);\nrecord Q(int A, double C) : P(A, \"b\") { public int[] D { get; } = null; }\nrecord struct S(int X); record E; "
        + "abstract record G<T>(T V); record H() : G<int>(3) { sealed public override string ToString() => \"h\"; }\nnew P(1, \"x\") + \"|\" + new Q(1, 2.5) "
        + "+ \"|\" + new S(4) + \"|\" + new E() + \"|\" + new H()",
        "P { A = 1, B = x }|Q { A = 1, B = b, C = 2.5, D =  }|S { X = 4 }|E { }|h")]
    [InlineData("record G<T>(T V) { protected virtual bool PrintMembers(StringBuilder b) { b.Append(\"mine\"); return true; } }\nrecord Sealed { public "
        + "sealed override string ToString() => \"s\"; }\nrecord Derived(int N) : Sealed;\nnew G<int>(1) + \"|\" + new Derived(2)", "G { mine }|s")]
    public void Functions_without_braces_mean_what_they_say(string code, string value) => Assert.Equal(value, cell.Ok(code).Plain);

    [Fact]
    public void Blocking_on_a_task_of_the_cell_does_not_wait_forever()
    {
        cell.Ok("async Task<int> Slow() { await Task.Delay(10); return 3; }");
        Assert.Equal("3", cell.Ok("Slow().Result").Plain);
    }

    [Fact]
    public void Printed_text_goes_to_its_stream()
    {
        cell.Ok("Console.WriteLine(\"out 你好\"); Console.Error.Write(\"err\");");
        Assert.Equal("out 你好\n", cell.Stdout);
        Assert.Equal("err", cell.Stderr);
    }

    [Fact]
    public void A_displayed_value_can_be_replaced_from_a_later_cell()
    {
        cell.Ok("var shown = display(\"one\");");
        var id = Assert.Single(cell.Displays).Id;
        cell.Ok("shown.Update(HTML(\"<b>two</b>\")); shown");
        var (bundle, updated, update) = Assert.Single(cell.Displays);
        Assert.Equal(id, updated);
        Assert.True(update);
        Assert.Equal("<b>two</b>", bundle["text/html"]!.ToString());
        Assert.Null(cell.Value);
    }

    [Fact]
    public void Variables_of_a_cell_that_failed_keep_what_they_had()
    {
        cell.Fails("var kept = 41; throw new InvalidOperationException(\"stop\");");
        Assert.Equal("42", cell.Ok("kept + 1").Plain);
    }

    [Fact]
    public void A_cell_that_does_not_compile_changes_nothing()
    {
        cell.Ok("var x = 1;");
        cell.Fails("var x = \"text\"; y");
        Assert.Equal("2", cell.Ok("x + 1").Plain);
    }

    [Fact]
    public void Console_and_input_ask_the_person()
    {
        cell.Answers.Enqueue("first");
        cell.Answers.Enqueue("second");
        cell.Ok("var line = Console.ReadLine(); var other = input(\"name?\");");
        Assert.Equal("first second", cell.Ok("line + \" \" + other").Plain);
        Assert.Equal(["", "name?"], cell.Prompts);
    }

    [Fact]
    public void Another_encoding_of_the_console_does_not_lead_past_the_person()
    {
        cell.Answers.Enqueue("秦皇岛");
        cell.Ok("Console.InputEncoding = System.Text.Encoding.UTF8; Console.OutputEncoding = System.Text.Encoding.UTF8;");
        Assert.Equal("秦皇岛", cell.Ok("var line = Console.ReadLine(); Console.Write(line); line").Plain);
        Assert.Equal("秦皇岛", cell.Stdout);
    }

    [Fact]
    public void Load_runs_a_file_and_errors_name_its_line()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("kernel").FullName, "part.csx");
        File.WriteAllText(file, "int loaded = 3;\nint Broken(int a)\n{\n    return 1 / a;\n}\n");
        cell.Ok($"#load \"{file}\"\nloaded + 1");
        Assert.Equal("4", cell.Plain);
        Assert.Contains("part.csx, line 4, column 5", string.Join('\n', cell.Fails("Broken(0)").Traceback));
    }

    [Fact]
    public void A_referenced_file_is_used_by_later_cells_and_finds_what_lies_beside_it()
    {
        var file = typeof(FsCheck.Config).Assembly.Location;
        cell.Ok($"#r \"{file}\"").Ok("FsCheck.Config.Quick.MaxTest");
        Assert.Equal("100", cell.Plain);
    }

    [Fact]
    public void A_missing_reference_says_where_it_was_looked_for()
    {
        var error = cell.Fails("#r \"../nowhere/none.dll\"");
        Assert.Contains("line 1", error.Message);
        Assert.Contains(Path.GetFullPath("../nowhere/none.dll"), error.Message);
    }

    [Fact]
    public void An_unknown_directive_fails_the_cell() =>
        Assert.Contains("#!fsharp", cell.Fails("var x = 1;\n#!fsharp\nlet y = 2").Message);

    [Fact]
    public void An_interrupt_before_an_expected_cell_begins_stops_that_cell_and_no_other()
    {
        cell.Session.Expect();
        cell.Session.Interrupt();
        Assert.Equal("Interrupted", cell.Fails("var reached = true; while (true) { }").Name);
        cell.Session.Interrupt();
        Assert.Equal("2", cell.Ok("1 + 1").Plain);
    }
}
