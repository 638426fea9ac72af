namespace CarbonComp.Kernel.Display;

/// <summary>A value on the page, which can be replaced by another in its place.</summary>
public sealed class DisplayedValue
{
    private readonly ICellOutput output;
    private readonly string[] mimeTypes;

    internal DisplayedValue(ICellOutput output, string displayId, string[] mimeTypes)
    {
        this.output = output;
        this.mimeTypes = mimeTypes;
        DisplayId = displayId;
    }

    /// <summary>By which the frontend finds it.</summary>
    public string DisplayId { get; }

    /// <summary>Shows another value in its place, wherever on the page it is; also from a later cell.</summary>
    public void Update(object? updatedValue) =>
        // A later cell's update belongs to that cell's messages; the place is found by the id.
        (CellContext.Current?.Output ?? output).Display(Formatter.Format(updatedValue, mimeTypes), DisplayId, update: true);

    /// <summary>A displayed value as a cell's last expression is not shown a second time.</summary>
    internal static bool IsHidden(object? value) => value is DisplayedValue
        || value?.GetType() is { Name: nameof(DisplayedValue), Namespace: "Microsoft.DotNet.Interactive.Formatting" };
}
