using System.Text.Json.Nodes;
using static CarbonComp.Charts.Interaction;

namespace CarbonComp.Charts.Tests;

/// <summary>Figures with controls, on a page that a test stands in for.</summary>
[Collection("what a kernel lends")]
public sealed class InteractionTests : IDisposable
{
    private static readonly string[] Keys = ["Notebook.Display", "Notebook.Place", "Notebook.OpenComm", "Notebook.Widgets"];

    private readonly object?[] before = [.. Keys.Select(AppContext.GetData)];
    private readonly List<IReadOnlyDictionary<string, string>> shown = [];
    private readonly List<IReadOnlyDictionary<string, string>> drawn = [];
    private readonly List<(JsonNode Data, Action<string?> Received, List<string> Sent)> lines = [];

    public void Dispose()
    {
        foreach (var (key, value) in Keys.Zip(before)) AppContext.SetData(key, value);
    }

    private static CarbonFigure Figure(double price, string payer) => price > 2 ? throw new CarbonCompException("<Too high>.")
        : CarbonChart.Bar(new LabelledVector("payment", new CategoryAxis("city", payer, "b"), [price, 1], Unit.Yuan, ValueStatus.Illustrative))
            .WithTitle(FormattableString.Invariant($"{payer} at {price}"));

    private static InteractiveFigure Shown() => Interact(Slider("price", 0, 2.5, 0.5, start: 1), List("payer", ["a", "c"]), Figure);

    private void Live(string module = "@jupyter-widgets/controls", bool attended = true)
    {
        AppContext.SetData(Keys[0], (Action<IReadOnlyDictionary<string, string>>)shown.Add);
        AppContext.SetData(Keys[1], (Func<IReadOnlyDictionary<string, string>, Action<IReadOnlyDictionary<string, string>>>)(first =>
        {
            drawn.Add(first);
            return drawn.Add;
        }));
        AppContext.SetData(Keys[2], (Func<string, string, string, string, Action<string?>, Action<string>?>)((_, _, data, _, received) =>
        {
            if (!attended) return null;
            var sent = new List<string>();
            lines.Add((JsonNode.Parse(data)!, received, sent));
            return sent.Add;
        }));
        AppContext.SetData(Keys[3], (Func<string>)(() => module));
    }

    [Theory]
    [InlineData("@jupyter-widgets/controls", """{"method":"update","state":{"index":3}}""", """{"method":"update","state":{"index":1}}""")]
    [InlineData("jupyter-js-widgets", """{"method":"backbone","sync_data":{"value":"1.5"}}""", """{"method":"backbone","sync_data":{"value":"c"}}""")]
    public void Moves_of_both_generations_of_widgets_draw_again(string module, string toPrice, string toPayer)
    {
        Live(module);
        Assert.True(Shown().IsLive);
        Assert.Contains("a at 1", Assert.Single(drawn)["text/plain"]);
        Assert.Equal(2, shown.Count(s => s.ContainsKey("application/vnd.jupyter.widget-view+json")));
        var state = lines[0].Data["state"] ?? lines[0].Data;
        Assert.Equal(("SelectionSliderModel", module), ((string)state["_model_name"]!, (string)state["_model_module"]!));
        Assert.Equal(["0", "0.5", "1", "1.5", "2", "2.5"], state["_options_labels"]!.AsArray().Select(label => (string)label!));
        lines[0].Received(toPrice);
        Assert.Contains("a at 1.5", drawn[^1]["text/plain"]);
        lines[1].Received(toPayer);
        Assert.Contains("c at 1.5", drawn[^1]["text/plain"]);
        // A message that chooses nothing new draws nothing.
        lines[1].Received(toPayer);
        lines[1].Received("""{"method":"custom","content":{}}""");
        Assert.Equal(3, drawn.Count);
    }

    [Fact]
    public void What_the_calculation_refuses_is_told_in_the_figures_place()
    {
        Live();
        Shown();
        lines[0].Received("""{"method":"update","state":{"index":5}}""");
        Assert.Equal("<Too high>.", drawn[^1]["text/plain"]);
        Assert.Contains("&lt;Too high&gt;.", drawn[^1]["text/html"]);
    }

    [Fact]
    public void A_page_that_lost_its_widgets_gets_their_state()
    {
        Live();
        Shown();
        lines[0].Received("""{"method":"update","state":{"index":1}}""");
        lines[0].Received("""{"method":"request_state"}""");
        Assert.Equal(1, (int)JsonNode.Parse(lines[0].Sent.Single())!["state"]!["index"]!);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Where_nobody_is_at_the_page_the_still_form_says_what_cannot_be_moved(bool lent)
    {
        if (lent) Live(attended: false);
        var still = Interact(Slider("price", 0, 2, 0.5, start: 1), List("payer", ["a", "c"]), Checkbox("all"),
            (price, payer, _) => Figure(price, payer)).Still!;
        Assert.Equal(["0", "0.5", "1", "1.5", "2"], still.Labels);
        Assert.Equal(2, still.Start);
        Assert.Contains("Only price can be moved here; on a live page with ipywidgets payer and all can be moved too.", still.ToString());
        Assert.Empty(shown);
    }

    [Fact]
    public void A_page_that_closes_the_line_gets_the_still_form_once()
    {
        Live();
        Interact(Slider("price", 0, 2, 1), List("payer", ["a", "c"]), Figure);
        lines[0].Received(null);
        lines[1].Received(null);
        Assert.Equal(2, drawn.Count);
        Assert.Contains("Slider: price, 3 values", drawn[1]["text/plain"]);
    }

    [Fact]
    public void A_long_slider_has_at_most_as_many_still_pictures_as_a_page_can_carry()
    {
        var still = Interact(Slider("price", 0.001, 1, 0.001, start: 0.501), price => Figure(price, "a")).Still!;
        Assert.InRange(still.Labels.Count, 40, 60);
        Assert.Equal("0.501", still.Labels[still.Start]);
    }

    [Theory]
    [InlineData(0, 1, 0)]
    [InlineData(0, 1, -1)]
    [InlineData(1, 0, 0.1)]
    [InlineData(0, 1, 0.0001)]
    [InlineData(0, double.NaN, 1)]
    public void A_slider_that_cannot_be_is_refused(double from, double to, double step) =>
        Assert.Contains("The slider price", Assert.Throws<CarbonCompException>(() => Slider("price", from, to, step)).Message);

    [Fact]
    public void A_list_that_cannot_be_is_refused()
    {
        Assert.Throws<CarbonCompException>(() => List("payer", ["a"]));
        Assert.Throws<CarbonCompException>(() => List("payer", ["a", "a"]));
        Assert.Throws<CarbonCompException>(() => List("", ["a", "b"]));
    }
}
