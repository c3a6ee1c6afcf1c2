import AttuneExchange
import AttuneInstrument
import Foundation
import Testing

@testable import AttuneExchange

@Suite struct StatisticalFileTests {
  private static func instrument(_ items: [Item]) -> Instrument {
    var instrument = ResponseExportTests.instrument
    instrument.sections = [Section(name: "main", title: "Main", items: items)]
    instrument.constructs = []
    return instrument
  }

  private static func text(_ name: String) -> Item {
    Item(
      name: name, wordings: [.init(InsertText("Say."))], format: .text(severalLines: true))
  }

  @Test func theSameAnswersGiveTheSameBytes() throws {
    let export = ResponseExport([], of: ResponseExportTests.instrument, isPractice: true)
    let (first, stata) = (try SPSSFile().write(export).bytes, try StataFile().write(export).bytes)
    Thread.sleep(forTimeInterval: 1.1)
    #expect(try SPSSFile().write(export).bytes == first)
    #expect(try StataFile().write(export).bytes == stata)
  }

  @Test func textsThatAreTooLongAreRefused() throws {
    let instrument = Self.instrument([Self.text("q1")])
    func export(_ length: Int) -> ResponseExport {
      let person = Submission(
        answers: ["q1": .value(.text(String(repeating: "x", count: length)))])
      return ResponseExport([person], of: instrument, isPractice: false)
    }
    _ = try SPSSFile().write(export(32_767))
    let error = #expect(throws: ExportError.self) { try SPSSFile().write(export(32_768)) }
    #expect(
      error?.description.contains("'q1', row 1, is 32768 long") == true,
      "\(String(describing: error))")
  }

  @Test func namesThatProgramsReserveAreChanged() {
    var losses = Losses()
    let wanted = ["q1", "Q1", "with", "str1", "a b", "1st", String(repeating: "x", count: 70)]
    let spss = VariableNames.spss.settle(wanted, &losses)
    #expect(spss.prefix(6) == ["q1", "Q1_2", "v_with", "str1", "a_b", "v_1st"])
    #expect(spss[6].count == 64)
    #expect(losses.sentences.count == 5)
    let stata = VariableNames.stata.settle(wanted, &losses)
    #expect(stata.prefix(4) == ["q1", "Q1_2", "v_with", "v_str1"])
    #expect(stata[6].count == 32)
    let long = Array(repeating: String(repeating: "x", count: 64), count: 12)
    #expect(Set(VariableNames.spss.settle(long, &losses)).count == 12)
  }

  /// ReadStat takes every name that was settled.
  @Test func settledNamesAreTaken() throws {
    let names = [
      "str1", "str_2", "byte", "in", "strl", "using", "x1", "all", "with", "double", "_n",
    ]
    let export = ResponseExport(
      [Submission(answers: [:])], of: Self.instrument(names.map(Self.text)), isPractice: false)
    #expect(try SPSSFile().write(export).bytes.count > 100)
    #expect(try StataFile().write(export).bytes.count > 100)
  }

  @Test func answersAmongTheCodesOfReasonsStayAnswers() throws {
    var cold = Item(
      name: "cold", wordings: [.init(InsertText("How cold?"))], format: .number(NumberFormat()))
    cold.offered = [.notSure]
    let people = [
      Submission(answers: ["cold": .value(.number(-95))]),
      Submission(answers: ["cold": .missing(.notSure)]),
    ]
    let file = try SPSSFile().write(
      ResponseExport(people, of: Self.instrument([cold]), isPractice: false))
    #expect(file.losses.sentences.contains { $0.contains("answers from -99 to -93") })
  }

  // Python: (date(y, m, d) - date(1970, 1, 1)).days
  @Test(arguments: [
    ("1970-01-01", 0), ("2026-03-01", 20_513), ("1900-02-28", -25_509), ("2000-02-29", 11_016),
    ("1582-10-15", -141_427),
  ])
  func daysAreCountedFrom1970(day: String, count: Int) throws {
    let found = try #require(CalendarDay(day))
    #expect(found.sinceUnixEpoch == count)
    #expect(found.text == day)
  }

  @Test func textIsCutBetweenCharacters() {
    let family = "👩‍👩‍👧"
    #expect("abc".cut(toBytes: 3) == "abc")
    #expect("abcdef".cut(toBytes: 5) == "ab…")
    #expect((family + family).cut(toBytes: 22) == family + "…")
    #expect("one two three".lines(ofBytes: 7) == ["one two", "three"])
    let pieces = family.lines(ofBytes: 5)
    #expect(pieces.joined() == family && pieces.allSatisfy { $0.utf8.count <= 5 })
  }
}
