using System.Text.Json;

namespace CarbonComp.Kernel.Display;

/// <summary>A message of the page over a <see cref="Display.Comm"/>.</summary>
/// <param name="Comm">The line it came over.</param>
/// <param name="Data">The JSON part.</param>
/// <param name="Buffers">Binary parts.</param>
public sealed record CommMessage(Comm Comm, JsonElement Data, IReadOnlyList<byte[]> Buffers);
