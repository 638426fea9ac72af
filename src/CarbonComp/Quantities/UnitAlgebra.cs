namespace CarbonComp.Quantities;

// Products and quotients of units, with the shortest symbols: yuan/t CO2 × Mt CO2 is yuan. A symbol is a product of parts (·), divided by further
// parts (/). Two parts of one kind, above and below, cancel. The factor brings the product of two values into the unit: 10^6 in this example.
internal static class UnitAlgebra
{
    public static (Unit Unit, double Factor) Multiply(Unit a, Unit b) =>
        IsOne(a) ? (b, 1) : IsOne(b) ? (a, 1) : Simplify([.. Above(a), .. Above(b)], [.. Below(a), .. Below(b)]);

    public static (Unit Unit, double Factor) Divide(Unit a, Unit b) =>
        IsOne(b) ? (a, 1) : Simplify([.. Above(a), .. Below(b)], [.. Below(a), .. Above(b)]);

    // Parts that differ by a multiple stay.
    public static Unit ExactProduct(Unit a, Unit b) => Multiply(a, b) is (var unit, 1) ? unit : Join([.. Above(a), .. Above(b)], [.. Below(a), .. Below(b)]);
    public static Unit ExactQuotient(Unit a, Unit b) => Divide(a, b) is (var unit, 1) ? unit : Join([.. Above(a), .. Below(b)], [.. Below(a), .. Above(b)]);

    private static bool IsOne(Unit unit) => unit.Dimension == UnitDimension.None && unit.Factor == 1 && Below(unit).Length == 0;

    private static Unit[] Above(Unit unit) => [.. unit.Symbol.Split('/')[0].Split('·').Select(Unit.Parse)];

    private static Unit[] Below(Unit unit) => [.. unit.Symbol.Split('/').Skip(1).SelectMany(part => part.Split('·')).Select(Unit.Parse)];

    private static (Unit Unit, double Factor) Simplify(Unit[] above, Unit[] below)
    {
        var (kept, divisors, factor) = (new List<Unit>(), below.ToList(), 1.0);
        foreach (var part in above)
        {
            var same = divisors.FindIndex(d => d == part) is var twin and >= 0 ? twin : divisors.FindIndex(d => d.Dimension == part.Dimension);
            if (part.Dimension == UnitDimension.None) factor *= part.Factor;
            else if (same < 0) kept.Add(part);
            else
            {
                factor *= part.To(divisors[same]);
                divisors.RemoveAt(same);
            }
        }
        foreach (var number in divisors.Where(d => d.Dimension == UnitDimension.None)) factor /= number.Factor;
        divisors.RemoveAll(d => d.Dimension == UnitDimension.None);
        var unit = Join([.. kept], [.. divisors]);
        // What is left may be a pure number too: km2/km/km.
        return unit.Dimension == UnitDimension.None ? (Unit.One, factor * unit.Factor) : (unit, factor);
    }

    private static Unit Join(Unit[] above, Unit[] below) => Unit.Parse(
        (above.Length == 0 ? "1" : string.Join('·', above.Select(u => u.Symbol))) + string.Concat(below.Select(u => $"/{u.Symbol}")));
}
