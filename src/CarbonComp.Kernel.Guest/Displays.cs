using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;
using DotNetKernel = Microsoft.DotNet.Interactive.Kernel;

namespace CarbonComp.Kernel.Guest;

/// <summary>Leads what is displayed through .NET Interactive's <c>Display()</c> to the kernel's cells.</summary>
public static class Displays
{
    private static Action<object?, IReadOnlyList<(string MimeType, string Text)>, string, bool> leading = (_, _, _, _) => { };

    /// <summary>Has every displayed or updated value told, and nothing printed instead.</summary>
    /// <param name="show">Receives the value, its text by type of representation, the display's id, and whether it is an update.</param>
    public static void LeadTo(Action<object?, IReadOnlyList<(string MimeType, string Text)>, string, bool> show)
    {
        ArgumentNullException.ThrowIfNull(show);
        // The library's own kernel subscribes too, and prints what is displayed outside of one of its commands: it is let go.
        RuntimeHelpers.RunClassConstructor(typeof(DotNetKernel).TypeHandle);
        typeof(Formatter).GetField("OnFormatterEvent", BindingFlags.NonPublic | BindingFlags.Static)?.SetValue(null, null);
        leading = show;
        Formatter.SubscribeToDisplayedValues(displayed => Show(displayed.Value, displayed.FormattedValues, displayed.DisplayId, displayed.IsUpdated));
    }

    /// <summary>Leads on what code displays through the context it was called in.</summary>
    internal static void Follow(KernelInvocationContext context) => context.KernelEvents.Subscribe(new Observer());

    private static void Show(object? value, IReadOnlyList<FormattedValue> formatted, string displayId, bool update) =>
        leading(value, [.. formatted.Select(each => (each.MimeType, each.Value))], displayId, update);

    private sealed class Observer : IObserver<KernelEvent>
    {
        public void OnCompleted()
        {
            // The context ends with the code that was called in it.
        }

        public void OnError(Exception error)
        {
            // It is thrown to the caller as well.
        }

        public void OnNext(KernelEvent value)
        {
            if (value is DisplayedValueProduced produced)
                Show(produced.Value, [.. produced.FormattedValues], produced.ValueId, update: false);
            else if (value is DisplayedValueUpdated updated)
                Show(updated.Value, [.. updated.FormattedValues], updated.ValueId, update: true);
        }
    }
}
