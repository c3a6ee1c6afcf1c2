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

  /// Where the first column does not tell the rows apart, the words after it go along.
  @Test func continuesUnderWhatTellsTheRowsApart() {
    let table = Table(
      "t", title: "Pairs",
      columns: [
        Column("first", "first", .text), Column("second", "second", .text),
        Column("n", "n", .count), Column("m", "mean", .number), Column("s", "SD", .number),
      ],
      rows: [
        [.text("a"), .text("b"), .count(12), .real(1.25), .real(2.5)],
        [.text("a"), .text("c"), .count(11), .real(3.25), .real(0.5)],
      ])
    #expect(
      TextRenderer(width: 24).render(table) == """
        Pairs

        first  second   n  mean
        ───────────────────────
        a      b       12  1.25
        a      c       11  3.25

        first  second    SD
        ───────────────────
        a      b       2.50
        a      c       0.50

        """)
  }
}
