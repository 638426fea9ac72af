namespace CarbonComp.Kernel.Engine;

/// <summary>The files of restored packages: assemblies to compile against and load, and native libraries for this machine.</summary>
/// <param name="Extensions">Extensions of .NET Interactive that the packages bring.</param>
internal sealed record RestoredPackages(IReadOnlyList<string> Assemblies, IReadOnlyList<string> NativeLibraries, IReadOnlyList<string> Extensions);
