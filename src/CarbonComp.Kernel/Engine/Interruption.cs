using System.Runtime.CompilerServices;

namespace CarbonComp.Kernel.Engine;

/// <summary>The flag that stops a running cell. The kernel weaves calls to it into loops and functions of every cell; cells need not call it themselves.</summary>
/// <remarks>
/// The runtime cannot stop a thread from outside, so the cell looks for itself: one volatile read a turn.
/// The flag stays up until the next cell starts, so that what a stopped cell left running elsewhere stops too.
/// </remarks>
public static class Interruption
{
    private static volatile bool requested;

    /// <summary>Whether the person asked the running cell to stop. Woven into catch clauses, so that a catch-all does not swallow the stop.</summary>
    public static bool Requested => requested;

    /// <summary>Throws when the cell is to stop; else does nothing. Woven into loops and behind labels.</summary>
    /// <exception cref="CellInterruptedException">The cell is to stop.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Poll()
    {
        if (requested)
            Stop();
    }

    /// <summary>Woven into the entry of functions: as <see cref="Poll"/>, and turns endless recursion into an exception while it still can be one.</summary>
    /// <returns>Always <see langword="true"/>, so that it fits into an expression.</returns>
    /// <exception cref="CellInterruptedException">The cell is to stop.</exception>
    /// <exception cref="InsufficientExecutionStackException">The functions call each other too deep.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Enter()
    {
        if (requested)
            Stop();
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return true;
    }

    /// <summary>The exception behind an expression that is no longer to be computed.</summary>
    public static CellInterruptedException Stopped() => new();

    internal static void Raise() => requested = true;

    internal static void Lower() => requested = false;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Stop() => throw new CellInterruptedException();
}
