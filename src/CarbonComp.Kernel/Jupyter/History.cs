using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace CarbonComp.Kernel.Jupyter;

/// <summary>The cells that were run, in this session and in those before, in IPython's table layout. Writing happens beside the cells; a broken file costs the
/// history, not the kernel.</summary>
internal sealed class History : IDisposable
{
    // A session of large values must not grow with them.
    private const int MostOutput = 10_000;

    private readonly string? file;
    private readonly BlockingCollection<Action> work = [];
    private readonly List<(int Line, string Input, string? Output)> here = [];
    private readonly Thread writer;
    private SqliteConnection? connection;
    private long session;

    /// <param name="file">The database file, or <see langword="null"/> to keep nothing beyond this session.</param>
    public History(string? file)
    {
        this.file = file;
        writer = new Thread(Work) { IsBackground = true, Name = "history" };
        writer.Start();
    }

    /// <summary>Remembers a cell that was run.</summary>
    public void Add(int line, string input, string? output)
    {
        if (output?.Length > MostOutput)
            output = output[..MostOutput] + "…";
        lock (here)
            here.Add((line, input, output));
        Later(() =>
        {
            if (Open() is not { } open)
                return;
            Execute(open, "INSERT OR REPLACE INTO history(session, line, source, source_raw) VALUES ($s, $l, $i, $i)",
                ("$s", Session(open)), ("$l", line), ("$i", input));
            if (output is not null)
                Execute(open, "INSERT OR REPLACE INTO output_history(session, line, output) VALUES ($s, $l, $o)",
                    ("$s", Session(open)), ("$l", line), ("$o", output));
        });
    }

    /// <summary>The latest cells of all sessions, oldest first.</summary>
    public IReadOnlyList<HistoryEntry> Tail(int count) => Read(
        open => Query(open, "ORDER BY h.session DESC, h.line DESC LIMIT $n", ("$n", count)).AsEnumerable().Reverse().ToList(),
        () => Here().TakeLast(count).ToList());

    /// <summary>Cells of one session: 0 is this one, negative numbers count back from it.</summary>
    public IReadOnlyList<HistoryEntry> Range(int which, int start, int? stop)
    {
        List<HistoryEntry> Own() => [.. Here().Where(entry => entry.Line >= start && (stop is null || entry.Line < stop))];
        if (which == 0)
            return Own();
        return Read(open => Query(open, "WHERE h.session = $s AND h.line >= $a AND h.line < $b ORDER BY h.line",
            ("$s", which < 0 ? Session(open) + which : which), ("$a", start), ("$b", stop ?? int.MaxValue)), () => []);
    }

    /// <summary>Cells whose text fits a pattern with <c>*</c> and <c>?</c>, oldest first.</summary>
    public IReadOnlyList<HistoryEntry> Search(string pattern, int? count, bool unique)
    {
        // The brackets of SQLite's GLOB are no part of the protocol's pattern.
        var glob = pattern.Replace("[", "[[]", StringComparison.Ordinal);
        return Read(open => Query(open,
            "WHERE h.source_raw GLOB $p "
            + (unique ? "AND (h.session, h.line) IN (SELECT session, line FROM (SELECT session, line, max(session * 1000000 + line) FROM history GROUP BY "
            + "source_raw)) " : "") + "ORDER BY h.session DESC, h.line DESC LIMIT $n",
            ("$p", glob), ("$n", count ?? -1)).AsEnumerable().Reverse().ToList(),
            () => [.. Here().Where(entry => System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(pattern, entry.Input, ignoreCase: false))
                .TakeLast(count ?? int.MaxValue)]);
    }

    public void Dispose()
    {
        Later(() =>
        {
            if (connection is not null && session != 0)
                Execute(connection, "UPDATE sessions SET end = $t, num_cmds = (SELECT count(*) FROM history WHERE session = $s) WHERE session = $s",
                    ("$s", session), ("$t", DateTime.UtcNow));
            connection?.Dispose();
            connection = null;
        });
        work.CompleteAdding();
        writer.Join(TimeSpan.FromSeconds(2));
    }

