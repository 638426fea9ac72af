namespace CarbonComp.Kernel.Jupyter;

/// <summary>The only places a kernel writes to by itself.</summary>
internal static class OwnFolders
{
    /// <summary>The variable that moves them.</summary>
    public const string Variable = "CARBONCOMP_DATA_DIR";

    /// <summary>What is kept from session to session.</summary>
    public static string Data
    {
        get
        {
            if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } told)
                return told;
            return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "carboncomp");
        }
    }
}
