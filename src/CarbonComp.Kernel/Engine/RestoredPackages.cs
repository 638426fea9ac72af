namespace CarbonComp.Kernel.Engine;

/// <summary>The files of restored packages: assemblies to compile against and load, and native libraries for this machine.</summary>
internal sealed record RestoredPackages(IReadOnlyList<string> Assemblies, IReadOnlyList<string> NativeLibraries);
