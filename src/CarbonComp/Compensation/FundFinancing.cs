namespace CarbonComp;

/// <summary>Who finances the fund of a vertical compensation.</summary>
public enum FundFinancing
{
    /// <summary>Everyone pays in or is paid at its own standard; a higher level of government covers a deficit and keeps a surplus.</summary>
    Centre,

    /// <summary>The fund closes: the larger of its two sides is scaled down to the other. If one side is empty, nothing is paid.</summary>
    Closed,

    /// <summary>Regions pay nothing in: the centre pays everything, as transfers for ecological functions do.</summary>
    CentreAlone,
}
