namespace CarbonComp.Kernel.Engine.Magics;

/// <summary>A magic command of this kernel.</summary>
/// <param name="Name">As it is written after <c>#!</c>.</param>
/// <param name="Aliases">Other names.</param>
/// <param name="Usage">How it is written, with its argument.</param>
/// <param name="Summary">A sentence of help.</param>
/// <param name="Language">The language of the lines that follow, where it names one.</param>
internal sealed record MagicCommand(string Name, IReadOnlyList<string> Aliases, string Usage, string Summary, PartKind? Language = null)
{
    /// <summary>Whether it goes by a name.</summary>
    public bool Is(string name) => string.Equals(Name, name, StringComparison.OrdinalIgnoreCase) || Aliases.Contains(name, StringComparer.OrdinalIgnoreCase);
}
