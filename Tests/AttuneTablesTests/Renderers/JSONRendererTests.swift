import AttuneTables
import Foundation
import Testing

@Suite struct JSONRendererTests {
  @Test func writesTheOneShape() {
    #expect(
      JSONRenderer().render(Samples.results([Samples.plain])) == """
        {
          "attune": "0.1.0",
          "command": "compare",
          "source": {"path": "my data.csv", "sha256": "00ff", "cases": 21},
          "options": {"level": 0.95, "by": "group"},
          "tables": [
            {
              "id": "welch",
              "title": "Two groups",
              "columns": [{"name": "group", "label": "group"}, {"name": "n", "label": "n"}, \
        {"name": "mean", "label": "mean"}, {"name": "estimate", "label": "r"}, \
        {"name": "p_value", "label": "p"}],
              "rows": [
                {"group": "a", "n": 12, "mean": -1.861, "estimate": 0.5, "p_value": 0.00012},
                {"group": "b, c", "n": 9, "mean": 1234.5, "estimate": -0.126, \
        "p_value": {"unavailable": "it has one case"}}
              ],
              "notes": ["12 cases, all used."]
            }
          ],
          "cautions": [
            {"id": "negative-item", "about": ["q4"], "text": "'q4' goes against the rest."}
          ]
        }

        """)
  }

  @Test func canBeReadByAnotherProgram() throws {
    let text = JSONRenderer().render(Samples.results([Samples.hostile]))
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let tables = object?["tables"] as? [[String: Any]]
    let rows = tables?[0]["rows"] as? [[String: String]]
    #expect(rows?[1]["item"] == "say \"hi\"\nthere")
    #expect(rows?[1]["group"] == "\u{1B}]0;x\u{7}\u{202E}")
    #expect(!text.unicodeScalars.contains("\u{1B}"))
  }

  @Test func hasNoSourceWhereNoDataWereRead() throws {
    let text = JSONRenderer().render(
      Results(version: "1", command: "power", source: nil, tables: []))
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    #expect(object?["source"] is NSNull)
    #expect((object?["tables"] as? [Any])?.isEmpty == true)
  }
}
