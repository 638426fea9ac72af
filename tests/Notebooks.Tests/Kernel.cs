namespace CarbonComp.Notebooks.Tests;

/// <summary>A kernel that every notebook is run on.</summary>
/// <param name="Name">Its name in Jupyter.</param>
internal sealed record Kernel(string Name)
{
    public static Kernel Ours { get; } = new("carboncomp-csharp");

    public static Kernel DotNetInteractive { get; } = new(".net-csharp");

    public bool IsOurs => this == Ours;

    /// <summary>What runs the notebooks on it.</summary>
    public string Command => IsOurs ? "./environment/run.sh" : $"./environment/run.sh --kernel {Name}";

    /// <summary>Libraries that need a newer FSharp.Core than .NET Interactive has.</summary>
    public IReadOnlyList<string> CannotLoad => IsOurs ? [] : ["CarbonComp.Interactive.dll", "CarbonComp.PlotlyNet.dll"];
}
