namespace CarbonComp.InputOutput;

/// <summary>How a structural decomposition averages over the orders in which factors may change.</summary>
public enum DecompositionForm
{
    /// <summary>The mean of the two polar orders, first to last and last to first (Dietzenbacher and Los 1998).</summary>
    TwoPolar,

    /// <summary>The mean of all n! orders, the Shapley value.</summary>
    AllOrders,
}
