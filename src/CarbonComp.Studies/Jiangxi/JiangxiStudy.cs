namespace CarbonComp.Studies;

/// <summary>The study of JX, for its own cities or for other regions.</summary>
public static class JiangxiStudy
{
    /// <summary>Reads and checks a case, which is counted as JX counts.</summary>
    /// <param name="path">The folder of <c>data/jiangxi-2010-2020</c>, or a case of other regions as for <see cref="BudgetCase.Load"/>.</param>
    /// <param name="coefficients">Factors of energy, respiration and land; <see cref="JiangxiCoefficients.AsPrinted"/> if none are given.</param>
    /// <returns>A <see cref="JiangxiCase"/> where the package holds what Jiangxi is constructed from.</returns>
    /// <exception cref="DataException">As for <see cref="BudgetCase.Load"/>.</exception>
    public static BudgetCase Load(string path, BudgetCoefficients? coefficients = null)
    {
        var counted = coefficients ?? JiangxiCoefficients.AsPrinted;
        return Directory.Exists(path) && DataPackage.Load(path) is var package && package.Has("city-emissions") && package.Has("land-cover")
            && package.Has("published") ? JiangxiCase.Of(new JiangxiConstruction(package), counted) : BudgetCase.Load(path, counted);
    }
}
