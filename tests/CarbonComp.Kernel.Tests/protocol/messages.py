"""The protocol over a real client: every message, its order and its parents."""
import queue
import time
import unittest

from jupyter_client.blocking import BlockingKernelClient

from kernel import KernelTest, TIMEOUT, text, types


class ExecuteTests(KernelTest):
    def test_order_of_messages(self):
        reply, messages = self.kernel.run("Console.Write(1); display(2); 3")
        self.assertEqual(reply["status"], "ok")
        self.assertEqual(types(messages), ["status", "execute_input", "stream", "display_data", "execute_result", "status"])

    def test_silent_shows_no_value_and_does_not_count(self):
        before, _ = self.kernel.run("1")
        reply, messages = self.kernel.run("var hidden = 5; hidden", silent=True)
        self.assertEqual(types(messages), ["status", "status"])
        self.assertEqual(reply["execution_count"], before["execution_count"])
        self.assertEqual(self.kernel.value("hidden"), "5")

    def test_user_expressions(self):
        reply, _ = self.kernel.run("var seven = 7;", user_expressions={"a": "seven * 6", "b": "nothing"})
        self.assertEqual(reply["user_expressions"]["a"]["data"]["text/plain"], "42")
        self.assertEqual(reply["user_expressions"]["b"]["status"], "error")

    def test_error_names_the_place(self):
        reply, messages = self.kernel.run("var a = 1;\nthrow new ArgumentException(\"bad\");")
        self.assertEqual((reply["status"], reply["ename"], reply["evalue"]), ("error", "System.ArgumentException", "bad"))
        self.assertIn("line 2, column 1", "\n".join(reply["traceback"]))
        self.assertIn("error", types(messages))

    def test_code_without_a_number_leaves_the_text_of_numbered_cells_alone(self):
        reply, _ = self.kernel.run("int Inverse(int a)\n{\n    return 1 / a;\n}")
        self.kernel.run("1", store_history=False, user_expressions={"a": "2 +\n3 +\n4"})
        reply, _ = self.kernel.run("Inverse(0)")
        self.assertIn("3 |     return 1 / a;", "\n".join(reply["traceback"]))

    def test_queue_is_aborted_after_an_error(self):
        client = self.kernel.client
        ids = [client.execute(code) for code in ("throw new Exception();", "var never = 1;", "2")]
        replies = [self.kernel.reply(i)["content"]["status"] for i in ids]
        self.assertEqual(replies, ["error", "aborted", "aborted"])
        for msg_id in ids:
            self.kernel.collect(msg_id)
        self.assertEqual(self.kernel.run("never")[0]["status"], "error")

    def test_queue_goes_on_when_told_so(self):
        client = self.kernel.client
        ids = [client.execute("throw new Exception();", stop_on_error=False), client.execute("1")]
        self.assertEqual([self.kernel.reply(i)["content"]["status"] for i in ids], ["error", "ok"])

    def test_output_of_a_background_task_belongs_to_its_cell(self):
        client = self.kernel.client
        first = client.execute("_ = Task.Run(async () => { await Task.Delay(400); Console.Write(\"late\"); });")
        self.kernel.collect(first)
        second = client.execute("await Task.Delay(800);")
        parents = []
        while True:
            message = client.get_iopub_msg(timeout=TIMEOUT)
            if message["msg_type"] == "stream" and message["content"]["text"] == "late":
                parents.append(message["parent_header"]["msg_id"])
            if message["parent_header"].get("msg_id") == second and message["content"].get("execution_state") == "idle":
                break
        self.assertEqual(parents, [first])

    def test_two_hundred_megabytes_are_cut_with_a_notice(self):
        start = time.monotonic()
        reply, messages = self.kernel.run("var line = new string('x', 99); for (int i = 0; i < 2_000_000; i++) Console.WriteLine(line); Console.WriteLine(\"the end\");")
        self.assertEqual(reply["status"], "ok")
        self.assertLess(sum(len(m["content"].get("text", "")) for m in messages), 1_100_000)
        self.assertLess(len(messages), 200)
        self.assertIn("Output cut", text(messages, "stderr"))
        self.assertTrue(text(messages).endswith("the end\n"))
        self.assertLess(time.monotonic() - start, 20)

    def displayed(self, messages):
        return [m["content"]["data"]["text/plain"] for m in messages if m["msg_type"] == "display_data"]

    def assert_no_server_drops(self, messages):
        """Jupyter's servers take 1000 messages a second on the average of three."""
        sent = [m["header"]["date"] for m in messages if m["msg_type"] not in ("status", "execute_input", "comm_open")]
        for i in range(3000, len(sent)):
            self.assertGreater((sent[i] - sent[i - 3000]).total_seconds(), 3)

    def test_ten_thousand_values_are_cut_with_a_notice(self):
        reply, messages = self.kernel.run("for (int i = 0; i < 10_000; i++) display(i);")
        self.assertEqual(reply["status"], "ok")
        self.assertEqual(self.displayed(messages), [str(i) for i in [*range(1000), 9999]])
        self.assertIn("Output cut", text(messages, "stderr"))
        self.assertIn("8,999 displayed values are left out", text(messages, "stderr"))
        self.assert_no_server_drops(messages)

    def test_values_and_printed_text_keep_their_order(self):
        _, messages = self.kernel.run("for (int i = 0; i < 400; i++) { Console.Write(i); display(i); }")
        self.assertEqual(types(messages)[2:-1], ["stream", "display_data"] * 400)
        self.assertEqual([m["content"]["text"] for m in messages if m["msg_type"] == "stream"], self.displayed(messages))

    def test_text_in_turns_to_both_streams_is_cut(self):
        _, messages = self.kernel.run("for (int i = 0; i < 100_000; i++) { Console.Write(\"o\"); Console.Error.Write(\"e\"); } Console.WriteLine(\"the end\");")
        self.assertLess(len(messages), 2500)
        self.assertIn("Output cut", text(messages, "stderr"))
        self.assertTrue(text(messages).endswith("the end\n"))
        self.assert_no_server_drops(messages)

    def test_of_many_updates_the_last_arrives_and_few_others(self):
        _, messages = self.kernel.run("var bar = display(-1); for (int i = 0; i < 100_000; i++) { bar.Update(i); if (i % 25_000 == 0) Console.WriteLine(i); }")
        updates = [int(m["content"]["data"]["text/plain"]) for m in messages if m["msg_type"] == "update_display_data"]
        self.assertEqual(updates[-1], 99_999)
        self.assertEqual(updates, sorted(set(updates)))
        self.assertLess(len(updates), 2000)
        self.assertEqual(text(messages), "0\n25000\n50000\n75000\n")
        self.assert_no_server_drops(messages)
        # No update is seen before what was printed before it.
        printed = ""
        for m in messages:
            if m["msg_type"] == "stream":
                printed += m["content"]["text"]
            elif m["msg_type"] == "update_display_data":
                value = int(m["content"]["data"]["text/plain"])
                self.assertEqual(printed.count("\n"), 0 if value == 0 else (value - 1) // 25_000 + 1)

    def test_messages_of_a_comm_wait_for_their_turn(self):
        _, messages = self.kernel.run("using CarbonComp.Kernel.Display;\nvar flood = Comm.Open(\"flood\"); for (int i = 0; i < 4000; i++) flood.Send(i); flood.Close();")
        self.assertEqual([m["content"]["data"] for m in messages if m["msg_type"] == "comm_msg"], list(range(4000)))
        self.assert_no_server_drops(messages)

    def test_update_display(self):
        _, messages = self.kernel.run("var shown = display(\"one\");")
        shown = [m for m in messages if m["msg_type"] == "display_data"][0]["content"]["transient"]["display_id"]
        _, messages = self.kernel.run("shown.Update(\"two\");")
        update = [m for m in messages if m["msg_type"] == "update_display_data"][0]["content"]
        self.assertEqual((update["transient"]["display_id"], update["data"]["text/plain"]), (shown, "two"))

    def test_failing_background_thread_does_not_end_the_kernel(self):
        client = self.kernel.client
        msg_id = client.execute("var t = new System.Threading.Thread(() => throw new InvalidOperationException(\"in the background\")); t.Start(); t.Join(); await Task.Delay(200);")
        messages = self.kernel.collect(msg_id)
        self.assertIn("in the background", text(messages, "stderr"))
        self.assertEqual(self.kernel.value("1 + 1"), "2")


class OtherMessagesTests(KernelTest):
    def ask(self, send, *arguments, **options):
        return self.kernel.reply(send(*arguments, **options))["content"]

    def test_kernel_info(self):
        info = self.ask(self.kernel.client.kernel_info)
        self.assertEqual(info["protocol_version"], "5.3")
        self.assertEqual(info["language_info"]["name"], "C#")
        self.assertEqual(info["language_info"]["mimetype"], "text/x-csharp")

    def test_kernel_info_while_a_cell_runs(self):
        client = self.kernel.client
        running = client.execute("await Task.Delay(1500);")
        time.sleep(0.3)
        message = client.session.msg("kernel_info_request", {})
        start = time.monotonic()
        client.control_channel.send(message)
        reply = client.get_control_msg(timeout=TIMEOUT)
        self.assertEqual(reply["msg_type"], "kernel_info_reply")
        self.assertLess(time.monotonic() - start, 1)
        self.kernel.reply(running)

    def test_complete_counts_code_points(self):
        self.kernel.run("var 价格 = 3.5; var 面积 = 2;")
        code = "var s = \"😀\"; 价"
        reply = self.ask(self.kernel.client.complete, code, len(code))
        self.assertEqual(reply["matches"], ["价格"])
        self.assertEqual((reply["cursor_start"], reply["cursor_end"]), (len(code) - 1, len(code)))
        typed = reply["metadata"]["_jupyter_types_experimental"][0]
        self.assertEqual((typed["type"], typed["signature"]), ("variable", "double 价格"))

    def test_inspect(self):
        self.kernel.run("/// <summary>Doubles a number.</summary>\nint Twice(int a) => 2 * a;\nvar answer = 42;")
        self.assertIn("int Twice(int a)", self.ask(self.kernel.client.inspect, "Twice(3)", 2)["data"]["text/plain"])
        self.assertIn("42", self.ask(self.kernel.client.inspect, "answer", 3)["data"]["text/plain"])
        self.assertFalse(self.ask(self.kernel.client.inspect, "nothing_of_the_kind", 3)["found"])

    def test_is_complete_does_not_look_at_meaning(self):
        self.assertEqual(self.ask(self.kernel.client.is_complete, "NoSuchThing.Go();")["status"], "complete")
        reply = self.ask(self.kernel.client.is_complete, "    if (x)\n    {")
        self.assertEqual((reply["status"], reply["indent"]), ("incomplete", "        "))

    def test_history_of_this_session(self):
        self.kernel.run("var marked = \"history\";")
        reply = self.ask(self.kernel.client.history, raw=True, output=False, hist_access_type="search", pattern="*marked*history*", n=5)
        self.assertTrue(reply["history"])
        reply = self.ask(self.kernel.client.history, raw=True, output=False, hist_access_type="range", session=0, start=1, stop=1000)
        self.assertIn("var marked = \"history\";", [entry[2] for entry in reply["history"]])

    def test_input_and_password(self):
        client = self.kernel.client
        msg_id = client.execute("var name = input(\"name?\"); var line = Console.ReadLine(); var secret = password();", allow_stdin=True)
        asked = []
        for answer in ("Ада", "second", "third"):
            request = client.get_stdin_msg(timeout=TIMEOUT)
            self.assertEqual(request["parent_header"]["msg_id"], msg_id)
            asked.append((request["content"]["prompt"], request["content"]["password"]))
            client.input(answer)
        self.assertEqual(self.kernel.reply(msg_id)["content"]["status"], "ok")
        self.assertEqual(asked, [("name?", False), ("", False), ("Password: ", True)])
        self.assertEqual(self.kernel.value("name + line + secret"), "Адаsecondthird")

    def test_input_without_a_person_is_an_error(self):
        client = self.kernel.client
        msg_id = client.execute("input()", allow_stdin=False)
        self.assertIn("allow_stdin", self.kernel.reply(msg_id)["content"]["evalue"])

    def test_clear_output(self):
        _, messages = self.kernel.run("Console.Write(1); clear_output(wait: true); Console.Write(2);")
        cleared = [m for m in messages if m["msg_type"] == "clear_output"]
        self.assertEqual(cleared[0]["content"], {"wait": True})
        self.assertEqual(types(messages)[2:5], ["stream", "clear_output", "stream"])


class CommTests(KernelTest):
    def send(self, kind, content):
        client = self.kernel.client
        message = client.session.msg(kind, content)
        client.shell_channel.send(message)
        return self.kernel.collect(message["header"]["msg_id"])

    def test_page_opens_a_comm(self):
        self.kernel.run("using CarbonComp.Kernel.Display;\nvar got = new List<string>();\n"
                        "Comms.RegisterTarget(\"echo\", open => { got.Add(\"open \" + open.Data); open.Comm.OnMessage = m => { Console.Write(\"got\"); m.Comm.Send(new { back = m.Data }); }; open.Comm.OnClose = _ => got.Add(\"closed\"); });")
        self.send("comm_open", {"comm_id": "c1", "target_name": "echo", "data": {"a": 1}})
        reply = self.kernel.reply(self.kernel.client.comm_info("echo"))
        self.assertEqual(reply["content"]["comms"], {"c1": {"target_name": "echo"}})
        messages = self.send("comm_msg", {"comm_id": "c1", "data": {"x": [1, 2]}})
        back = [m for m in messages if m["msg_type"] == "comm_msg"][0]["content"]
        self.assertEqual(back["data"], {"back": {"x": [1, 2]}})
        self.assertEqual(text(messages), "got")
        self.send("comm_close", {"comm_id": "c1", "data": {}})
        self.assertEqual(self.kernel.value("string.Join(\"; \", got)"), "open {\"a\": 1}; closed")
        self.assertEqual(self.kernel.reply(self.kernel.client.comm_info())["content"]["comms"], {})

    def test_kernel_opens_a_comm(self):
        _, messages = self.kernel.run("using CarbonComp.Kernel.Display;\nvar comm = Comm.Open(\"page\", new { v = 1 }); comm.Send(new { w = 2 }, new byte[] { 1, 2 }); comm.Close();")
        comms = [m for m in messages if m["msg_type"].startswith("comm_")]
        self.assertEqual([m["msg_type"] for m in comms], ["comm_open", "comm_msg", "comm_close"])
        self.assertEqual(comms[0]["content"]["target_name"], "page")
        self.assertEqual(bytes(comms[1]["buffers"][0]), b"\x01\x02")

    def test_unknown_target_is_closed(self):
        messages = self.send("comm_open", {"comm_id": "c2", "target_name": "nobody", "data": {}})
        self.assertEqual([m["content"]["comm_id"] for m in messages if m["msg_type"] == "comm_close"], ["c2"])

    def test_failing_handler_is_told(self):
        self.kernel.run("using CarbonComp.Kernel.Display;\nComms.RegisterTarget(\"bad\", _ => throw new Exception(\"handler fails\"));")
        messages = self.send("comm_open", {"comm_id": "c3", "target_name": "bad", "data": {}})
        self.assertIn("handler fails", text(messages, "stderr"))


class ClientsTests(KernelTest):
    def test_a_client_with_another_key_is_not_heard(self):
        stranger = BlockingKernelClient(connection_file=self.kernel.manager.connection_file)
        stranger.load_connection_file()
        stranger.session.key = b"another key"
        stranger.start_channels()
        stranger.execute("var intruded = true;")
        stranger.session.key = b""
        stranger.execute("var intruded = true;")
        with self.assertRaises(queue.Empty):
            stranger.get_shell_msg(timeout=1)
        stranger.stop_channels()
        self.assertEqual(self.kernel.run("intruded")[0]["status"], "error")
        self.assertEqual(self.kernel.value("1 + 1"), "2")

    def test_two_clients_get_their_own_replies(self):
        other = self.kernel.connect()
        ids = [(client, client.execute(f"{i} * 10")) for i in range(20) for client in (self.kernel.client, other)]
        for client, msg_id in ids:
            self.assertEqual(self.kernel.reply(msg_id, client)["content"]["status"], "ok")
        other.stop_channels()


if __name__ == "__main__":
    unittest.main(verbosity=2)
