using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Studies;

/// <summary>Energy use of regions of which only the total and a few members are known.</summary>
/// <remarks>What it gives is constructed: of all divisions that fit what is known, the one closest to a first guess.</remarks>
public static class EnergyDownscaling
{
    /// <summary>A first guess of each region's share: <c>p_i = w · e_i/Σe + (1 − w) · g_i/Σg</c>.</summary>
    /// <remarks>Industry's energy shows in the inventories of emissions, the rest goes with the economy; w is the share of industry.</remarks>
    /// <param name="emissions">e, inventories by region, not negative.</param>
    /// <param name="gdp">g, money by region, positive.</param>
    /// <param name="industryShare">w, share of industry in the energy use, 0 to 1.</param>
    /// <returns>Shares that sum to 1.</returns>
    /// <exception cref="AxisException">The two are not along the same regions.</exception>
    /// <exception cref="EmissionsException">Negative emissions, none at all, or GDP that is not positive; the message names the region.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A share outside 0 to 1.</exception>
    public static LabelledVector FirstGuess(LabelledVector emissions, LabelledVector gdp, double industryShare)
    {
        Guard.Share(industryShare, "The share of industry lies between 0 and 1. Write 0.6 for 60 %.");
        emissions.Axis.Require(gdp.Axis, gdp.Name);
        emissions.RequireNotNegative(error: message => new EmissionsException(message));
        gdp.RequirePositive(error: message => new EmissionsException(message));
        if (!(emissions.Total > 0)) throw new EmissionsException($"{emissions.Name}: all are 0, so they give no shares. Give at least one inventory.");
        var industry = new Quantity(industryShare, Unit.One, ValueStatus.Constructed);
        return (industry * emissions / emissions.Sum() + (1 - industry) * gdp / gdp.Sum()).Named("first guess of the share in energy use");
    }

    /// <summary>Divides a total so that known members are met and the others keep the proportions of the first guess.</summary>
    /// <remarks>
    /// <c>x_i = known_i</c>, else <c>(T − Σ known) · p_i / Σ p</c> over the members that are not known: of all divisions with
    /// these members and this total the one with the least <c>Σ x ln(x/p)</c> (minimum cross-entropy).
    /// </remarks>
    /// <param name="firstGuess">p, by region, not negative; only proportions matter.</param>
    /// <param name="total">T, tce, positive.</param>
    /// <param name="known">tce of the regions that are known, by code, name or local name; not negative.</param>
    /// <returns>tce by region.</returns>
    /// <exception cref="AxisException">A known region that is not on the axis.</exception>
    /// <exception cref="EmissionsException">Known members above the total, or nothing to divide the rest by; the message has both numbers.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A total that is not positive.</exception>
    public static LabelledVector Divide(LabelledVector firstGuess, double total, IReadOnlyDictionary<string, double> known)
    {
        Guard.Positive(total, "The total is a positive amount of energy.");
        var axis = firstGuess.Axis;
        var given = new double?[axis.Count];
        foreach (var (region, value) in known)
            given[axis.IndexOf(region)] = value >= 0 && double.IsFinite(value) ? value
                : throw new EmissionsException($"The energy use of {region} is given as {value:R} tce. It must be zero or positive.");
        var rest = total - given.Sum(g => g ?? 0);
        var free = Enumerable.Range(0, axis.Count).Where(i => given[i] is null).Sum(i => firstGuess[i]);
        if (rest < -1e-9 * total) throw new EmissionsException($"The known regions use {(total - rest) / 1e6:0.###} Mtce, more than all together "
            + $"({total / 1e6:0.###} Mtce). Check their units.");
        if (rest > 1e-9 * total && !(free > 0)) throw new EmissionsException($"{rest / 1e6:0.###} Mtce are left for regions of which nothing is "
            + $"known. Give them a first guess above 0.");
        firstGuess.RequireNotNegative(error: message => new EmissionsException(message));
        return new("energy use", axis, Enumerable.Range(0, axis.Count).Select(i => given[i] ?? (free > 0 ? Math.Max(0, rest) * firstGuess[i] / free : 0)),
            Unit.TonneStandardCoal, ValueStatuses.Weakest(firstGuess.Status, ValueStatus.Constructed));
    }

    /// <summary>A first guess for a year of which nothing is known, corrected by how far the years before and after are from theirs.</summary>
    /// <remarks><c>p_i · √(f_i,before · f_i,after)</c> with <c>f_i = x_i / (p_i · Σx)</c>, scaled to sum to 1.</remarks>
    /// <param name="firstGuess">p of the year.</param>
    /// <param name="before">Energy use and first guess of an earlier year.</param>
    /// <param name="after">Energy use and first guess of a later year.</param>
    /// <exception cref="AxisException">Other regions.</exception>
    /// <exception cref="EmissionsException">A first guess of 0 beside energy use; the message names the region.</exception>
    public static LabelledVector CarryOver(LabelledVector firstGuess, (LabelledVector Energy, LabelledVector FirstGuess) before,
        (LabelledVector Energy, LabelledVector FirstGuess) after)
    {
        Vector<double> Factor((LabelledVector Energy, LabelledVector FirstGuess) year)
        {
            firstGuess.Axis.Require(year.Energy.Axis, year.Energy.Name);
            firstGuess.Axis.Require(year.FirstGuess.Axis, year.FirstGuess.Name);
            for (var i = 0; i < firstGuess.Axis.Count; i++)
                if (!(year.FirstGuess[i] > 0)) throw new EmissionsException($"{year.FirstGuess.Name} of {firstGuess.Axis.Labels[i]} is "
                    + $"{year.FirstGuess[i]:R}; a correction needs one above 0.");
            return year.Energy.Values / year.Energy.Total / (year.FirstGuess.Values / year.FirstGuess.Total);
        }
        var corrected = firstGuess.Values.PointwiseMultiply(Factor(before).PointwiseMultiply(Factor(after)).PointwiseSqrt());
        return new(firstGuess.Name, firstGuess.Axis, corrected / corrected.Sum(), Unit.One,
            ValueStatuses.Weakest(firstGuess.Status, before.Energy.Status, after.Energy.Status));
    }
}
