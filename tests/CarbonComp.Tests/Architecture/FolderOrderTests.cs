namespace CarbonComp.Tests.Architecture;

/// <summary>Inside a project a folder uses only those before it. Compiled types are compared, so neither names nor comments deceive it.</summary>
public class FolderOrderTests
{
    // "." is the project's own folder; "InputOutput/" stands for the order inside that folder.
    private static readonly Dictionary<string, string[]> Orders = new()
    {
        ["CarbonComp"] =
        [
            "Quantities", "Tables", "Regions", "Data", "Numerics", "Emissions", "InputOutput", "Sinks", "Budget", "Zoning", "Abatement",
            "Compensation", "Scenarios",
        ],
        ["CarbonComp/InputOutput"] = ["Tables", "Leontief", "Balancing", "Construction", "Analysis"],
        ["CarbonComp.Cases"] = ["."],
        ["CarbonComp.Charts"] = ["Theming", "Rendering", "Plotly", ".", "Explored", "Live", "Charts", "Results"],
        ["CarbonComp.Formats"] =
        [
            "Tables", "Rows", "Workbooks", "Wide", "Tidy", "Wiod", "Adb", "Figaro", "Oecd", "Exiobase", "Eora", "Gloria", "Emerging", "Ceads",
            "Inventories", "NationalBureau", "Outlines", "Rasters",
        ],
        ["CarbonComp.Glpk"] = ["."],
        ["CarbonComp.Interactive"] = ["."],
        ["CarbonComp.Kernel"] = ["Weaving", "Display", "Engine", "Notebooks", "Apps", "Sweeps", "Jupyter", "Commands", "."],
        ["CarbonComp.Kernel.Guest"] = ["."],
        ["CarbonComp.OrTools"] = ["."],
        ["CarbonComp.PlotlyNet"] = ["."],
        ["CarbonComp.Studies"] = ["Remarks", "Publications", "Cases", "Budgets", "Jiangxi", "Bth", "Provinces", "Mechanisms"],
        ["CarbonComp.Uncertainty"] = [".", "Distributions", "Inputs", "Sampling", "Specifications", "Ensembles", "Sensitivity", "Efficiency"],
    };

    // Arrows that go back today. Remove a line when its arrow is gone; add none.
    private static readonly HashSet<(string Project, string From, string To)> Known =
    [
        // An imported file may be a notebook.
        ("CarbonComp.Kernel", "Engine", "Notebooks"),
    ];

    public static TheoryData<string> Projects { get; } = [.. Orders.Keys];

    [Fact]
    public void Every_project_and_folder_has_its_place()
    {
        Assert.Empty(SourceTree.Projects.Except(Orders.Keys));
        Assert.Empty(from project in SourceTree.Projects
                     from file in SourceTree.Files(project)
                     where Place(project, file) is not { } folder || !Orders[project].Contains(folder)
                     select $"{project}/{file}");
    }

    [Theory, MemberData(nameof(Projects))]
    public void No_folder_uses_a_type_of_a_later_one(string room)
    {
        var project = room.Split('/')[0];
        var order = Orders[room];
        var back = from use in CompiledReferences.Read(SourceTree.Assembly(project))
                   let @from = Place(room, Inside(project, use.FromFile))
                   let to = Place(room, Inside(project, use.ToFile))
                   where @from is not null && to is not null && Array.IndexOf(order, to) > Array.IndexOf(order, @from)
                   select (From: @from, To: to, Use: $"{@from}/{use.From} uses {use.To} of {to}");
        var known = Known.Where(k => k.Project == room).Select(k => (k.From, k.To)).ToHashSet();
        Assert.Empty(back.Where(b => !known.Contains((b.From, b.To))).Select(b => b.Use).Distinct());
        // An arrow that is gone leaves the list, or it could come back unseen.
        Assert.Empty(known.Except(back.Select(b => (b.From, b.To))));
    }

    [Fact]
    public void References_are_found_in_signatures_generic_arguments_and_method_bodies()
    {
        var uses = CompiledReferences.Read(SourceTree.Assembly("CarbonComp")).Select(u => (u.From, u.To)).ToHashSet();
        // A base type, a property, an element of a list, a static call.
        Assert.Contains(("TransferMatrix", "Tabular"), uses);
        Assert.Contains(("Intensity", "RegionSectorAxis"), uses);
        Assert.Contains(("RegionalControls", "FinalUseProxy"), uses);
        Assert.Contains(("LeontiefSystem", "TechnicalCoefficients"), uses);
        Assert.DoesNotContain(("TechnicalCoefficients", "LeontiefSystem"), uses);
    }

    // The folder of a file inside a project or one of its folders; null for files outside it, such as those shared with another project.
    private static string? Place(string room, string? file)
    {
        var below = room.Contains('/') ? room[(room.IndexOf('/') + 1)..] + "/" : "";
        if (file is null || !file.StartsWith(below, StringComparison.Ordinal)) return null;
        var rest = file[below.Length..];
        return rest.Contains('/') ? rest[..rest.IndexOf('/')] : ".";
    }

    private static string? Inside(string project, string file)
    {
        var marker = $"/src/{project}/";
        var at = file.LastIndexOf(marker, StringComparison.Ordinal);
        var inside = at < 0 ? null : file[(at + marker.Length)..];
        return inside is null || inside.StartsWith("obj/", StringComparison.Ordinal) ? null : inside;
    }
}
