namespace CarbonComp.Uncertainty;

/// <summary>A result that depends on uncertain inputs.</summary>
/// <param name="Inputs">The inputs with their distributions.</param>
/// <param name="Calculation">From a run's values to the result. It is called by several threads at once: it must change nothing outside.</param>
public sealed record UncertainResult(UncertainInputs Inputs, Func<Draw, LabelledVector> Calculation)
{
    /// <summary>The result in every run of a sample.</summary>
    /// <param name="runs">The number of runs; with a Sobol sequence best a power of two.</param>
    /// <param name="method">How points are spread.</param>
    /// <param name="seed">The seed; the same seed gives the same runs.</param>
    /// <exception cref="UncertaintyException">Too few runs, or one that cannot be computed; the message names its values.</exception>
    public Ensemble Sample(int runs = 512, SamplingMethod method = SamplingMethod.Sobol, long seed = 1) =>
        Ensemble.Of(InputSample.Draw(Inputs, runs, method, seed), Calculation);
}
