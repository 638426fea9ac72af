namespace CarbonComp.Uncertainty;

/// <summary>The estimator of first-order Sobol indices; V is the variance of the results at A and B together.</summary>
public enum FirstOrderEstimator
{
    /// <summary><c>S_i = mean[f_B(f_ABi − f_A)]/V</c> (Saltelli et al. 2010), SALib's, f less its mean over all runs: firm for small indices.</summary>
    Saltelli,

    /// <summary><c>S_i = 1 − mean[(f_B − f_ABi)²]/(2V)</c> (Jansen 1999): firm for large indices.</summary>
    Jansen,
}