    private IEnumerable<HistoryEntry> Here()
    {
        lock (here)
            return [.. here.Select(each => new HistoryEntry(0, each.Line, each.Input, each.Output))];
    }

    private List<HistoryEntry> Read(Func<SqliteConnection, List<HistoryEntry>> fromFile, Func<List<HistoryEntry>> otherwise)
    {
        List<HistoryEntry>? found = null;
        using var done = new ManualResetEventSlim();
        if (!Later(() =>
            {
                try
                {
                    found = Open() is { } open ? fromFile(open) : null;
                }
                finally
                {
                    done.Set();
                }
            }))
            return otherwise();
        done.Wait();
        return found ?? otherwise();
    }

    private bool Later(Action action)
    {
        if (work.IsAddingCompleted)
            return false;
        work.Add(action);
        return true;
    }

    private void Work()
    {
        foreach (var action in work.GetConsumingEnumerable())
        {
            try
            {
                action();
            }
            catch (Exception e) when (e is SqliteException or InvalidOperationException or IOException)
            {
                // Locked, full or damaged: this entry is lost, the next is tried again.
            }
        }
    }

    private SqliteConnection? Open()
    {
        if (connection is not null || file is null)
            return connection;
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var open = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, DefaultTimeout = 5 }.ToString());
        try
        {
            open.Open();
            Execute(open, "PRAGMA journal_mode = WAL");
            Execute(open, "PRAGMA synchronous = NORMAL");
            Execute(open, "CREATE TABLE IF NOT EXISTS sessions (session integer primary key autoincrement, start timestamp, end timestamp, num_cmds integer, "
                + "remark text)");
            Execute(open, "CREATE TABLE IF NOT EXISTS history (session integer, line integer, source text, source_raw text, PRIMARY KEY (session, line))");
            Execute(open, "CREATE TABLE IF NOT EXISTS output_history (session integer, line integer, output text, PRIMARY KEY (session, line))");
        }
        catch (SqliteException)
        {
            open.Dispose();
            throw;
        }
        return connection = open;
    }

    private long Session(SqliteConnection open)
    {
        if (session != 0)
            return session;
        using var command = open.CreateCommand();
        command.CommandText = "INSERT INTO sessions(start, remark) VALUES ($t, '') RETURNING session";
        command.Parameters.AddWithValue("$t", DateTime.UtcNow);
        return session = (long)command.ExecuteScalar()!;
    }

    private static List<HistoryEntry> Query(SqliteConnection open, string rest, params (string Name, object Value)[] parameters)
    {
        using var command = open.CreateCommand();
#pragma warning disable CA2100 // every text is written above; what a client sends is a parameter
        command.CommandText = "SELECT h.session, h.line, h.source_raw, o.output FROM history h LEFT JOIN output_history o ON o.session = h.session AND "
            + "o.line = h.line " + rest;
#pragma warning restore CA2100
        foreach (var (name, value) in parameters)
            command.Parameters.AddWithValue(name, value);
        var entries = new List<HistoryEntry>();
        using var reader = command.ExecuteReader();
        while (reader.Read())
            entries.Add(new HistoryEntry(reader.GetInt64(0), reader.GetInt32(1), reader.GetString(2), reader.IsDBNull(3) ? null : reader.GetString(3)));
        return entries;
    }

    private static void Execute(SqliteConnection open, string text, params (string Name, object Value)[] parameters)
    {
        using var command = open.CreateCommand();
#pragma warning disable CA2100 // every text is a constant of this class
        command.CommandText = text;
#pragma warning restore CA2100
        foreach (var (name, value) in parameters)
            command.Parameters.AddWithValue(name, value);
        command.ExecuteNonQuery();
    }
}
