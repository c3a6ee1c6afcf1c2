import AttuneTables
import Testing

@Suite struct TextRendererTests {
  @Test func alignsColumnsAndExplainsWhatIsMissing() {
    #expect(
      TextRenderer().render(Samples.plain) == """
        Two groups

        group   n     mean     r        p
        ─────────────────────────────────
        a      12    \u{2212}1.86   .50   < .001
        b, c    9  1234.50  \u{2212}.13  n/a (1)

        (1) Not available because it has one case.
        12 cases, all used.

        """)
  }

  @Test func continuesATableThatIsTooWide() {
    #expect(
      TextRenderer(width: 24).render(Samples.plain) == """
        Two groups

        group   n     mean     r
        ────────────────────────
        a      12    \u{2212}1.86   .50
        b, c    9  1234.50  \u{2212}.13

        group        p
        ──────────────
        a       < .001
        b, c   n/a (1)

        (1) Not available
        because it has one case.
        12 cases, all used.

        """)
  }

  @Test func continuesUnderAllThatNamesARow() {
    let table = Table(
      "t", title: "Pairs", columns: [.item, .group, .mean, .standardDeviation],
      rows: [[.text("q1"), .text("a"), .real(1.5), .real(2)]])
    #expect(
      TextRenderer(width: 22).render(table) == """
        Pairs

        item  group  mean
        ─────────────────
        q1    a      1.50

        item  group    SD
        ─────────────────
        q1    a      2.00

        """)
  }

  @Test func addsCautionsAsAList() {
    let text = TextRenderer(width: 20).render(Samples.results([]))
    #expect(text == "Please note\n- 'q4' goes against\n  the rest.\n")
  }

  @Test func measuresWideCharacters() {
    let table = Table(
      "wide", title: "Wide", columns: [.item, .cases],
      rows: [[.text("漢字"), .count(1)], [.text("é"), .count(2)], [.text("👩‍👩‍👧"), .count(3)]])
    let lines = TextRenderer().render(table).split(separator: "\n")
    #expect(lines.suffix(3) == ["漢字  1", "é     2", "👩‍👩‍👧    3"])
  }

  @Test func showsNothingThatCouldSteerATerminal() {
    let text = TextRenderer().render(Samples.results([Samples.hostile]))
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0 == "\u{202E}" })
    #expect(text.contains("say \"hi\"␊there"))
  }
}
