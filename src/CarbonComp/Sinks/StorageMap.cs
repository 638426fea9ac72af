namespace CarbonComp.Sinks;

/// <summary>Carbon stored in each cell of a land cover raster (<c>docs/methods.md#bth-11</c>, in InVEST's raster form).</summary>
public static class StorageMap
{
    /// <summary>Storage from class numbers: each cell's true area times the pools of its class. Cells without value stay without.</summary>
    /// <remarks>A class that is not among the pools by its number counts as the pool that countsAs names for it.</remarks>
    /// <returns>t C in each cell.</returns>
    /// <exception cref="CarbonCompException">Not classes; while cells are read, a class that is not a whole number or has no pools: the message names row
    /// and column.</exception>
    public static LabelledRaster Of(LabelledRaster landCover, CarbonPools pools, IReadOnlyDictionary<string, string>? countsAs = null) =>
        Densities(landCover, pools, countsAs).ByArea($"carbon storage of {landCover.Name}", CellMeaning.Amount, Unit.TonneCarbon,
            (density, area) => density * area * Unit.SquareKilometre.To(Hectare));

    /// <summary>Carbon on a hectare of each cell, t C/ha.</summary>
    /// <inheritdoc cref="Of" path="/remarks|/exception"/>
    public static LabelledRaster Densities(LabelledRaster landCover, CarbonPools pools, IReadOnlyDictionary<string, string>? countsAs = null)
    {
        if (landCover.Meaning != CellMeaning.Class)
            throw new CarbonCompException($"{landCover.Name} does not hold numbers of classes. Declare it with LabelledRaster.Classes, if it does.");
        var direct = Enumerable.Range(0, 256).Select(code => pools.Find(code, countsAs)?.Total ?? double.NaN).ToArray();
        return landCover.Derive($"carbon density of {landCover.Name}", CellMeaning.Density, Unit.TonneCarbonPerHectare, pools.Status,
            (window, inputs, result) =>
        {
            for (var i = 0; i < window.Cells; i++)
            {
                var code = inputs[0][i];
                result[i] = double.IsNaN(code) ? double.NaN
                    : code >= 0 && code < 256 && (int)code == code && direct[(int)code] is var density && !double.IsNaN(density) ? density
                    : (code == Math.Floor(code) && Math.Abs(code) <= int.MaxValue ? pools.Find((int)code, countsAs) : null)?.Total
                    ?? throw pools.Unknown(code, landCover.Frame.Place(window.Row + i / window.Columns, window.Column + i % window.Columns));
            }
        });
    }

    /// <summary>The change between two states of the same cells: negative where carbon was lost.</summary>
    /// <exception cref="UnitException">Numbers that measure different things.</exception>
    /// <exception cref="CarbonCompException">Other cells, or amounts against densities.</exception>
    public static LabelledRaster Change(LabelledRaster before, LabelledRaster after)
    {
        if (before.Meaning != after.Meaning || before.Meaning == CellMeaning.Class)
            throw new CarbonCompException($"{after.Name} and {before.Name} must both be amounts or both densities of carbon.");
        return after.Derive("change of carbon storage", after.Meaning, after.Unit, after.Status, (window, inputs, result) =>
        {
            for (var i = 0; i < window.Cells; i++) result[i] = inputs[0][i] - inputs[1][i];
        }, before.In(after.Unit));
    }

    private static Unit Hectare { get; } = Unit.Parse("ha");
}
