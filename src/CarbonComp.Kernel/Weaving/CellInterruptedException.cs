namespace CarbonComp.Kernel.Weaving;

/// <summary>The person stopped the cell.</summary>
public sealed class CellInterruptedException : OperationCanceledException
{
    /// <summary>Creates the exception with its usual message.</summary>
    public CellInterruptedException() : base("The cell was interrupted.") { }

    /// <summary>Creates the exception with a message.</summary>
    public CellInterruptedException(string message) : base(message) { }

    /// <summary>Creates the exception with a message and its cause.</summary>
    public CellInterruptedException(string message, Exception innerException) : base(message, innerException) { }
}
