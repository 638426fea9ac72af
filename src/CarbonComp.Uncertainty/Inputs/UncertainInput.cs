namespace CarbonComp.Uncertainty;

/// <summary>An input that is not known exactly.</summary>
public sealed record UncertainInput
{
    /// <summary>Creates the input.</summary>
    /// <param name="name">The name by which a run asks for its value.</param>
    /// <param name="distribution">What is known of it.</param>
    /// <param name="source">Where the distribution comes from.</param>
    /// <param name="status">The status of the distribution; without a source it is illustrative.</param>
    /// <exception cref="UncertaintyException">No name or no source.</exception>
    public UncertainInput(string name, Distribution distribution, string source, ValueStatus status = ValueStatus.Illustrative)
    {
        if (string.IsNullOrWhiteSpace(name)) throw new UncertaintyException("An uncertain input has no name. Give it one.");
        if (string.IsNullOrWhiteSpace(source))
            throw new UncertaintyException($"The distribution of {name} has no source. Say where it comes from, or that it is illustrative.");
        (Name, Distribution, Source, Status) = (name.Trim(), distribution, source.Trim(), status);
    }

    /// <summary>The name by which a run asks for its value.</summary>
    public string Name { get; }

    /// <summary>What is known of it.</summary>
    public Distribution Distribution { get; }

    /// <summary>Where the distribution comes from.</summary>
    public string Source { get; }

    /// <summary>The status of the distribution.</summary>
    public ValueStatus Status { get; }

    /// <summary>The same distribution for another input.</summary>
    public UncertainInput Named(string name) => new(name, Distribution, Source, Status);
}
