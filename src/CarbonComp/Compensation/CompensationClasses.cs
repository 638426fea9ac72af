namespace CarbonComp;

/// <summary>Regions by what they pay: payers in two classes by natural breaks, all others compensated.</summary>
/// <remarks>See <c>docs/methods.md#breaks</c>. JX, which has these classes, does not say where they divide.</remarks>
public sealed record CompensationClasses : Tabular
{
    private CompensationClasses(LabelledVector payments)
    {
        Payments = payments;
        var paid = payments.Values.Where(v => v > 0).ToArray();
        // The largest payment that is still low; none where all payers pay the same.
        var bound = paid.Distinct().Count() > 1 ? NaturalBreaks.Breaks(paid, 2)[1] : 0;
        Classes = [.. payments.Values.Select(v => v > bound ? CompensationClass.High : v > 0 ? CompensationClass.Low : CompensationClass.Compensated)];
    }

    /// <summary>Puts regions into classes by money, positive where they pay: <see cref="Settlement.Net"/>.</summary>
    /// <exception cref="UnitException">Not money.</exception>
    public static CompensationClasses Classify(LabelledVector payments) => new(payments.InCurrency());

    /// <summary>Money by region.</summary>
    public LabelledVector Payments { get; }

    /// <summary>The class of each region.</summary>
    public IReadOnlyList<CompensationClass> Classes { get; }

    /// <inheritdoc/>
    public override ValueStatus Status => Payments.Status;

    /// <inheritdoc/>
    public override string Caption => "Classes of compensation";

    /// <summary>The class of a region: code, name or local name.</summary>
    public CompensationClass this[string region] => Classes[Payments.Axis.IndexOf(region)];

    /// <summary>The regions of a class.</summary>
    public IReadOnlyList<string> Members(CompensationClass of) => [.. Payments.Axis.Labels.Where((_, i) => Classes[i] == of)];

    /// <summary>The name of a class.</summary>
    public static string NameOf(CompensationClass of) => of switch
    {
        CompensationClass.High => "high compensation",
        CompensationClass.Low => "low compensation",
        _ => "compensated",
    };

    /// <summary>A row a region: payment and class.</summary>
    public override Columns ToColumns() => Columns.Of(Payments.Named("payment")).With("class", Classes.Select(NameOf));
}
