namespace CarbonComp;

/// <summary>The nine terms of gross exports (Koopman, Wang and Wei 2014), as sums of the sixteen of Wang, Wei and Zhu (docs/methods.md#kww).</summary>
/// <remarks>By exporter they are Koopman, Wang and Wei's; by sector and importer they are what Wang, Wei and Zhu's terms make of them.</remarks>
public static class KoopmanWangWei
{
    /// <summary>The nine terms of a decomposition into sixteen.</summary>
    /// <exception cref="AxisException">A decomposition into other terms.</exception>
    public static GrossExportDecomposition Of(GrossExportDecomposition sixteen)
    {
        WangWeiZhu.Terms.Require(sixteen.Terms, "The decomposition");
        return sixteen.Group("Koopman–Wang–Wei", ("DVA_FIN", ["DVA_FIN"]), ("DVA_INT", ["DVA_INT", "DVA_INTrexI1"]),
            ("DVA_INTrex", ["DVA_INTrexF", "DVA_INTrexI2"]), ("RDV_FIN", ["RDV_FIN", "RDV_FIN2"]), ("RDV_INT", ["RDV_INT"]),
            ("DDC", ["DDC_FIN", "DDC_INT"]), ("FVA_FIN", ["MVA_FIN", "OVA_FIN"]), ("FVA_INT", ["MVA_INT", "OVA_INT"]), ("FDC", ["MDC", "ODC"]));
    }
}
