using System.Text;
using CarbonComp.Kernel.Display;

namespace CarbonComp.Kernel.Engine;

/// <summary>Leads <see cref="Console"/> to the cell that prints.</summary>
internal static class ConsoleStreams
{
    private static readonly Lock Gate = new();
    private static readonly CellReader Reader = new();
    private static bool installed;
    private static TextWriter? output, error;
    private static TextReader? input;
    private static Encoding? inputEncoding, outputEncoding;
    private static ConsoleColor foreground, background;

    /// <summary>Replaces the process's console streams, once.</summary>
    public static void Install()
    {
        lock (Gate)
        {
            if (installed)
                return;
            installed = true;
            Console.SetOut(new CellWriter("stdout", Console.Out));
            Console.SetError(new CellWriter("stderr", Console.Error));
            Console.SetIn(Reader);
            // The console wraps what it is given.
            (output, error, input) = (Console.Out, Console.Error, Console.In);
            (inputEncoding, outputEncoding) = (Console.InputEncoding, Console.OutputEncoding);
            if (!OperatingSystem.IsWindows() || !Console.IsOutputRedirected)
                (foreground, background) = (Console.ForegroundColor, Console.BackgroundColor);
        }
    }

    /// <summary>Undoes what the cell before did to the console: its streams, encodings and colours.</summary>
    public static void Restore()
    {
        lock (Gate)
        {
            // Encodings first: setting the input's drops the reader in favour of the process's own standard input.
            if (!ReferenceEquals(Console.InputEncoding, inputEncoding))
            {
                Console.InputEncoding = inputEncoding!;
                inputEncoding = Console.InputEncoding;
            }
            if (!ReferenceEquals(Console.OutputEncoding, outputEncoding))
            {
                Console.OutputEncoding = outputEncoding!;
                outputEncoding = Console.OutputEncoding;
            }
            if (!ReferenceEquals(Console.Out, output))
                Console.SetOut(output!);
            if (!ReferenceEquals(Console.Error, error))
                Console.SetError(error!);
            if (!ReferenceEquals(Console.In, input))
                Console.SetIn(input!);
            if ((!OperatingSystem.IsWindows() || !Console.IsOutputRedirected)
                && (Console.ForegroundColor != foreground || Console.BackgroundColor != background))
                Console.ResetColor();
        }
    }

    /// <summary>Prints where the cell's output goes; what is printed without a cell, such as why the kernel ends, goes to the process's own stream.</summary>
    private sealed class CellWriter(string name, TextWriter process) : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        [System.Diagnostics.CodeAnalysis.AllowNull]
        public override string NewLine { get => "\n"; set { } }

        public override void Write(char value) => Send(value.ToString());

        public override void Write(string? value) => Send(value);

        public override void Write(char[] buffer, int index, int count) => Send(new string(buffer, index, count));

        public override void Write(ReadOnlySpan<char> buffer) => Send(buffer.ToString());

        public override void WriteLine() => Send("\n");

        public override void WriteLine(string? value) => Send(value + "\n");

        public override Task WriteAsync(string? value)
        {
            Send(value);
            return Task.CompletedTask;
        }

        public override Task WriteLineAsync(string? value)
        {
            Send(value + "\n");
            return Task.CompletedTask;
        }

        private void Send(string? text)
        {
            if (string.IsNullOrEmpty(text))
                return;
            if (CellContext.Current is { } cell)
                cell.Output.Stream(name, text);
            else
                process.Write(text);
        }
    }

    private sealed class CellReader : TextReader
    {
        private string pending = "";

        public override string? ReadLine()
        {
            if (pending.Length > 0)
            {
                var line = pending.TrimEnd('\n');
                pending = "";
                return line;
            }
            return Ask();
        }

        public override int Read()
        {
            if (pending.Length == 0)
                pending = Ask() + "\n";
            var c = pending[0];
            pending = pending[1..];
            return c;
        }

        public override int Peek()
        {
            if (pending.Length == 0)
                pending = Ask() + "\n";
            return pending[0];
        }

        private static string? Ask() =>
            CellContext.Current is { } cell ? cell.Output.ReadLine("", password: false, cell.StopToken) : null;
    }
}
