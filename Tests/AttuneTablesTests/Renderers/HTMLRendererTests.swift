import AttuneTables
import AttuneTestSupport
import Foundation
import Testing

@Suite struct HTMLRendererTests {
  @Test func drawsATableWithHeaders() {
    let text = HTMLRenderer().render(Samples.plain)
    #expect(text.contains("<i>Two groups</i></p></caption>"))
    #expect(text.contains("scope=\"col\""))
    #expect(text.contains("white-space: nowrap\">&lt; .001</td>"))
    #expect(text.contains("white-space: nowrap\">n/a (1)</td>"))
    #expect(text.contains("<p class=\"note\">(1) Not available because it has one case.</p>"))
    #expect(text.components(separatedBy: "scope=\"row\"").count == 3)
  }

  /// The three rules of APA style stand on cells: LibreOffice Writer and Word drop a table's own.
  @Test func rulesStandOnCells() {
    let text = HTMLRenderer().render(Samples.plain)
    let columns = Samples.plain.columns.count
    #expect(text.ranges(of: "border-top: 2px solid; border-bottom: 1px solid").count == columns)
    #expect(text.ranges(of: "border-bottom: 2px solid").count == columns)
    #expect(text.contains("style=\"border-collapse: collapse\""))
  }

  @Test func saysOfEachCellWhichColumnItIsIn() {
    let text = HTMLRenderer().render(Samples.plain)
    let cells = text.matches(of: /<td role="cell" data-label="[^"]+"/).count
    #expect(cells > 0 && cells == text.matches(of: /<td/).count)
    #expect(!text.contains("class=\"wide\""))
    let words = Table(
      "t", title: "t", columns: [.item, Column("words", "words", .text)],
      rows: [[.text("a"), .text(String(repeating: "word ", count: 20))]])
    #expect(HTMLRenderer().render(words).contains("<table role=\"table\" class=\"wide\""))
  }

  @Test func aPageNeedsNothingFromElsewhere() {
    let page = HTMLRenderer().render(Samples.results([Samples.plain, Samples.hostile]))
    #expect(page.hasPrefix("<!doctype html>\n<html lang=\"en-GB\">"))
    #expect(!page.contains("http://") && !page.contains("https://") && !page.contains("<script"))
    #expect(page.contains("<li>&#39;q4&#39; goes against the rest.</li>"))
  }

  /// A page that is passed on still says what it was made of, and not in which folder.
  @Test func saysWhereItComesFrom() {
    let results = Results(
      version: "1.2", command: "compare",
      source: .init(path: "home/study/answers.csv", sha256: "", cases: 64),
      options: [.init("by", .text("team")), .init("level", .real(0.95))], tables: [Samples.plain])
    let page = HTMLRenderer().render(results)
    #expect(page.contains("attune 1.2 compare of answers.csv (64 rows): by team; level 0.95."))
    #expect(!page.contains("home"))
  }

  /// In every place of a table, each payload adds no tag, no quote and no control byte.
  @Test(arguments: HostileText.payloads)
  func noTextIsMarkup(payload: String) throws {
    func page(_ text: String) -> String {
      let table = Table(
        "t", title: text, columns: [Column("a", text, .text), .group],
        rows: [[.text(text), .text(text)], [.unavailable(text), .text("x")]], notes: [text])
      return HTMLRenderer().render(
        Results(
          version: "1", command: text, source: nil, tables: [table],
          cautions: [Caution("c", text)])
      )
      // Only how long a text is makes its table wide.
      .replacing(" class=\"wide\"", with: "")
    }
    let (plain, hostile) = (page("x"), page(payload))
    for character in "<>\"'" {
      #expect(hostile.count { $0 == character } == plain.count { $0 == character }, "\(character)")
    }
    #expect(!hostile.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    #expect(!hostile.unicodeScalars.contains("\u{202E}"))
  }
}
