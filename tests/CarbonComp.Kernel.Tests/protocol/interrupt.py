"""Cells that run away are stopped within a second, and what was defined stays."""
import os
import time
import unittest

from kernel import TIMEOUT, Kernel, KernelTest, text

RUNAWAYS = {
    "tight loop": "while (true) { }",
    "loop without braces": "while (true) ;",
    "for loop with calls": "for (long i = 0; ; i++) Math.Sqrt(i);",
    "do loop": "long n = 0; do n++; while (n >= 0);",
    "goto": "again: ; goto again;",
    "goto case": "switch (1) { case 1: goto case 2; case 2: goto case 1; }",
    "goto default": "switch (5) { case 0: goto default; default: if (true) goto case 0; }",
    "foreach over endless": "IEnumerable<int> Endless() { while (true) yield return 1; }\nforeach (var i in Endless()) { }",
    "lambda in a library call": "Enumerable.Repeat(1, int.MaxValue).Where(x => x > 2).Count()",
    "method calls method": "bool Work(int i) { return Math.Sin(i) > 2; }\nint k = 0; while (true) Work(k++);",
    "recursion that returns": "int Fib(int n) => n < 2 ? n : Fib(n - 1) + Fib(n - 2);\nFib(60)",
    "catch all": "while (true) { try { System.Threading.Thread.Sleep(50); } catch { } }",
    "catch exception": "while (true) { try { throw new Exception(); } catch (Exception) { } }",
    "catch with filter": "while (true) { try { throw new Exception(); } catch (Exception e) when (e.Message != null) { } }",
    "sleep": "System.Threading.Thread.Sleep(100000);",
    "lock": "var gate = new object(); var held = new System.Threading.ManualResetEventSlim(); new System.Threading.Thread(() => { lock (gate) { held.Set(); System.Threading.Thread.Sleep(30000); } }) { IsBackground = true }.Start(); held.Wait(); lock (gate) { }",
    "monitor wait": "var bell = new object(); lock (bell) System.Threading.Monitor.Wait(bell);",
    "thread join": "var sleeper = new System.Threading.Thread(() => System.Threading.Thread.Sleep(30000)) { IsBackground = true }; sleeper.Start(); sleeper.Join();",
    "barrier": "new System.Threading.Barrier(2).SignalAndWait();",
    "queue without end": "foreach (var each in new System.Collections.Concurrent.BlockingCollection<int>().GetConsumingEnumerable()) { }",
    "sort with a comparer": "var many = Enumerable.Range(0, 20_000_000).Select(i => i * 7919L % 1_000_003).ToList(); many.Sort((a, b) => Math.Sin(a).CompareTo(Math.Sin(b)));",
    "finally": "try { while (true) { } } finally { while (true) { } }",
    "sleep in finally": "try { System.Threading.Thread.Sleep(100000); } finally { System.Threading.Thread.Sleep(100000); }",
    "semaphore": "new System.Threading.SemaphoreSlim(0).Wait();",
    "event": "new System.Threading.ManualResetEvent(false).WaitOne();",
    "task wait": "Task.Delay(100000).Wait();",
    "await": "await Task.Delay(100000);",
    "await never": "await new TaskCompletionSource().Task;",
    "await in a loop": "while (true) await Task.Delay(1);",
    "async method": "async Task Forever() { while (true) await Task.Yield(); }\nawait Forever();",
    "await foreach": "async IAsyncEnumerable<int> Stream() { while (true) yield return 1; }\nawait foreach (var each in Stream()) { }",
    "catch all around await": "while (true) { try { await Task.Delay(10); } catch { } }",
    "dispose": "class Stubborn : IDisposable { public void Dispose() { while (true) { } } }\nusing (new Stubborn()) { }",
    "property": "class Endless { public int Value { get { while (true) { } } } }\nnew Endless().Value",
    "text of a value": "class Mute { public override string ToString() { while (true) { } } }\nnew Mute()",
    "parallel for": "System.Threading.Tasks.Parallel.For(0, int.MaxValue, i => { Math.Sqrt(i); });",
    "task run": "await Task.Run(() => { while (true) { } });",
    "plinq": "Enumerable.Range(0, int.MaxValue).AsParallel().Where(i => Math.Sqrt(i) < 0).Count()",
    "values": "while (true) display(1);",
    "updates": "var bar = display(0); while (true) bar.Update(1);",
    "text in turns": "while (true) { Console.Write(1); Console.Error.Write(2); }",
    "comm messages": "var flood = CarbonComp.Kernel.Display.Comm.Open(\"flood\"); while (true) flood.Send(1);",
    "console read": None,
}


