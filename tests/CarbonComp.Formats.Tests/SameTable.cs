namespace CarbonComp.Formats.Tests;

internal static class SameTable
{
    public static bool Equal(MultiRegionalTable a, MultiRegionalTable b) =>
        a.Axis.Equals(b.Axis) && a.Regions.SequenceEqual(b.Regions) && a.Sectors.SequenceEqual(b.Sectors) && a.Categories.Equals(b.Categories)
            && a.Categories.Labels.SequenceEqual(b.Categories.Labels)
            && a.Categories.LocalNames.SequenceEqual(b.Categories.LocalNames) && a.Unit == b.Unit && a.Status == b.Status
        && a.Intermediate.Equals(b.Intermediate) && a.FinalUseByCategory.Equals(b.FinalUseByCategory) && a.Exports.Equals(b.Exports)
        && a.ImportedInputs.Equals(b.ImportedInputs) && a.CompetitiveImports.Equals(b.CompetitiveImports) && a.Error.Equals(b.Error)
        && a.ValueAdded.Equals(b.ValueAdded) && a.Output.Equals(b.Output);
}
