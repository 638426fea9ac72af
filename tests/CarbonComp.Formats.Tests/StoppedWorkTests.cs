namespace CarbonComp.Formats.Tests;

/// <summary>What the stop button of a notebook ends. It is one for the process, so this test runs alone.</summary>
[CollectionDefinition(nameof(StoppedWorkTests), DisableParallelization = true)]
[Collection(nameof(StoppedWorkTests))]
public sealed class StoppedWorkTests : IDisposable
{
    // Under this name the kernel leaves the running cell's token.
    private const string Key = "Notebook.CellCancellationToken";

    public void Dispose() => AppContext.SetData(Key, null);

    [Fact]
    public void Writing_and_reading_look_at_the_stop_button()
    {
        using var folder = new TemporaryFolder();
        var table = RandomTable.Build(3, 4, 5).Table;
        WideTable.WriteXlsx(table, folder.File("written.xlsx"));
        AppContext.SetData(Key, new CancellationToken(canceled: true));
        Assert.Throws<OperationCanceledException>(() => WideTable.WriteXlsx(table, folder.File("other.xlsx")));
        Assert.Throws<OperationCanceledException>(() => WideTable.ReadXlsx(folder.File("written.xlsx")));
        Assert.Equal(["written.xlsx"], Directory.GetFiles(folder.Path).Select(Path.GetFileName));
    }
}