class InterruptTests(KernelTest):
    def stop(self, code):
        kernel = self.kernel
        msg_id = kernel.client.execute(code, allow_stdin=True)
        while True:
            if kernel.client.get_iopub_msg(timeout=30)["msg_type"] == "execute_input":
                break
        time.sleep(0.6)
        start = time.monotonic()
        kernel.interrupt()
        reply = kernel.reply(msg_id)["content"]
        seconds = time.monotonic() - start
        kernel.collect(msg_id)
        return reply, seconds

    def test_runaways(self):
        self.assertIsNone(self.kernel.value("var kept = \"still here\";"))
        slowest = ("", 0.0)
        for name, code in RUNAWAYS.items():
            with self.subTest(name):
                reply, seconds = self.stop(code or "Console.ReadLine();")
                self.assertEqual((reply["status"], reply.get("ename")), ("error", "Interrupted"), reply.get("evalue"))
                self.assertLess(seconds, 1.0)
                self.assertEqual(self.kernel.value("kept"), "still here")
                slowest = max(slowest, (name, seconds), key=lambda each: each[1])
        print(f"slowest stop: {slowest[0]}, {slowest[1]:.3f} s of {len(RUNAWAYS)}", flush=True)

    @unittest.skipUnless(os.environ.get("NOTEBOOKS"), "The library has not been built to artifacts/lib.")
    def test_the_librarys_long_computations(self):
        library = os.path.join(os.path.dirname(os.environ["NOTEBOOKS"]), "artifacts", "lib", "CarbonComp.dll")
        self.assertIsNone(self.kernel.value(
            f"#r \"{library}\"\nusing CarbonComp; using MathNet.Numerics.LinearAlgebra;\n"
            "int n = 8000; var x = Vector<double>.Build.Dense(n, 1); var z = Matrix<double>.Build.Dense(n, n, (i, j) => (i * 7 + j * 3) % 11 / 12.0 / n);\n"
            "var system = LeontiefSystem.Of(z, x, new CategoryAxis(\"sector\", Enumerable.Range(0, n).Select(i => $\"S{i}\")));"))
        for name, code in {"inverse": "system.Inverse()", "requirements": "system.RequiredOutput(z)"}.items():
            with self.subTest(name):
                reply, seconds = self.stop(code)
                self.assertEqual((reply["status"], reply.get("ename")), ("error", "Interrupted"), reply.get("evalue"))
                # It looks between steps of a few tenths of a second each, of more where others work; unstopped it would end well.
                print(f"stopped the library's {name} after {seconds:.3f} s", flush=True)
        # All columns of z add up to as much, so that all multipliers are the same; nothing half done is left in the system.
        self.assertEqual(self.kernel.value("var m = system.Multipliers(x); Math.Abs(m[5] * (1 - z.Column(5).Sum()) - 1) < 0.01"), "True")

    def test_interrupt_without_a_cell_does_no_harm(self):
        # The next cell is sent only after the reply: the two channels are read independently, so an interrupt that is still
        # on its way may rightly stop that cell.
        client = self.kernel.client
        client.control_channel.send(client.session.msg("interrupt_request", {}))
        self.assertEqual(client.get_control_msg(timeout=TIMEOUT)["content"]["status"], "ok")
        self.assertEqual(self.kernel.value("1 + 1"), "2")
        self.assertIsNone(self.kernel.value("System.Threading.Thread.Sleep(50);"))

    def test_a_cell_that_waits_for_the_kernel_to_wake_is_stopped(self):
        kernel = Kernel()
        try:
            # The compiler is not awake yet when the first cell comes.
            msg_id = kernel.client.execute("while (true) { }")
            while kernel.client.get_iopub_msg(timeout=30)["msg_type"] != "execute_input":
                pass
            kernel.interrupt()
            self.assertEqual(kernel.reply(msg_id)["content"].get("ename"), "Interrupted")
            self.assertEqual(kernel.value("1 + 1"), "2")
        finally:
            kernel.stop()

    def test_what_cannot_be_stopped_is_told(self):
        # Native code that nothing can reach.
        kernel = self.kernel
        msg_id = kernel.client.execute("[System.Runtime.InteropServices.DllImport(\"libc\")] static extern int usleep(uint microseconds);\n"
                                       "var until = DateTime.UtcNow.AddSeconds(3); while (DateTime.UtcNow < until) usleep(3_000_000);")
        time.sleep(0.7)
        kernel.interrupt()
        messages = kernel.collect(msg_id)
        kernel.reply(msg_id)
        self.assertIn("restart the kernel", text(messages, "stderr"))
        self.assertEqual(kernel.value("1 + 1"), "2")


if __name__ == "__main__":
    unittest.main(verbosity=2)
