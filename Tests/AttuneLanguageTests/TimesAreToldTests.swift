import AttuneDiagnostics
import AttuneInstrument
import AttuneLanguage
import Testing

@Suite struct TimesAreToldTests {
  private func prelude(_ times: String, information: String = "We ask about people and workers.")
    -> String
  {
    Example.prelude
      .replacing("answer: agreement", with: "answer: agreement\n  times kept: \(times)")
      .replacing("> We want to know how people and workers get on.", with: "> \(information)")
  }

  private func compile(_ content: String) -> Compilation {
    Compilation(of: SourceText(name: "i.instrument", content: content))
  }

  @Test(arguments: [
    "We keep the time at which you begin and finish, to the minute.",
    "The minute when you started is recorded.", "We note when you begin.",
  ])
  func isContentWhereTheInformationSaysSo(_ words: String) {
    Example.check(prelude("to the minute", information: words), [:])
  }

  @Test(arguments: [
    "We ask about people and workers.", "We keep your answers on one computer.",
    "We keep your words for a short time.", "Please take your time.", "You can stop when you like.",
    "It takes twelve minutes.",
  ])
  func wantsTheInformationToSaySo(_ words: String) {
    Example.check(prelude("1️⃣to the minute", information: words), ["1️⃣": "A312"])
  }

  @Test func hasNothingToSayOfDays() {
    Example.check(prelude("to the day"), [:])
  }

  @Test func offersASentenceThatMendsIt() throws {
    let source = SourceText(name: "i.instrument", content: prelude("to the minute"))
    let fix = try #require(source.findings().first?.fixes.first)
    #expect(fix.confidence == .possible)
    let mended = try #require(source.applying(fix.edits))
    #expect(mended.findings() == [])
  }

  @Test func doesNotKnowOtherWords() {
    Example.check(prelude("1️⃣to the second"), ["1️⃣": "A105"])
  }

  /// Days are the default, and the hashes of instruments that were made before stay as they were.
  @Test func isPartOfTheMeaningOnlyWhereTimesAreKept() throws {
    let plain = try #require(compile(Example.prelude).instrument)
    let day = try #require(
      compile(
        Example.prelude.replacing("answer: agr", with: "times kept: to the day\n  answer: agr")
      ).instrument)
    #expect(plain.timesKept == nil)
    #expect(try plain.meaning() == day.meaning())
    let minute = try #require(compile(prelude("to the minute")).instrument)
    #expect(minute.timesKept == .minute)
    #expect(!String(decoding: try plain.meaning(), as: UTF8.self).contains("timesKept"))
  }
}
