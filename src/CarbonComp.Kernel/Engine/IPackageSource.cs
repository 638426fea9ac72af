namespace CarbonComp.Kernel.Engine;

/// <summary>Turns package references into files.</summary>
internal interface IPackageSource
{
    /// <summary>Adds a feed: an address or a local folder.</summary>
    void AddFeed(string feed);

    /// <summary>Restores packages together with all that the session already has.</summary>
    /// <exception cref="DirectiveException">A package cannot be had; the message says which and why.</exception>
    RestoredPackages Restore(IReadOnlyList<PackageReference> wanted, CancellationToken stop);

    /// <summary>Makes what was restored last part of the session. Without it the session stays as it was.</summary>
    void Accept();
}
