using System.Text;
using CarbonComp.Kernel.Jupyter;

namespace CarbonComp.Kernel.Tests;

/// <summary>What comes in from the network: only well-formed, signed, new messages pass.</summary>
public sealed class WireFuzzTests
{
    private const string Key = "0123456789abcdef";

    private readonly MessageSigner signer = new("hmac-sha256", Key);
    private readonly MessageCodec codec;

    public WireFuzzTests() => codec = new MessageCodec(signer);

    [Fact]
    public void A_signed_message_passes_once()
    {
        var frames = Signed("{\"msg_id\":\"1\",\"msg_type\":\"execute_request\"}", "{\"code\":\"1\"}");
        Assert.Equal("execute_request", codec.Decode(Channel.Shell, frames)!.Type);
        Assert.Null(codec.Decode(Channel.Shell, frames));
    }

    [Fact]
    public void What_the_codec_writes_it_reads()
    {
        var frames = codec.Encode("status", new() { ["text"] = "中 \ud83d\ude00" }, null, [Encoding.UTF8.GetBytes("identity")], buffers: [[1, 2]])
            .Select(frame => frame.ToArray()).ToList();
        var message = codec.Decode(Channel.Shell, frames)!;
        Assert.Equal("中 \ud83d\ude00", message.Text("text"));
        Assert.Equal([1, 2], message.Buffers[0]);
        Assert.Equal("identity", Encoding.UTF8.GetString(message.Identities[0]));
    }

    [Fact]
    public void Half_of_a_surrogate_pair_does_no_harm()
    {
        var frames = codec.Encode("stream", new() { ["text"] = "a\ud83d" }, null, []).Select(frame => frame.ToArray()).ToList();
        Assert.StartsWith("a", codec.Decode(Channel.Shell, frames)!.Text("text"), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_hundred_thousand_damaged_messages_none_passes_and_none_throws()
    {
        var random = new Random(20240229);
        var good = Signed("{\"msg_id\":\"2\",\"msg_type\":\"execute_request\",\"session\":\"s\"}", "{\"code\":\"Console.WriteLine(1)\",\"silent\":false}");
        Assert.NotNull(codec.Decode(Channel.Shell, good));
        for (var i = 0; i < 100_000; i++)
        {
            var damaged = Damage(good, random);
            if (damaged.Select(frame => Convert.ToHexString(frame)).SequenceEqual(good.Select(frame => Convert.ToHexString(frame))))
                continue;
            Assert.Null(codec.Decode((Channel)random.Next(3), damaged));
        }
    }

    [Fact]
    public void Signed_nonsense_is_refused_or_harmless()
    {
        var random = new Random(7);
        string[] headers = ["", "null", "[]", "{}", "{\"msg_type\":1,\"msg_id\":\"x\"}",
            "{\"msg_type\":\"a\"}", "{", "\"text\"", new string('[', 5000), "{\"msg_type\":\"a\",\"msg_id\":null}"];
        string[] contents = ["", "null", "[]", "3", "{", "\"x\"", new string('{', 3000), "{\"a\":"];
        foreach (var header in headers)
            foreach (var content in contents.Append("{}"))
                Assert.Null(codec.Decode(Channel.Shell, Signed(header, content)));
        for (var i = 0; i < 2000; i++)
        {
            var bytes = new byte[random.Next(60)];
            random.NextBytes(bytes);
            Assert.Null(codec.Decode(Channel.Shell, Signed(Encoding.Latin1.GetString(bytes), "{}")));
        }
    }

    [Fact]
    public void Oversized_messages_are_refused_before_they_are_read() =>
        Assert.Null(codec.Decode(Channel.Shell, [.. Signed("{\"msg_id\":\"3\",\"msg_type\":\"x\"}", "{}"), new byte[MessageCodec.MostBytes + 1]]));

    [Fact]
    public void Another_scheme_is_not_silently_unsigned() =>
        Assert.Throws<NotSupportedException>(() => new MessageSigner("hmac-md5", Key));

    private List<byte[]> Signed(string header, string content)
    {
        var (h, p, m, c) = (Encoding.UTF8.GetBytes(header), "{}"u8.ToArray(), "{}"u8.ToArray(), Encoding.UTF8.GetBytes(content));
        return ["client"u8.ToArray(), "<IDS|MSG>"u8.ToArray(), signer.Sign(h, p, m, c), h, p, m, c];
    }

    private static List<byte[]> Damage(List<byte[]> good, Random random)
    {
        var frames = good.Select(frame => (byte[])frame.Clone()).ToList();
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var at = random.Next(frames.Count);
            switch (random.Next(8))
            {
                case 0:
                    frames.RemoveAt(at);
                    break;
                case 1:
                    frames = frames[..at];
                    break;
                case 2:
                    frames.Insert(at, [.. frames[at]]);
                    break;
                case 3:
                    frames[at] = frames[at][..random.Next(frames[at].Length + 1)];
                    break;
                case 4 when frames[at].Length > 0:
                    frames[at][random.Next(frames[at].Length)] ^= (byte)(1 << random.Next(8));
                    break;
                case 5:
                    frames[at] = new byte[random.Next(64)];
                    random.NextBytes(frames[at]);
                    break;
                case 6:
                    (frames[at], frames[0]) = (frames[0], frames[at]);
                    break;
                default:
                    frames[at] = [.. frames[at], (byte)random.Next(256)];
                    break;
            }
            if (frames.Count == 0)
                break;
        }
        return frames;
    }
}
