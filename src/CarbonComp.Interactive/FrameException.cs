namespace CarbonComp.Interactive;

/// <summary>A frame that cannot be read as what was asked for. The message lists everything that is wrong with it.</summary>
public sealed class FrameException : CarbonCompException
{
    internal FrameException(string what, IReadOnlyList<string> faults) : base(Told(what, faults)) => Faults = faults;

    /// <summary>What is wrong, where (column, rows, labels) and what to do: a sentence or two for each fault.</summary>
    public IReadOnlyList<string> Faults { get; }

    private static string Told(string what, IReadOnlyList<string> faults) =>
        faults.Count == 1 ? $"{what}: {faults[0]}" : $"{what}:" + string.Concat(faults.Select(fault => $"\n- {fault}"));
}
