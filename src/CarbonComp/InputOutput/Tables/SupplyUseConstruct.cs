namespace CarbonComp.InputOutput;

/// <summary>The assumption by which a symmetric table is made of supply and use.</summary>
public enum SupplyUseConstruct
{
    /// <summary>Industry by industry, fixed product sales structure (model D): each product keeps its shares of industries wherever it is sold.</summary>
    FixedProductSales,

    /// <summary>Product by product, industry technology (model B): an industry makes all its products with one recipe.</summary>
    IndustryTechnology,
}
