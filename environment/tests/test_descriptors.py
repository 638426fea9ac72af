import hashlib
import json
import re
import unittest

from samples import ROOT

_DESCRIPTORS = sorted(path for path in (ROOT / "data").rglob("datapackage.json") if "bin" not in path.parts and "obj" not in path.parts)
_TYPES = {"string", "number", "integer", "boolean", "date", "time", "datetime", "year", "yearmonth", "any"}
_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"


class Descriptors(unittest.TestCase):
    """The packages as version 2 of the Data Package standard describes them; the library reads versions 1 and 2."""

    def each(self):
        return [(path.parent, json.loads(path.read_text(encoding="utf-8"))) for path in _DESCRIPTORS]

    def test_there_are_packages(self):
        self.assertGreater(len(_DESCRIPTORS), 10)

    def test_packages_say_version_2_and_what_they_are(self):
        for _, package in self.each():
            self.assertEqual(_PROFILE, package["$schema"])
            self.assertNotIn("profile", package)
            self.assertRegex(package["name"], r"^[a-z0-9._-]+$")
            self.assertRegex(package["version"], r"^\d+\.\d+\.\d+$")
            for term in ("title", "description", "licenses", "resources"):
                self.assertTrue(package[term], term)
            for licence in package["licenses"]:
                self.assertTrue("name" in licence or "path" in licence)

    def test_resources_are_tables_whose_fields_and_keys_are_declared(self):
        for folder, package in self.each():
            names = [resource["name"] for resource in package["resources"]]
            self.assertEqual(len(set(names)), len(names))
            for resource in package["resources"]:
                self.assertEqual(("table", "csv"), (resource["type"], resource["format"]), resource["name"])
                self.assertNotIn("profile", resource)
                self.assertTrue((folder / resource["path"]).is_file(), resource["path"])
                schema = resource["schema"]
                fields = [field["name"] for field in schema["fields"]]
                self.assertLessEqual({field["type"] for field in schema["fields"]}, _TYPES)
                self.assertLessEqual(set(schema.get("primaryKey", [])), set(fields))
                for key in schema.get("foreignKeys", []):
                    self.assertIsInstance(key["fields"], list)
                    self.assertIsInstance(key["reference"]["fields"], list)
                    self.assertLessEqual(set(key["fields"]), set(fields))
                    self.assertIn(key["reference"].get("resource") or resource["name"], names)

    def test_sizes_and_hashes_are_those_of_the_files(self):
        for folder, package in self.each():
            for resource in package["resources"]:
                if "hash" in resource:
                    content = (folder / resource["path"]).read_bytes()
                    self.assertEqual((len(content), "sha256:" + hashlib.sha256(content).hexdigest()), (resource["bytes"], resource["hash"]), resource["name"])

    def test_a_sealed_descriptor_has_its_own_hash(self):
        for folder, package in self.each():
            if "hash" in package:
                blank = (folder / "datapackage.json").read_text(encoding="utf-8").replace(package["hash"], "sha256:" + "0" * 64)
                self.assertEqual(package["hash"], "sha256:" + hashlib.sha256(blank.encode()).hexdigest())


class Citation(unittest.TestCase):
    """CITATION.cff, codemeta.json and the project's version say the same."""

    def setUp(self):
        self.citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
        self.codemeta = json.loads((ROOT / "codemeta.json").read_text(encoding="utf-8"))

    def cited(self, key):
        return re.search(rf"^{key}: \"?(.*?)\"?$", self.citation, re.MULTILINE).group(1)

    def test_versions_dates_and_licences_agree(self):
        project = re.search(r"<Version>(.*)</Version>", (ROOT / "Directory.Build.props").read_text(encoding="utf-8")).group(1)
        self.assertEqual((project, project), (self.cited("version"), self.codemeta["version"]))
        self.assertEqual(self.cited("date-released"), self.codemeta["datePublished"])
        self.assertEqual(f"https://spdx.org/licenses/{self.cited('license')}", self.codemeta["license"])
        self.assertEqual(self.cited("abstract"), self.codemeta["description"])

    def test_keywords_agree(self):
        listed = self.citation.split("\nkeywords:\n", 1)[1]
        self.assertEqual(re.findall(r"^  - (.+)$", listed.split("\nabstract:")[0], re.MULTILINE), self.codemeta["keywords"])

    def test_an_address_is_in_both_or_in_neither(self):
        self.assertEqual("codeRepository" in self.codemeta, bool(re.search(r"^repository-code:", self.citation, re.MULTILINE)))
