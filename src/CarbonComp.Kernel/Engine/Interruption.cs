using System.Runtime.CompilerServices;

namespace CarbonComp.Kernel.Engine;

/// <summary>The flag that stops a running cell. The kernel weaves calls to it into loops and functions of every cell; cells need not call it themselves.</summary>
/// <remarks>
/// The runtime cannot stop a thread from outside, so the cell looks for itself: one volatile read a turn.
/// The flag stays up until the next cell starts, so that what a stopped cell left running elsewhere stops too.
/// </remarks>
public static class Interruption
{
    // What a function of the runtime or the formatter may still need below the deepest of the cell's.
    private const int StackMargin = 512 * 1024;

    private static volatile bool requested;
    private static nuint safeStack;
    private static nuint safeStackSize;

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
    [SkipLocalsInit]
    public static unsafe bool Enter()
    {
        if (requested)
            Stop();
        byte here;
        if ((nuint)(&here) - safeStack >= safeStackSize)
            LookAtStack();
        return true;
    }

    /// <summary>The exception behind an expression that is no longer to be computed.</summary>
    public static CellInterruptedException Stopped() => new();

    internal static void Raise() => requested = true;

    internal static void Lower() => requested = false;

    /// <summary>Says where the stack of the cell's thread is, of which the current frame is at the top.</summary>
    internal static unsafe void UseStack(int bytes)
    {
        byte top;
        safeStackSize = (nuint)(bytes - StackMargin);
        safeStack = (nuint)(&top) - safeStackSize;
    }

    // Without NoInlining: only then does the JIT see that it never returns, and keeps the loop's values in registers.
    private static void Stop() => throw new CellInterruptedException();

    /// <summary>Near the end of the cell's stack, or on another thread: the runtime knows.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void LookAtStack() => RuntimeHelpers.EnsureSufficientExecutionStack();
}
