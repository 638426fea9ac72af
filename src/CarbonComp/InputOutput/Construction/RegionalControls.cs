namespace CarbonComp.InputOutput;

/// <summary>The regional data from which a table is constructed.</summary>
/// <param name="ValueAdded">Value added by region (rows) and sector (columns), a sum of money, not negative; without the rest of the country.</param>
/// <param name="FinalUse">One proxy for each category of the national final use.</param>
/// <param name="Exports">Exports abroad by region and sector, a sum of money; none means each region exports a sector's national share of its output.</param>
/// <param name="IntermediateImports">Imported products that a region's sectors use, by region and product, a sum of money; every user of a product in a
/// region then imports the same share of it. None means each sector imports what the nation's does per unit of output.</param>
public sealed record RegionalControls(LabelledMatrix ValueAdded, IReadOnlyList<FinalUseProxy> FinalUse, LabelledMatrix? Exports = null,
    LabelledMatrix? IntermediateImports = null);
