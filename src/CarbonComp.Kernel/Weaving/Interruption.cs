using System.Runtime.CompilerServices;

namespace CarbonComp.Kernel.Weaving;

/// <summary>The flag that stops a running cell. The kernel weaves calls to it into loops and functions of every cell; cells need not call it
/// themselves.</summary>
/// <remarks>
/// The runtime cannot stop a thread from outside, so the cell looks for itself: one volatile read a turn.
/// The flag stays up until the next cell starts, so that what a stopped cell left running elsewhere stops too.
/// </remarks>
public static class Interruption
{
    // What a function of the runtime or the formatter may still need below the deepest of the cell's.
    private const int StackMargin = 512 * 1024;

    // An exception passes an async function by being caught and thrown anew, and its trace grows each time: unwinding takes
    // time with the square of the depth, so async functions are stopped at an eighth of the stack.
    private const int AsyncShare = 8;

    private static volatile bool requested;
    private static nuint safeStack;

    // Nought while a stop is requested: so a function's entry compares once for both.
    private static nuint safeStackSize;
    private static nuint stackSize;

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
        byte here;
        if ((nuint)(&here) - safeStack >= safeStackSize)
            CheckStopAndStack();
        return true;
    }

    /// <summary>As <see cref="Enter"/>, woven into async functions.</summary>
    /// <returns>Always <see langword="true"/>.</returns>
    /// <exception cref="CellInterruptedException">The cell is to stop.</exception>
    /// <exception cref="InsufficientExecutionStackException">The functions call each other too deep.</exception>
    [SkipLocalsInit]
    public static unsafe bool EnterAsync()
    {
        byte here;
        var left = (nuint)(&here) - safeStack;
        if (left >= safeStackSize)
            CheckStopAndStack();
        else if (left < stackSize - stackSize / AsyncShare)
            throw new InsufficientExecutionStackException();
        return true;
    }

    /// <summary>The exception behind an expression that is no longer to be computed.</summary>
    public static CellInterruptedException Stopped() => new();

    internal static void Raise()
    {
        requested = true;
        Volatile.Write(ref safeStackSize, 0);
    }

    internal static void Lower() => requested = false;

    /// <summary>Says where the stack of the cell's thread is, of which the current frame is at the top.</summary>
    internal static unsafe void UseStack(int bytes)
    {
        byte top;
        var size = (nuint)(bytes - StackMargin);
        safeStack = (nuint)(&top) - size;
        stackSize = size;
        Volatile.Write(ref safeStackSize, size);
        Interlocked.MemoryBarrier();
        // A stop that came in between is not lost.
        if (requested)
            Volatile.Write(ref safeStackSize, 0);
    }

    // Without NoInlining: only then does the JIT see that it never returns, and keeps the loop's values in registers.
    private static void Stop() => throw new CellInterruptedException();

    /// <summary>To be stopped, near the end of the cell's stack, or on another thread: the runtime knows.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void CheckStopAndStack()
    {
        if (requested)
            Stop();
        RuntimeHelpers.EnsureSufficientExecutionStack();
    }
}
