namespace CarbonComp.Kernel.Engine.Magics;

/// <summary>A magic command (<c>#!time</c> and its like) is unknown, not to be had here, or could not be carried out.</summary>
internal sealed class MagicException(string message) : Exception(message);
