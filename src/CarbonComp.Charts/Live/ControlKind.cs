namespace CarbonComp.Charts;

// How a control looks.
internal enum ControlKind
{
    Slider,
    List,
    Checkbox,
}
